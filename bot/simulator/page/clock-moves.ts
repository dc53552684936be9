import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Instant } from '../../../core/calendar/local-time.ts'
import { instantOf, localDateOf, ZONE } from '../../../core/calendar/local-time.ts'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import { nextWorkingDay } from '../../../core/calendar/working-days.ts'
import { PageRefusal } from './refusal.ts'

/** How the clock may be moved. `to`: an instant, or a day and time of day in Vietnam ("2025-10-24T14:00"). */
export const CLOCK_MOVE = z.union([
  z.strictObject({ hours: z.number().int().min(1).max(24) }),
  z.strictObject({ next: z.literal('working-day') }),
  z.strictObject({ to: z.string().max(60) }),
])

export type ClockMove = z.infer<typeof CLOCK_MOVE>

const OPENING = Temporal.PlainTime.from('08:00')
/** The clock never runs back, so a slip of the finger must not carry it beyond every campaign. */
const FARTHEST_YEARS = 3

/**
 * Where a move leads: some hours on, 8:00 of the next working day, or a given moment. Refuses a
 * moment that has passed or lies more than three years ahead.
 */
export function destinationOf(move: ClockMove, now: Instant, calendar: WorkingCalendar): Instant {
  if ('hours' in move) return now.add({ hours: move.hours })
  if ('next' in move) return instantOf(nextWorkingDay(calendar, localDateOf(now)), OPENING)
  const to = momentOf(move.to)
  if (!to) throw new PageRefusal(400, 'Thời điểm chưa đúng dạng, ví dụ 2025-10-24T14:00.')
  if (Temporal.Instant.compare(to, now) <= 0)
    throw new PageRefusal(409, 'Đồng hồ chỉ chạy tới: đề nghị chọn thời điểm sau giờ hiện tại.')
  const farthest = now.toZonedDateTimeISO(ZONE).add({ years: FARTHEST_YEARS }).toInstant()
  if (Temporal.Instant.compare(to, farthest) > 0)
    throw new PageRefusal(
      409,
      `Mỗi lần chỉ chuyển đồng hồ tới trước nhiều nhất ${FARTHEST_YEARS} năm.`,
    )
  return to
}

function momentOf(text: string): Instant | undefined {
  const readers = [
    () => Temporal.Instant.from(text),
    () => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant(),
  ]
  for (const read of readers) {
    try {
      return read()
    } catch {
      // Not of this form; the other may fit.
    }
  }
  return undefined
}
