import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { instantOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay, previousWorkingDay } from '../calendar/working-days.ts'

/** When it goes out, in Vietnam. */
export const DIGEST_TIME = Temporal.PlainTime.from('08:00')
/** Within so many days up to a deadline, its own day included, the office hears every working day. */
const LAST_DAYS = 7

/** Whether it is the first working day of its week. */
export function opensWeek(on: LocalDate, calendar: WorkingCalendar): boolean {
  const monday = on.subtract({ days: on.dayOfWeek - 1 }).toString()
  return isWorkingDay(calendar, on) && previousWorkingDay(calendar, on).toString() < monday
}

/**
 * When, on that day, the office is sent its digest: at 08:00 in Vietnam on the first working day of a
 * week, and on every working day of the last seven before a deadline. Undefined on other days.
 */
export function digestMoment(
  on: LocalDate,
  calendar: WorkingCalendar,
  dueDays: readonly LocalDate[],
): Instant | undefined {
  if (!isWorkingDay(calendar, on)) return undefined
  const presses = dueDays.some((due) => {
    const left = on.until(due, { largestUnit: 'day' }).days
    return left >= 0 && left < LAST_DAYS
  })
  return opensWeek(on, calendar) || presses ? instantOf(on, DIGEST_TIME) : undefined
}
