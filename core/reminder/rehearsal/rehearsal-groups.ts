import type { Instant, LocalDate } from '../../calendar/local-time.ts'
import { instantOf } from '../../calendar/local-time.ts'
import { isWorkingDay, nextWorkingDay } from '../../calendar/working-days.ts'
import type { ChannelName } from '../../delivery/channel.ts'
import type { ChatGroup } from '../../group/group.ts'
import { AFTERNOON, MORNING } from '../../group/group-occasion.ts'
import type { GroupWork } from '../../group/group-work.ts'
import type { Chance, Voice } from '../../ports.ts'
import { deadlinesFrom, known } from './rehearsal-lookup.ts'
import type { RehearsalState } from './rehearsal-state.ts'

/** Totals that would be posted in a group. */
export type RehearsedPost = {
  readonly at: Instant
  readonly group: ChatGroup
  readonly channel: ChannelName
  /** The occasion, as `occasionAt` names it. */
  readonly occasion: string
  readonly text: string
}

/** What posting in groups works with, in memory; what is posted is added to `posts`. */
export function rehearsalGroups(
  state: RehearsalState,
  { chance, voice }: { chance: Chance; voice: Voice },
  posts: RehearsedPost[],
): (now: Instant) => GroupWork {
  const { campaigns, units, groups, calendar } = state
  const byId = new Map(campaigns.map((one) => [one.campaign.id, one]))
  const posted = new Set(state.posted)
  let occasion = ''
  const fixed = {
    ...{ chance, voice },
    calendars: { load: () => Promise.resolve(calendar) },
    campaigns: {
      list: () => Promise.resolve(campaigns),
      get: (id: string) => Promise.resolve(known(byId, id)),
    },
    units: { list: () => Promise.resolve([...units.values()]) },
    duties: {
      listDeadlines: (campaignId: string, from: LocalDate) =>
        Promise.resolve(deadlinesFrom(state, campaignId, from)),
      progress: (deadlineId: string) => Promise.resolve(progressOf(state, deadlineId)),
    },
    groups: {
      list: (id: string) => Promise.resolve(groups.filter(({ campaignId }) => campaignId === id)),
      notePost: (groupId: string, of: string) => {
        const key = `${groupId} ${of}`
        if (posted.has(key)) return Promise.resolve(false)
        posted.add(key)
        occasion = of
        return Promise.resolve(true)
      },
    },
  }
  return (now) => ({
    ...fixed,
    now,
    outbox: {
      insert: ({ causeId, channel, parts }) => {
        const group = groups.find(({ id }) => id === causeId)
        const text = parts[0]?.payload['text']
        if (group && typeof text === 'string')
          posts.push({ at: now, group, channel, occasion, text })
        return Promise.resolve()
      },
    },
  })
}

function progressOf({ duties }: RehearsalState, deadlineId: string) {
  const own = duties.filter(({ deadline }) => deadline.id === deadlineId)
  const done = own
    .flatMap(({ doneAt, unitCode }) => (doneAt ? { doneAt, unitCode } : []))
    .sort((a, b) => b.doneAt.epochMilliseconds - a.doneAt.epochMilliseconds)
  return {
    total: own.length,
    openUnits: own.flatMap(({ doneAt, unitCode }) => (doneAt ? [] : unitCode)),
    doneUnits: done.map(({ unitCode }) => unitCode),
  }
}

/** The moments at which an occasion may begin: the afternoons, and the mornings after a deadline. None where no group is told. */
export function postingMoments(
  { groups, duties, calendar, from }: RehearsalState,
  to: LocalDate,
): readonly Instant[] {
  if (groups.length === 0) return []
  const moments = new Map<number, Instant>()
  const add = (at: Instant) => moments.set(at.epochMilliseconds, at)
  for (let on = from; on.toString() <= to.toString(); on = on.add({ days: 1 }))
    if (isWorkingDay(calendar, on)) add(instantOf(on, AFTERNOON))
  for (const { deadline } of duties)
    add(instantOf(nextWorkingDay(calendar, deadline.dueOn), MORNING))
  return [...moments.values()]
}
