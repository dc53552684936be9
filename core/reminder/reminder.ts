import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Audience, Campaign } from '../campaign/campaign.ts'
import type { Duty, DutyDay } from '../duty/duty.ts'
import { dueDayOf } from '../duty/duty.ts'
import { endOfSendingDay } from './sending-hours.ts'
import type { DueStage } from './stages.ts'
import { stageDue } from './stages.ts'

/**
 * Why this person is reminded: a stage of the ladder names him or her, or the person for whom he or she
 * stands in; a promised moment has come; the day was moved; the office asked for a word.
 */
export type ReminderReason = Audience | 'deputy' | 'promise' | 'moved' | 'nudge'

/** A reminder whose time has come. It has no text: that is made when it is sent, if it still matters. */
export type Reminder = {
  readonly id: bigint
  readonly officialId: string
  readonly duty: Duty
  /** The ladder's stage; of anything else, what it is and when it was planned. */
  readonly stage: string
  readonly reason: ReminderReason
  readonly dueAt: Instant
  /** The duty's day has changed since it was planned. */
  readonly outdated: boolean
  /** Of a moved day: when the person was last told another one. */
  readonly toldAt?: Instant
}

/** What a person is told about one duty, in one line, whatever number of reminders say it. */
export type ReminderLine = {
  readonly duty: Duty
  readonly campaign: Campaign
  readonly reason: ReminderReason
  readonly toldAt?: Instant
  readonly reminders: readonly Reminder[]
}

/** What becomes of the reminders of one person. */
export type Sorting = {
  /** Without object: the duty is done, promised, or has another day. */
  readonly cancelled: readonly Reminder[]
  /** Their time is over. */
  readonly expired: readonly Reminder[]
  /** One message, the most urgent duty first. */
  readonly lines: readonly ReminderLine[]
}

export type Circumstances = {
  readonly now: Instant
  readonly calendar: WorkingCalendar
  readonly campaigns: ReadonlyMap<string, Campaign>
  /** The stage that matters for a day on which duties are due; the same for all who are reminded of it. */
  readonly stageDue: (day: DutyDay) => DueStage | undefined
}

/** What holds at one moment, for all the persons of a batch. */
export function circumstancesAt(
  now: Instant,
  calendar: WorkingCalendar,
  campaigns: ReadonlyMap<string, Campaign>,
): Circumstances {
  const known = new Map<string, DueStage | undefined>()
  const find = (day: DutyDay): DueStage | undefined => {
    const { deadline, extension } = day
    const key = `${deadline.id} ${extension?.to.toString() ?? ''}`
    const campaign = campaigns.get(deadline.campaignId)
    if (campaign && !known.has(key)) known.set(key, stageDue(day, { campaign, calendar }, now))
    return known.get(key)
  }
  return { now, calendar, campaigns, stageDue: find }
}

/** Sorts the reminders of one person: the rules by which a message goes out, for the drain and the rehearsal alike. */
export function sortReminders(all: readonly Reminder[], around: Circumstances): Sorting {
  const cancelled = all.filter(isWithoutObject)
  const asked = all.filter((one) => !cancelled.includes(one))
  const matters = asked.filter((one) => stillMatters(one, around))
  return {
    cancelled,
    expired: asked.filter((one) => !matters.includes(one)),
    lines: linesOf(matters, around),
  }
}

function isWithoutObject(reminder: Reminder): boolean {
  return reminder.duty.doneAt !== undefined || reminder.outdated || isSilenced(reminder)
}

/** A promise stands in for every stage up to its moment, and a new one for an older. The office is told all the same. */
function isSilenced({ duty: { promise }, reason, stage, dueAt }: Reminder): boolean {
  if (promise === undefined || isForOffice(reason)) return false
  if (reason === 'promise') return stage !== promisedStage(promise.at)
  return reason !== 'moved' && Temporal.Instant.compare(dueAt, promise.at) <= 0
}

/** What the reminder of a promised moment is named: "promise@2025-11-24T08:00", in UTC. */
export function promisedStage(at: Instant): string {
  return `promise@${at.toString().slice(0, 16)}`
}

/** Whether it is one of a list of units rather than the person's own duty. */
export function isForOffice(reason: ReminderReason): boolean {
  return reason === 'office' || reason === 'leader'
}

function stillMatters(
  { duty, reason, stage, dueAt }: Reminder,
  { now, calendar, stageDue }: Circumstances,
): boolean {
  switch (reason) {
    case 'moved':
      return Temporal.Instant.compare(now, dueDayOf(duty).dueAt) < 0
    case 'promise':
    case 'nudge':
      return Temporal.Instant.compare(now, endOfSendingDay(calendar, dueAt)) < 0
    default:
      return stageDue(duty)?.stage.id === stage
  }
}

/** What says most comes first. */
const WEIGHT: Readonly<Record<ReminderReason, number>> = {
  moved: 0,
  promise: 1,
  nudge: 2,
  contact: 3,
  head: 3,
  deputy: 3,
  office: 4,
  leader: 4,
}

function linesOf(
  reminders: readonly Reminder[],
  { campaigns }: Circumstances,
): readonly ReminderLine[] {
  const byDuty = new Map<string, Reminder[]>()
  for (const reminder of reminders) {
    const { deadline, unitCode } = reminder.duty
    const key = `${deadline.id} ${unitCode}`
    byDuty.set(key, [...(byDuty.get(key) ?? []), reminder])
  }
  return [...byDuty.values()]
    .flatMap((own) => {
      const [first] = [...own].sort((a, b) => WEIGHT[a.reason] - WEIGHT[b.reason])
      const campaign = first && campaigns.get(first.duty.deadline.campaignId)
      if (!campaign) return []
      const { duty, reason, toldAt } = first
      return { duty, campaign, reason, reminders: own, ...(toldAt ? { toldAt } : {}) }
    })
    .sort((a, b) => urgencyOf(a) - urgencyOf(b))
}

function urgencyOf({ duty }: ReminderLine): number {
  return dueDayOf(duty).dueAt.epochMilliseconds
}
