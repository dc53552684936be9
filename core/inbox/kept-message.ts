import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../calendar/local-time.ts'
import { instantOf, localDateOf, localTimeOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay, nextWorkingDay } from '../calendar/working-days.ts'

/** How a kept message is named in chat: "T-12". */
export function keptCode(seq: bigint): string {
  return `T-${seq}`
}

const ANSWERED_BY = Temporal.PlainTime.from('10:00')
/** What is kept before the office opens is answered on the same morning. */
const OFFICE_OPENS_HOUR = 8

/** By when the office answers what is kept for it at that moment: 10:00, in Vietnam, of the next working morning. */
export function answeredBy(calendar: WorkingCalendar, at: Instant): Instant {
  const today = localDateOf(at)
  const isEarly = localTimeOf(at).hour < OFFICE_OPENS_HOUR && isWorkingDay(calendar, today)
  return instantOf(isEarly ? today : nextWorkingDay(calendar, today), ANSWERED_BY)
}
