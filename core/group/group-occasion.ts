import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../calendar/local-time.ts'
import { instantOf, localDateOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay, nextWorkingDay } from '../calendar/working-days.ts'
import type { Deadline } from '../duty/deadline.ts'

/** Why a group is told totals without having asked: each occasion once. */
export type Occasion = { readonly id: string; readonly deadline: Deadline }

/** When totals are told, in Vietnam: after a deadline, and at the end of a week. */
export const MORNING = Temporal.PlainTime.from('08:00')
export const AFTERNOON = Temporal.PlainTime.from('15:00')
/** How long the totals after a deadline are still news. */
const NEWS_FOR = { hours: 72 }

/**
 * The occasion that a moment is, of a campaign's deadlines: from 08:00 of the working day after a
 * report's deadline, for three days; else from 15:00 of the week's last working day, of the report
 * that is due next. Undefined at any other moment.
 */
export function occasionAt(
  deadlines: readonly Deadline[],
  calendar: WorkingCalendar,
  now: Instant,
): Occasion | undefined {
  const reports = deadlines.filter(({ kind }) => kind === 'report')
  const closed = reports.findLast(({ dueAt }) => {
    const from = instantOf(nextWorkingDay(calendar, localDateOf(dueAt)), MORNING)
    return isBetween(now, from, from.add(NEWS_FOR))
  })
  if (closed) return { id: `closed:${closed.id}`, deadline: closed }
  const deadline = reportInQuestion(reports, now)
  if (!deadline || !isEndOfWeek(calendar, now) || isAfter(now, deadline.dueAt)) return undefined
  return { id: `week:${localDateOf(now).toString()}:${deadline.id}`, deadline }
}

/** The report that a group asks about: the one due next, once its time has begun; else the last that was due. */
export function reportInQuestion(
  deadlines: readonly Deadline[],
  now: Instant,
): Deadline | undefined {
  const today = localDateOf(now).toString()
  const begun = deadlines.filter(
    ({ kind, opensOn }) => kind === 'report' && opensOn.toString() <= today,
  )
  return begun.find(({ dueAt }) => !isAfter(now, dueAt)) ?? begun.at(-1)
}

function isEndOfWeek(calendar: WorkingCalendar, now: Instant): boolean {
  const today = localDateOf(now)
  if (!isWorkingDay(calendar, today)) return false
  const next = nextWorkingDay(calendar, today)
  const sameWeek = next.weekOfYear === today.weekOfYear && today.until(next).days < 7
  return !sameWeek && !isAfter(instantOf(today, AFTERNOON), now)
}

function isAfter(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0
}

function isBetween(at: Instant, from: Instant, to: Instant): boolean {
  return !isAfter(from, at) && isAfter(to, at)
}
