import type { LocalDate } from '../../../core/calendar/local-time.ts'
import type { Days } from '../../../core/calendar/periods.ts'
import { daysOf, periodContaining } from '../../../core/calendar/periods.ts'
import {
  addWorkingDays,
  nextWorkingDay,
  workingDayOnOrBefore,
} from '../../../core/calendar/working-days.ts'
import type { Groups } from '../dates/date-rule.ts'
import type { WordingContext } from './deadline-reading.ts'
import { isLast, isNext, ordinal } from './ordinals.ts'

export const compare = (a: LocalDate, b: LocalDate) => (a.toString() < b.toString() ? -1 : 1)
export const monthOf = (on: LocalDate): Days =>
  daysOf(periodContaining('month', on)) ?? { from: on, to: on }

/** The first day of the month spoken of; `isOver` says whether the day sought in the present one has passed. */
export function monthSpokenOf(
  { m, y, which }: Groups,
  { issuedOn }: WordingContext,
  isOver: (month: LocalDate) => boolean,
): LocalDate {
  const present = issuedOn.with({ day: 1 })
  if (m !== undefined) {
    const named = present.with({ month: Number(m) })
    if (y !== undefined) return named.with({ year: Number(y) })
    return compare(monthOf(named).to, issuedOn) < 0 ? named.add({ years: 1 }) : named
  }
  if (which !== undefined) return isNext(which) ? present.add({ months: 1 }) : present
  return isOver(present) ? present.add({ months: 1 }) : present
}

/** One day of a month, in the month spoken of or the nearest in which it is still to come. */
export function inMonth(
  groups: Groups,
  context: WordingContext,
  day: (month: LocalDate) => LocalDate,
) {
  const month = monthSpokenOf(groups, context, (of) => compare(day(of), context.issuedOn) < 0)
  const on = day(month)
  return { from: on, to: on }
}

export function dayInMonth(groups: Groups, context: WordingContext) {
  const days = inMonth(groups, context, (month) => clipped(month, groups['d']))
  return groups['which'] === undefined ? days : { ...days, ...missing(days, groups['d']) }
}

export function weekdayIn(month: LocalDate, weekday: number, nth: string): LocalDate {
  const { from, to } = monthOf(month)
  if (isLast(nth)) return to.subtract({ days: (to.dayOfWeek - weekday + 7) % 7 })
  const first = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })
  return first.add({ weeks: ordinal(nth) - 1 })
}

export function workingDayIn(
  month: LocalDate,
  nth: string,
  { calendar }: WordingContext,
): LocalDate {
  const { from, to } = monthOf(month)
  if (isLast(nth)) return workingDayOnOrBefore(calendar, to)
  let day = from.subtract({ days: 1 })
  for (let left = ordinal(nth); left > 0; left -= 1) day = nextWorkingDay(calendar, day)
  return day
}

export const clipped = (month: LocalDate, day: string | undefined) =>
  month.with({ day: Number(day) })
/** The 31st of a month that has thirty days is asked back. */
const missing = ({ from }: Days, day: string | undefined) =>
  Number(day) > from.daysInMonth ? { doubt: 'no-such-day' as const } : {}

/** "tuần thứ 2 của tháng 10": offices count from the 1st, or the weeks of the calendar; hence two readings. */
export function weekOfMonth(groups: Groups, context: WordingContext) {
  const { nth = 'dau' } = groups
  const month = monthSpokenOf(
    groups,
    context,
    ({ month: of, year }) =>
      compare(monthOf(context.issuedOn.with({ year, month: of, day: 1 })).to, context.issuedOn) < 0,
  )
  const { from, to } = monthOf(month)
  if (isLast(nth)) {
    const monday = to.subtract({ days: to.dayOfWeek - 1 })
    return {
      ...{ from: monday, to },
      ...{ other: { from: to.subtract({ days: 6 }), to }, doubt: 'week-of-month' as const },
    }
  }
  const days = (ordinal(nth) - 1) * 7
  const monday = from.subtract({ days: from.dayOfWeek - 1 }).add({ days })
  const begin = compare(monday, from) < 0 ? from : monday
  const second = { from: from.add({ days }), to: from.add({ days: days + 6 }) }
  return {
    ...{ from: begin, to: monday.add({ days: 6 }), other: second },
    doubt: 'week-of-month' as const,
  }
}

const PARTS_OF_MONTH: Readonly<Record<string, readonly [number, number]>> = {
  ...{ dau: [1, 10], giua: [11, 20], cuoi: [21, 31], 'nua dau': [1, 15], 'nua cuoi': [16, 31] },
  ...{ 'thuong tuan': [1, 10], 'trung tuan': [11, 20], 'ha tuan': [21, 31] },
}

export function partOfMonth(groups: Groups, context: WordingContext) {
  const { part = '' } = groups
  const [first, last] = PARTS_OF_MONTH[part] ?? [1, 31]
  const month = monthSpokenOf(
    groups,
    context,
    (of) => compare(of.with({ day: last }), context.issuedOn) < 0,
  )
  const days = { from: month.with({ day: first }), to: month.with({ day: last }) }
  const isOpen = /^(?:dau|giua|cuoi)$/.test(part)
  return {
    ...days,
    ...(last === 31 ? { isEnd: true as const, other: { from: days.to, to: days.to } } : {}),
    ...(isOpen ? { doubt: 'part-of-month' as const } : {}),
  }
}

/** "5 ngày đầu tháng", "10 ngày cuối tháng 12". */
export function daysOfMonth(groups: Groups, context: WordingContext) {
  const count = Number(groups['n'])
  const of = (month: LocalDate): Days => {
    const { from, to } = monthOf(month)
    return groups['part'] === 'dau'
      ? { from, to: from.add({ days: count - 1 }) }
      : { from: to.subtract({ days: count - 1 }), to }
  }
  return of(monthSpokenOf(groups, context, (month) => compare(of(month).to, context.issuedOn) < 0))
}

/** "05 ngày làm việc đầu tiên của tháng 12". */
export function workingDaysOfMonth(groups: Groups, context: WordingContext) {
  const { n, part = '' } = groups
  const of = (month: LocalDate): Days => {
    const edge = workingDayIn(month, part, context)
    const other = addWorkingDays(context.calendar, edge, (Number(n) - 1) * (isLast(part) ? -1 : 1))
    return isLast(part) ? { from: other, to: monthOf(month).to } : { from: month, to: other }
  }
  return of(monthSpokenOf(groups, context, (month) => compare(of(month).to, context.issuedOn) < 0))
}

/** "ngày 20 các tháng 3, 6, 9, 12": the next of them. */
export function dayOfMonths({ d, months = '' }: Groups, { issuedOn }: WordingContext) {
  const days = (months.match(/\d+/g) ?? [])
    .flatMap((month) =>
      [0, 1].map((years) => ({ month: Number(month), year: issuedOn.year + years })),
    )
    .filter(({ month }) => month >= 1 && month <= 12)
    .map(({ month, year }) => issuedOn.with({ day: 1, month, year }).with({ day: Number(d) }))
    .filter((day) => compare(issuedOn, day) < 0 || day.equals(issuedOn))
    .toSorted(compare)
  const [on] = days
  return on && { from: on, to: on }
}
