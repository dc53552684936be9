import type { Instant } from '../calendar/local-time.ts'
import { localDateOf, localTimeOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay } from '../calendar/working-days.ts'

/** Minutes of the day, in Vietnam, between which the bot may write unasked: 07:00–11:30 and 13:30–17:30. */
const HOURS = [
  { from: 7 * 60, to: 11 * 60 + 30 },
  { from: 13 * 60 + 30, to: 17 * 60 + 30 },
] as const

/** Whether a message that nobody asked for may leave at that moment: a working day, in office hours. */
export function mayWriteUnasked(calendar: WorkingCalendar, at: Instant): boolean {
  if (!isWorkingDay(calendar, localDateOf(at))) return false
  const { hour, minute } = localTimeOf(at)
  const now = hour * 60 + minute
  return HOURS.some(({ from, to }) => from <= now && now < to)
}

/** Unasked messages one person gets on one day, however many campaigns run. */
export const MOST_UNASKED_A_DAY = 2
