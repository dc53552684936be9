import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../../calendar/local-time.ts'
import { startOfDay } from '../../calendar/local-time.ts'
import { queueDigests } from '../../chasing/queue-digests.ts'
import { ladderFor } from '../../duty/deadline.ts'
import { dueDayOf } from '../../duty/duty.ts'
import { postGroupTotals } from '../../group/post-group-totals.ts'
import type { Chance, Voice } from '../../ports.ts'
import { queueReminders } from '../queue-reminders.ts'
import { sendingMoment } from '../sending-hours.ts'
import { stagesOf } from '../stages.ts'
import { sweepReminders } from '../sweep-reminders.ts'
import { digestMoments } from './rehearsal-digests.ts'
import type { RehearsedPost } from './rehearsal-groups.ts'
import { postingMoments } from './rehearsal-groups.ts'
import type { RehearsalState } from './rehearsal-state.ts'
import type { MissedMessage, RehearsedMessage } from './rehearsal-stores.ts'
import { rehearsalStores } from './rehearsal-stores.ts'

export type Rehearsal = {
  readonly from: LocalDate
  readonly to: LocalDate
  /** Those of whom messages speak, by code. */
  readonly units: RehearsalState['units']
  /** In the order in which they would go out. */
  readonly messages: readonly RehearsedMessage[]
  readonly missed: readonly MissedMessage[]
  /** The totals that groups would be told. */
  readonly posts: readonly RehearsedPost[]
}

/** The last stage of a ladder may come this long after a campaign's last day. */
const AFTER_THE_END = { days: 30 }

/**
 * Plays all campaigns up to the last day, included, on a clock that leaps from one moment at which
 * something may fall due to the next: the very sweep and drain that send, on stores in memory, and
 * the office's digests and the groups' totals. Officials stay silent. Without a last day it goes on past the end of the last campaign.
 */
export async function rehearseCampaigns(
  state: RehearsalState,
  around: { chance: Chance; voice: Voice },
  last?: LocalDate,
): Promise<Rehearsal> {
  const { from, begins } = state
  const to = last ?? endOf(state)
  const { script, workAt, groupWorkAt, digestWorkAt } = rehearsalStores(state, around)
  const agenda = agendaOf(state, begins)
  for (const at of [...digestMoments(state, to), ...postingMoments(state, to)])
    if (!isBefore(at, begins)) agenda.add(at.epochMilliseconds)
  const end = startOfDay(to.add({ days: 1 })).epochMilliseconds
  for (let at = nextOf(agenda, 0); at !== undefined && at < end; at = nextOf(agenda, at)) {
    const now = Temporal.Instant.fromEpochMilliseconds(at)
    const work = workAt(now)
    await sweepReminders(work)
    await queueDigests(digestWorkAt(now))
    await queueReminders(work, Infinity)
    await postGroupTotals(groupWorkAt(now))
    for (const moment of script.putOff.splice(0)) agenda.add(moment.epochMilliseconds)
  }
  const { messages, missed, posts } = script
  return { from, to, units: state.units, messages, missed, posts }
}

function endOf({ campaigns, from }: RehearsalState): LocalDate {
  const ends = campaigns.map(({ campaign }) => campaign.endsOn.add(AFTER_THE_END))
  return [...ends, from].reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a))
}

/** In epoch milliseconds, each at an hour at which messages may leave. */
type Agenda = Set<number>

/** The moments from the beginning on at which something may fall due: the stages, promises, and what is planned already. */
function agendaOf(state: RehearsalState, begins: Instant): Agenda {
  const { campaigns, duties, reminders, calendar } = state
  const byId = new Map(campaigns.map(({ campaign }) => [campaign.id, campaign]))
  const days = new Map(
    duties.map((duty) => [`${duty.deadline.id} ${duty.extension?.to.toString() ?? ''}`, duty]),
  )
  const moments = [
    begins,
    ...campaigns.map(({ campaign }) => startOfDay(campaign.startsOn)),
    ...duties.flatMap(({ promise }) => (promise ? [promise.at] : [])),
    ...reminders.filter(({ settled }) => !settled).map(({ dueAt }) => dueAt),
  ]
  for (const duty of days.values()) {
    const campaign = byId.get(duty.deadline.campaignId)
    const ladder = campaign ? ladderFor(campaign, duty.deadline) : []
    moments.push(...stagesOf(dueDayOf(duty).dueOn, ladder, calendar).map(({ at }) => at))
  }
  const fromBeginning = moments.map((at) => (isBefore(at, begins) ? begins : at))
  return new Set(fromBeginning.map((at) => sendingMoment(calendar, at).epochMilliseconds))
}

function isBefore(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

/** The first moment of the agenda after that one. */
function nextOf(agenda: Agenda, after: number): number | undefined {
  return [...agenda].filter((at) => at > after).sort((a, b) => a - b)[0]
}
