import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { instantOf, localDateOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { LegalText } from '../nomination/legal.ts'
import { inForce } from '../nomination/legal.ts'

/** The law on personal data of a time, and how long an office has to answer a person. */
export type DataLaw = LegalText & {
  readonly answerWithin: { readonly count: number; readonly unit: 'hours' | 'working-days' }
}

/** Until then on the last working day. */
const OFFICE_CLOSES = Temporal.PlainTime.from('17:00')

const LAWS: readonly DataLaw[] = [
  {
    number: 'Nghị định 13/2023/NĐ-CP',
    validFrom: Temporal.PlainDate.from('2023-07-01'),
    validTo: Temporal.PlainDate.from('2025-12-31'),
    answerWithin: { count: 72, unit: 'hours' },
    confirmed: false,
  },
  {
    number: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP',
    validFrom: Temporal.PlainDate.from('2026-01-01'),
    answerWithin: { count: 2, unit: 'working-days' },
    confirmed: false,
  },
]

/** The law in force on that day in Vietnam; none where the product knows none. */
export function dataLawOn(on: LocalDate): DataLaw | undefined {
  return inForce(LAWS, on)
}

/**
 * By when a request made at that moment is to be answered. Working days are counted from the next one
 * on, as in "trong 2 ngày làm việc kể từ ngày nhận", and end at 17:00 in Vietnam.
 */
export function answerDueAt(
  { answerWithin: { count, unit } }: DataLaw,
  calendar: WorkingCalendar,
  askedAt: Instant,
): Instant {
  if (unit === 'hours') return askedAt.add({ hours: count })
  return instantOf(addWorkingDays(calendar, localDateOf(askedAt), count), OFFICE_CLOSES)
}
