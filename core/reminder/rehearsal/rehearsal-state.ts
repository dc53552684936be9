import type { Instant, LocalDate } from '../../calendar/local-time.ts'
import { localDateOf, startOfDay } from '../../calendar/local-time.ts'
import type { WorkingCalendar } from '../../calendar/working-days.ts'
import type { LoadedCampaign } from '../../campaign/campaign-store.ts'
import type { Duty } from '../../duty/duty.ts'
import type { InboxBalance } from '../../inbox/inbox-store.ts'
import type { Digest } from '../../notice.ts'
import type { ChatGroup } from '../../group/group.ts'
import type { LinkedAccount, Official } from '../../official/official.ts'
import type { Transaction } from '../../ports.ts'
import type { Unit } from '../../unit/unit.ts'
import type { Reminder } from '../reminder.ts'

/** What a rehearsal begins with: the installation as it stands, read once and never written. */
export type RehearsalState = {
  readonly from: LocalDate
  /** When the clock starts: now, or with a first day that is another. */
  readonly begins: Instant
  readonly calendar: WorkingCalendar
  readonly campaigns: readonly LoadedCampaign[]
  readonly units: ReadonlyMap<string, Unit>
  /** Everybody who takes part in a campaign, by its id. */
  readonly officials: ReadonlyMap<string, readonly Official[]>
  /** The account to write to, by official; whoever has none hears nothing. */
  readonly accounts: ReadonlyMap<string, LinkedAccount>
  readonly duties: readonly Duty[]
  readonly reminders: readonly (Reminder & { readonly settled: boolean })[]
  /** Unasked messages that were sent on the first day before the rehearsal begins, by official. */
  readonly toldBefore: ReadonlyMap<string, number>
  /** The groups of all campaigns, and on what each was told lately: "group occasion". */
  readonly groups: readonly ChatGroup[]
  readonly posted: readonly string[]
  /** Every account of those who take part, reachable or not. */
  readonly linked: readonly LinkedAccount[]
  /** Whose digest of the first day is out: as `digestKey` names it. */
  readonly digested: readonly string[]
  /** When each unit was last sent a reminder, by deadline. */
  readonly reminded: ReadonlyMap<string, ReadonlyMap<string, Instant>>
  /** Units that have begun to report, by deadline. */
  readonly drafting: ReadonlyMap<string, ReadonlySet<string>>
  /** Nominations on their way by campaign, and what waits to be read: as they stand. */
  readonly nominations: ReadonlyMap<string, Digest['dossiers']>
  readonly inbox: InboxBalance
}

export function digestKey(campaignId: string, officialId: string, on: LocalDate): string {
  return `${campaignId} ${officialId} ${on.toString()}`
}

/** An occasion is news for no longer. */
const POSTED_LATELY = { hours: 24 * 14 }

/**
 * Reads what a rehearsal begins with. One that begins in the past begins anew: nothing has been
 * reported, promised or reminded of.
 */
export async function readRehearsalState(
  tx: Transaction,
  from: LocalDate,
): Promise<RehearsalState> {
  const anew = from.toString() < localDateOf(tx.now).toString()
  const campaigns = await tx.campaigns.list()
  const units = await tx.units.list()
  const officials = new Map<string, readonly Official[]>()
  const duties: Duty[] = []
  const reminders: (Reminder & { settled: boolean })[] = []
  for (const { campaign } of campaigns) {
    officials.set(campaign.id, await tx.officials.list({ campaignId: campaign.id }))
    for (const deadline of await tx.duties.listDeadlines(campaign.id, campaign.startsOn))
      duties.push(...(await tx.duties.listFor(deadline.id)))
    if (!anew) reminders.push(...(await tx.reminders.list(campaign.id)))
  }
  const groups: ChatGroup[] = []
  for (const { campaign } of campaigns) groups.push(...(await tx.groups.list(campaign.id)))
  const ids = new Set([...officials.values()].flat().map(({ id }) => id))
  const accounts = await tx.accounts.listReachable([...ids])
  return {
    from,
    begins: localDateOf(tx.now).equals(from) ? tx.now : startOfDay(from),
    calendar: await tx.calendars.load(),
    campaigns,
    units: new Map(units.map((unit) => [unit.code, unit])),
    officials,
    accounts: new Map(accounts.map((account) => [account.officialId, account])),
    duties: anew ? duties.map(({ deadline, unitCode }) => ({ deadline, unitCode })) : duties,
    reminders,
    groups,
    posted: anew ? [] : await readPosts(tx, groups),
    linked: await tx.accounts.listLinked([...ids]),
    ...(await readChasing(tx, { from, anew })),
    inbox: await tx.inbox.balance(),
    toldBefore: anew ? new Map() : await tx.outbox.tallyUnasked(startOfDay(from)),
  }
}

type Chased = Pick<RehearsalState, 'digested' | 'reminded' | 'drafting' | 'nominations'>

/** How the office's digests stand; of a rehearsal that begins anew nothing has been told or drafted. */
async function readChasing(
  tx: Transaction,
  { from, anew }: { from: LocalDate; anew: boolean },
): Promise<Chased> {
  const digested: string[] = []
  const reminded = new Map<string, ReadonlyMap<string, Instant>>()
  const drafting = new Map<string, ReadonlySet<string>>()
  const nominations = new Map<string, Digest['dossiers']>()
  for (const { campaign } of await tx.campaigns.list()) {
    nominations.set(campaign.id, await tx.nominations.countByState(campaign.id))
    if (anew) continue
    for (const officialId of await tx.chasing.listDigested(campaign.id, from))
      digested.push(digestKey(campaign.id, officialId, from))
    for (const { id } of await tx.duties.listDeadlines(campaign.id, campaign.startsOn)) {
      reminded.set(id, await tx.chasing.lastReminded(id))
      drafting.set(id, await tx.chasing.draftingUnits(id))
    }
  }
  return { digested, reminded, drafting, nominations }
}

async function readPosts(tx: Transaction, groups: readonly ChatGroup[]): Promise<string[]> {
  const posted: string[] = []
  for (const { id } of groups)
    for (const occasion of await tx.groups.listPosts(id, tx.now.subtract(POSTED_LATELY)))
      posted.push(`${id} ${occasion}`)
  return posted
}
