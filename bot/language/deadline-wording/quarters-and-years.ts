import type { LocalDate } from '../../../core/calendar/local-time.ts'
import type { Days } from '../../../core/calendar/periods.ts'
import { daysOf, periodContaining } from '../../../core/calendar/periods.ts'
import { nextWorkingDay, workingDayOnOrBefore } from '../../../core/calendar/working-days.ts'
import { weekOf } from '../dates/calendar-days.ts'
import type { Groups } from '../dates/date-rule.ts'
import type { WordingContext } from './deadline-reading.ts'
import { compare, monthOf } from './months.ts'
import { isLast, isNext, numberOf, ordinal } from './ordinals.ts'

/** The quarter spoken of, or the nearest whose day is still to come. */
function quarterSpokenOf(
  { q, qy, qwhich }: Groups,
  { issuedOn }: WordingContext,
  day: (quarter: Days) => LocalDate,
): Days {
  const quarterAt = (on: LocalDate) => daysOf(periodContaining('quarter', on)) ?? monthOf(on)
  if (q !== undefined) {
    const month = numberOf(q) * 3 - 2
    const named = quarterAt(issuedOn.with({ day: 1, month, ...(qy ? { year: Number(qy) } : {}) }))
    const isOver = qy === undefined && compare(named.to, issuedOn) < 0
    return isOver ? quarterAt(named.from.add({ years: 1 })) : named
  }
  const present = quarterAt(issuedOn)
  const isOver = qwhich === undefined && compare(day(present), issuedOn) < 0
  return isNext(qwhich) || isOver ? quarterAt(present.from.add({ months: 3 })) : present
}

export function inQuarter(groups: Groups, context: WordingContext, day: (of: Days) => LocalDate) {
  const on = day(quarterSpokenOf(groups, context, day))
  return { from: on, to: on }
}

/** "tháng cuối quý", "tháng đầu", "tháng thứ hai": the first day of that month of the quarter. */
export function monthOfQuarter({ from }: Days, { nth = 'cuoi' }: Groups): LocalDate {
  return from.add({ months: isLast(nth) ? 2 : /giua/.test(nth) ? 1 : ordinal(nth) - 1 })
}

const MONTH_OF_PART: Readonly<Record<string, number>> = { dau: 0, giua: 1, cuoi: 2 }

export function partOfQuarter(groups: Groups, context: WordingContext) {
  const { part = '' } = groups
  const of = (quarter: Days) => monthOf(quarter.from.add({ months: MONTH_OF_PART[part] ?? 0 }))
  const days = of(quarterSpokenOf(groups, context, (quarter) => of(quarter).to))
  const doubt = 'part-of-year' as const
  return part === 'cuoi' ? { ...days, isEnd: true as const, doubt } : { ...days, doubt }
}

/** "hết tháng", "trong quý", with no word which: the present one. */
export function present({ unit }: Groups, { issuedOn }: WordingContext) {
  if (unit === undefined) return { from: issuedOn, to: issuedOn }
  if (unit === 'tuan') {
    const { from, to } = weekOf(issuedOn, 0)
    const other = { from, to: to.subtract({ days: 2 }) }
    return { from, to, other, doubt: 'end-of-week' as const }
  }
  const rhythm = unit === 'thang' ? 'month' : unit === 'quy' ? 'quarter' : 'year'
  return daysOf(periodContaining(rhythm, issuedOn))
}

/** "cuối năm" ends with the year; where its beginning or middle ends nobody has laid down. */
export function partOfYear({ part, y, which }: Groups, { issuedOn }: WordingContext) {
  const year = y === undefined ? issuedOn.year + (isNext(which) ? 1 : 0) : Number(y)
  const from = issuedOn.with({ year, month: 1, day: 1 })
  const end = from.add({ years: 1 }).subtract({ days: 1 })
  if (part === 'cuoi') return { from: end, to: end, isEnd: true as const }
  const begin = part === 'dau' ? from : from.add({ months: 5 })
  const to =
    part === 'dau' ? from.add({ months: 3 }).subtract({ days: 1 }) : begin.with({ day: 30 })
  return { from: begin, to, doubt: 'part-of-year' as const }
}

/** Schools close on a day that each province sets; 31 May is the usual one. */
export function schoolYear({ sy, edge }: Groups, { issuedOn }: WordingContext) {
  const named = sy?.replace(/ /g, '').replace('/', '-')
  const days = daysOf(named ?? periodContaining('school-year', issuedOn))
  if (!days) return undefined
  const isEnd = edge !== undefined
  return {
    ...(isEnd ? { from: days.to, to: days.to, isEnd: true as const } : days),
    doubt: 'school-year' as const,
  }
}

export function periodEdge({ edge = '', unit = '', y }: Groups, { issuedOn }: WordingContext) {
  const rhythm = unit === 'nam' ? 'year' : 'quarter'
  const days = daysOf(y ?? periodContaining(rhythm, issuedOn))
  const on = edge.startsWith('cuoi') ? days?.to : days?.from
  return on && { from: on, to: on }
}

/** "ngày làm việc cuối cùng của năm", "ngày làm việc đầu tiên của tuần sau". */
export function edgeWorkingDay({ edge = '', unit, y, which }: Groups, context: WordingContext) {
  const { issuedOn, calendar } = context
  const week = weekOf(issuedOn, isNext(which) ? 1 : 0)
  const days = unit === 'tuan' ? week : daysOf(y ?? String(issuedOn.year + (isNext(which) ? 1 : 0)))
  const on =
    days &&
    (isLast(edge)
      ? workingDayOnOrBefore(calendar, days.to)
      : nextWorkingDay(calendar, days.from.subtract({ days: 1 })))
  return on && { from: on, to: on }
}
