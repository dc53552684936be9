import type { Instant, LocalDate } from '../../core/calendar/local-time.ts'
import { localDateOf, localTimeOf } from '../../core/calendar/local-time.ts'

const WEEKDAYS = [
  'thứ Hai',
  'thứ Ba',
  'thứ Tư',
  'thứ Năm',
  'thứ Sáu',
  'thứ Bảy',
  'Chủ nhật',
] as const
const QUARTERS = ['I', 'II', 'III', 'IV'] as const

/** "thứ Sáu 24/10/2025": the weekday is always computed. */
export function sayDay(on: LocalDate): string {
  return `${WEEKDAYS[on.dayOfWeek - 1] ?? ''} ${sayDate(on)}`
}

/** "24/10/2025"; days under 10 and months 1 and 2 with a leading zero, as official documents write them. */
export function sayDate(on: LocalDate): string {
  const day = String(on.day).padStart(2, '0')
  const month = on.month <= 2 ? String(on.month).padStart(2, '0') : String(on.month)
  return `${day}/${month}/${on.year}`
}

/** "16:30 thứ Sáu 24/10/2025", in Vietnam. */
export function sayMoment(at: Instant): string {
  return `${sayTime(at)} ${sayDay(localDateOf(at))}`
}

/** "15:00 hôm nay", "09:00 ngày mai", "15:00 thứ Sáu 20/11/2026": seen from that day. */
export function sayNear(at: Instant, today: LocalDate): string {
  const on = localDateOf(at)
  if (on.equals(today)) return `${sayTime(at)} hôm nay`
  return on.equals(today.add({ days: 1 })) ? `${sayTime(at)} ngày mai` : sayMoment(at)
}

/** "16:30", in Vietnam. */
export function sayTime(at: Instant): string {
  return localTimeOf(at).toString({ smallestUnit: 'minute' })
}

/** '2025-10' → "tháng 10/2025", '2025-Q4' → "quý IV/2025", '2025-H1' → "6 tháng đầu năm 2025", '2025-2026' → "năm học 2025-2026". */
export function sayPeriod(period: string): string {
  const [year = '', part = ''] = period.split('-')
  if (part === '') return `năm ${year}`
  if (part.length === 4) return `năm học ${period}`
  if (part.startsWith('H')) return `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}`
  if (part.startsWith('Q')) return `quý ${QUARTERS[Number(part.slice(1)) - 1] ?? ''}/${year}`
  return `tháng ${Number(part)}/${year}`
}

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** "12.500" and "1,5": thousands with a dot, decimals with a comma. */
export function sayNumber(value: number): string {
  return NUMBER.format(value)
}
