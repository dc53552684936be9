import type { LocalDate } from './local-time.ts'
import type { WorkingCalendar } from './working-days.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

/** A time in which the clock runs: from the day it starts or resumes to the day it stops. Without `to` it runs still. */
export type Running = { readonly from: LocalDate; readonly to?: LocalDate }

/** How much of a limit in working days is used up. */
export type WorkingClock = {
  readonly elapsed: number
  /** Negative once the limit is overrun. */
  readonly remaining: number
  /** The last day of the limit if the clock does not stop again; absent while it stands still. */
  readonly dueOn?: LocalDate
}

/**
 * A limit of so many working days "kể từ ngày nhận": its first day is the working day after the one on
 * which the clock starts, and again after each on which it resumes; the day on which it stops still
 * counts. `running` comes in order of time; `today` and all days are days in Vietnam.
 */
export function workingClock(
  calendar: WorkingCalendar,
  { running, limit, today }: { running: readonly Running[]; limit: number; today: LocalDate },
): WorkingClock {
  const used = running.reduce(
    (days, { from, to }) => days + (to ? workingDaysBetween(calendar, from, to) : 0),
    0,
  )
  const last = running.at(-1)
  if (!last || last.to) return { elapsed: used, remaining: limit - used }
  const elapsed = used + workingDaysBetween(calendar, last.from, today)
  const dueOn = addWorkingDays(calendar, last.from, Math.max(0, limit - used))
  return { elapsed, remaining: limit - elapsed, dueOn }
}
