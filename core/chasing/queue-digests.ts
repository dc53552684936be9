import { EMPTY_CHAIN } from '../audit/chain.ts'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { phaseOf } from '../campaign/campaign.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Deadline } from '../duty/deadline.ts'
import { ruleOf } from '../duty/deadline.ts'
import { isOwedByUnits } from '../duty/deadline-rule.ts'
import type { NominationState } from '../nomination/nomination.ts'
import type { Digest } from '../notice.ts'
import { mayWriteUnasked } from '../reminder/sending-hours.ts'
import type { DigestWork } from './chasing-work.ts'
import { digestMoment, opensWeek } from './digest.ts'
import { standingOf } from './list-silent-units.ts'

/** A deadline stays in the digest this long after its day while a unit still owes something. */
export const OWED_STILL = { days: 14 }

/**
 * Sends the officials who appraise each running campaign their digest of the day: what is done, what is
 * not and why, what waits. In office hours, once a day and person; a day missed is not made up for.
 * Gives the number of digests that were queued.
 */
export async function queueDigests(tx: DigestWork): Promise<number> {
  const calendar = await tx.calendars.load()
  if (!mayWriteUnasked(calendar, tx.now)) return 0
  const today = localDateOf(tx.now)
  let queued = 0
  for (const { campaign } of await tx.campaigns.list()) {
    if (phaseOf(campaign, tx.now) !== 'running') continue
    const deadlines = await tx.duties.listDeadlines(campaign.id, today)
    const moment = digestMomentOf({ campaign, deadlines }, today, calendar)
    if (moment && moment.epochMilliseconds <= tx.now.epochMilliseconds)
      queued += await sendDigest(tx, campaign, today)
  }
  return queued
}

/** When, on that day, the digest of a campaign goes out; none on a day without one. */
function digestMomentOf(
  { campaign, deadlines }: { campaign: Campaign; deadlines: readonly Deadline[] },
  today: LocalDate,
  calendar: WorkingCalendar,
): Instant | undefined {
  const dueDays = deadlines.filter((one) => isOwed(campaign, one)).map(({ dueOn }) => dueOn)
  return digestMoment(today, calendar, dueDays)
}

function isOwed(campaign: Campaign, deadline: Deadline): boolean {
  const rule = ruleOf(campaign, deadline)
  return rule !== undefined && isOwedByUnits(rule)
}

async function sendDigest(tx: DigestWork, campaign: Campaign, today: LocalDate): Promise<number> {
  const appraisers = await tx.officials.list({ campaignId: campaign.id, role: 'appraiser' })
  const told = []
  for (const official of appraisers)
    if (await tx.chasing.claimDigest(campaign.id, official.id, today)) told.push(official)
  if (told.length === 0) return 0
  const notice = { kind: 'digest', ...(await digestOf(tx, campaign, today)) } as const
  let queued = 0
  for (const official of told) {
    const cause = { cause: 'digest', causeId: campaign.id } as const
    if (await queueNotice(tx, official, notice, cause)) queued += 1
  }
  return queued
}

const AT_REST: ReadonlySet<NominationState> = new Set<NominationState>([
  'draft',
  'ineligible',
  'not-passed',
  'awarded',
  'archived',
  'withdrawn',
  'revoked',
  'transferred',
])

/** Nobody has to move it: it is its unit's own, or it has come to its end. */
function isAtRest(state: NominationState): boolean {
  return AT_REST.has(state)
}

/** What the office is told of a campaign on that day. */
async function digestOf(tx: DigestWork, campaign: Campaign, today: LocalDate): Promise<Digest> {
  const deadlines = await tx.duties.listDeadlines(campaign.id, today.subtract(OWED_STILL))
  const standings = []
  for (const deadline of deadlines) {
    if (!isOwed(campaign, deadline) || deadline.opensOn.toString() > today.toString()) continue
    const standing = await standingOf(tx, campaign, deadline)
    const passed = deadline.dueOn.toString() < today.toString()
    if (!passed || standing.silent.length > 0) standings.push(standing)
  }
  const weekly = opensWeek(today, await tx.calendars.load())
  const head = weekly ? await tx.audit.head() : EMPTY_CHAIN
  return {
    campaign,
    today,
    ...(head.position > 0n ? { head } : {}),
    standings,
    dossiers: (await tx.nominations.countByState(campaign.id)).filter(
      ({ state }) => !isAtRest(state),
    ),
    waiting: (await tx.inbox.balance()).forPerson,
  }
}
