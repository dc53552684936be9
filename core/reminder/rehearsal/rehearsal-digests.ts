import { EMPTY_CHAIN } from '../../audit/chain.ts'
import type { Instant, LocalDate } from '../../calendar/local-time.ts'
import { instantOf } from '../../calendar/local-time.ts'
import { isWorkingDay } from '../../calendar/working-days.ts'
import type { DigestWork } from '../../chasing/chasing-work.ts'
import { DIGEST_TIME } from '../../chasing/digest.ts'
import type { Official } from '../../official/official.ts'
import type { Chance, Voice } from '../../ports.ts'
import { deadlinesFrom, known } from './rehearsal-lookup.ts'
import type { RehearsalState } from './rehearsal-state.ts'
import { digestKey } from './rehearsal-state.ts'

/** What digests are written from besides the state, and where they go. */
export type DigestDesk = {
  readonly chance: Chance
  readonly voice: Voice
  readonly people: ReadonlyMap<string, Official>
  /** When each unit was last sent a reminder, by deadline. */
  readonly reminded: ReadonlyMap<string, ReadonlyMap<string, Instant>>
  readonly outbox: (now: Instant) => DigestWork['outbox']
  /** Somebody to whom a digest would have gone has no chat. */
  readonly miss: (official: Official, now: Instant) => void
}

/**
 * What the office's digests work with, in memory. Nominations and messages that wait stay as they are;
 * the end of the audit chain, which nobody can foresee, is left out.
 */
export function rehearsalDigests(
  state: RehearsalState,
  desk: DigestDesk,
): (now: Instant) => DigestWork {
  const { campaigns, units, officials, accounts, duties, calendar } = state
  const claimed = new Set(state.digested)
  const isTold = (officialId: string) => accounts.has(officialId)
  const fixed = {
    ...{ chance: desk.chance, voice: desk.voice },
    calendars: { load: () => Promise.resolve(calendar) },
    campaigns: { list: () => Promise.resolve(campaigns) },
    units: { list: () => Promise.resolve([...units.values()]) },
    officials: {
      get: (id: string) => Promise.resolve(known(desk.people, id)),
      list: ({ campaignId = '', role }: { campaignId?: string; role?: string }) =>
        Promise.resolve(
          (officials.get(campaignId) ?? []).filter(
            ({ roles }) => role === undefined || roles.some((one) => one === role),
          ),
        ),
    },
    duties: {
      listDeadlines: (campaignId: string, from: LocalDate) =>
        Promise.resolve(deadlinesFrom(state, campaignId, from)),
      listFor: (deadlineId: string) =>
        Promise.resolve(duties.filter(({ deadline }) => deadline.id === deadlineId)),
    },
    chasing: {
      lastReminded: (deadlineId: string) =>
        Promise.resolve(desk.reminded.get(deadlineId) ?? new Map<string, Instant>()),
      draftingUnits: (deadlineId: string) =>
        Promise.resolve(state.drafting.get(deadlineId) ?? new Set<string>()),
      claimDigest: (campaignId: string, officialId: string, on: LocalDate) => {
        const key = digestKey(campaignId, officialId, on)
        const isFirst = !claimed.has(key)
        claimed.add(key)
        return Promise.resolve(isFirst)
      },
    },
    nominations: {
      countByState: (campaignId: string) =>
        Promise.resolve(state.nominations.get(campaignId) ?? []),
    },
    inbox: { balance: () => Promise.resolve(state.inbox) },
    audit: { head: () => Promise.resolve(EMPTY_CHAIN) },
  }
  return (now) => ({
    ...fixed,
    now,
    accounts: {
      listLinked: (ids) =>
        Promise.resolve(state.linked.filter(({ officialId }) => ids.includes(officialId))),
      findReachable: (id) => {
        if (!isTold(id)) desk.miss(known(desk.people, id), now)
        return Promise.resolve(accounts.get(id))
      },
    },
    outbox: desk.outbox(now),
  })
}

/** The moments at which digests may go out. */
export function digestMoments(
  { from, calendar }: RehearsalState,
  to: LocalDate,
): readonly Instant[] {
  const moments: Instant[] = []
  for (let on = from; on.toString() <= to.toString(); on = on.add({ days: 1 }))
    if (isWorkingDay(calendar, on)) moments.push(instantOf(on, DIGEST_TIME))
  return moments
}
