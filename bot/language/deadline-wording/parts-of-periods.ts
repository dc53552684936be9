import type { LocalDate } from '../../../core/calendar/local-time.ts'
import type { Days } from '../../../core/calendar/periods.ts'
import { daysOf, periodContaining } from '../../../core/calendar/periods.ts'
import {
  addWorkingDays,
  nextWorkingDay,
  workingDayOnOrBefore,
} from '../../../core/calendar/working-days.ts'
import { weekOf } from '../calendar-days.ts'
import type { Groups } from '../date-rule.ts'
import type { NamedDays, WordingContext } from './deadline-reading.ts'

/** A way to name days by their place in a period: a pattern over folded text, and what its groups mean. */
export type NamingRule = {
  readonly pattern: RegExp
  readonly read: (
    groups: Groups,
    context: WordingContext,
  ) => Omit<NamedDays, 'start' | 'end'> | undefined
}

const MONTH =
  '(?:thang (?<m>1[0-2]|0?[1-9])(?!\\d|[/.-]\\d{1,2}\\b(?!\\d))(?:(?:/|-| ?,? ?nam |/nam )?(?<y>20\\d\\d))?)'
const WHICH_MONTH = '(?:thang (?<which>nay|sau|toi|ke tiep|tiep theo|lien ke|hien tai))'
const ANY_MONTH = '(?:(?:cua|moi|hang|tung|trong|cac) )*thang(?! \\d)(?: (?<plain>do|bao cao))?'
const OF_MONTH = `(?:cua |trong )?(?:${MONTH}|${WHICH_MONTH}|${ANY_MONTH})`
const QUARTER =
  '(?:(?:cua |trong |moi |hang |tung )*quy(?: ?(?<q>iv|iii|ii|i|[1-4]|bon|ba|hai|mot)\\b|\\b)(?: ?(?:/|nam )?(?<qy>20\\d\\d))?(?: (?<qwhich>nay|sau|toi|ke tiep|tiep theo|lien ke))?)'
const WEEKDAY = 'thu (?<w>hai|ba|tu|nam|sau|bay|[2-7])|(?<sunday>chu nhat)'
const NTH = '(?<nth>dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|tu|nam|[1-5])|[1-5])'

const ORDINALS: Readonly<Record<string, number>> = {
  ...{ dau: 1, nhat: 1, mot: 1, i: 1, hai: 2, ii: 2, ba: 3, iii: 3, tu: 4, bon: 4, iv: 4, nam: 5 },
  ...{ sau: 6, bay: 7 },
}
const numberOf = (word: string) => ORDINALS[word] ?? Number(word)
const isLast = (nth: string) => nth.startsWith('cuoi')
const ordinal = (nth: string) => numberOf(nth.replace('thu ', '').replace(' tien', ''))
const isNext = (which: string | undefined) =>
  which !== undefined && /sau|toi|tiep|lien ke/.test(which)

const compare = (a: LocalDate, b: LocalDate) => (a.toString() < b.toString() ? -1 : 1)
const monthOf = (on: LocalDate): Days =>
  daysOf(periodContaining('month', on)) ?? { from: on, to: on }

/** The first day of the month spoken of; `isOver` says whether the day sought in the present one has passed. */
function monthSpokenOf(
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
function inMonth(groups: Groups, context: WordingContext, day: (month: LocalDate) => LocalDate) {
  const month = monthSpokenOf(groups, context, (of) => compare(day(of), context.issuedOn) < 0)
  const on = day(month)
  return { from: on, to: on }
}

function weekdayIn(month: LocalDate, weekday: number, nth: string): LocalDate {
  const { from, to } = monthOf(month)
  if (isLast(nth)) return to.subtract({ days: (to.dayOfWeek - weekday + 7) % 7 })
  const first = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })
  return first.add({ weeks: ordinal(nth) - 1 })
}

function workingDayIn(month: LocalDate, nth: string, { calendar }: WordingContext): LocalDate {
  const { from, to } = monthOf(month)
  if (isLast(nth)) return workingDayOnOrBefore(calendar, to)
  let day = from.subtract({ days: 1 })
  for (let left = ordinal(nth); left > 0; left -= 1) day = nextWorkingDay(calendar, day)
  return day
}

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

function inQuarter(groups: Groups, context: WordingContext, day: (of: Days) => LocalDate) {
  const on = day(quarterSpokenOf(groups, context, day))
  return { from: on, to: on }
}

/** "tháng cuối quý", "tháng đầu", "tháng thứ hai": the first day of that month of the quarter. */
function monthOfQuarter({ from }: Days, { nth = 'cuoi' }: Groups): LocalDate {
  return from.add({ months: isLast(nth) ? 2 : /giua/.test(nth) ? 1 : ordinal(nth) - 1 })
}

const clipped = (month: LocalDate, day: string | undefined) => month.with({ day: Number(day) })

/** "tuần thứ 2 của tháng 10": offices count from the 1st, or the weeks of the calendar; hence two readings. */
function weekOfMonth(groups: Groups, context: WordingContext) {
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

function partOfMonth(groups: Groups, context: WordingContext) {
  const { part = '' } = groups
  const [first, last] = PARTS_OF_MONTH[part] ?? [1, 31]
  const month = monthSpokenOf(
    groups,
    context,
    (of) => compare(of.with({ day: last }), context.issuedOn) < 0,
  )
  const days = { from: month.with({ day: first }), to: month.with({ day: last }) }
  return last === 31 ? { ...days, isEnd: true as const } : days
}

/** "5 ngày đầu tháng", "10 ngày cuối tháng 12". */
function daysOfMonth(groups: Groups, context: WordingContext) {
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
function workingDaysOfMonth(groups: Groups, context: WordingContext) {
  const { n, part = '' } = groups
  const of = (month: LocalDate): Days => {
    const edge = workingDayIn(month, part, context)
    const other = addWorkingDays(context.calendar, edge, (Number(n) - 1) * (isLast(part) ? -1 : 1))
    return isLast(part) ? { from: other, to: monthOf(month).to } : { from: month, to: other }
  }
  return of(monthSpokenOf(groups, context, (month) => compare(of(month).to, context.issuedOn) < 0))
}

/** "ngày 20 các tháng 3, 6, 9, 12": the next of them. */
function dayOfMonths({ d, months = '' }: Groups, { issuedOn }: WordingContext) {
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

/** "hết tháng", "trong quý", with no word which: the present one. */
function present({ unit }: Groups, { issuedOn }: WordingContext) {
  if (unit === undefined) return { from: issuedOn, to: issuedOn }
  if (unit === 'tuan') {
    const { from, to } = weekOf(issuedOn, 0)
    const other = { from, to: to.subtract({ days: 2 }) }
    return { from, to, other, doubt: 'end-of-week' as const }
  }
  const rhythm = unit === 'thang' ? 'month' : unit === 'quy' ? 'quarter' : 'year'
  return daysOf(periodContaining(rhythm, issuedOn))
}

const MONTH_OF_PART: Readonly<Record<string, number>> = { dau: 0, giua: 1, cuoi: 2 }

function partOfQuarter(groups: Groups, context: WordingContext) {
  const { part = '' } = groups
  const of = (quarter: Days) => monthOf(quarter.from.add({ months: MONTH_OF_PART[part] ?? 0 }))
  const days = of(quarterSpokenOf(groups, context, (quarter) => of(quarter).to))
  return part === 'cuoi' ? { ...days, isEnd: true as const } : days
}

/** "cuối năm" ends with the year; where its beginning or middle ends nobody has laid down. */
function partOfYear({ part, y, which }: Groups, { issuedOn }: WordingContext) {
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
function schoolYear({ sy, edge }: Groups, { issuedOn }: WordingContext) {
  const named = sy?.replace(/ /g, '').replace('/', '-')
  const days = daysOf(named ?? periodContaining('school-year', issuedOn))
  if (!days) return undefined
  const isEnd = edge !== undefined
  return {
    ...(isEnd ? { from: days.to, to: days.to, isEnd: true as const } : days),
    doubt: 'school-year' as const,
  }
}

function periodEdge({ edge = '', unit = '', y }: Groups, { issuedOn }: WordingContext) {
  const rhythm = unit === 'nam' ? 'year' : 'quarter'
  const days = daysOf(y ?? periodContaining(rhythm, issuedOn))
  const on = edge.startsWith('cuoi') ? days?.to : days?.from
  return on && { from: on, to: on }
}

const weekday = ({ w, sunday }: Groups) =>
  sunday ? 7 : /\d/.test(w ?? '') ? Number(w) - 1 : numberOf(w ?? '') - 1

/** "ngày làm việc cuối cùng của năm", "… trong tuần này". */
function lastWorkingDay({ unit, y, which }: Groups, { issuedOn, calendar }: WordingContext) {
  const week = weekOf(issuedOn, isNext(which) ? 1 : 0)
  const days = unit === 'tuan' ? week : daysOf(y ?? String(issuedOn.year + (isNext(which) ? 1 : 0)))
  const on = days && workingDayOnOrBefore(calendar, days.to)
  return on && { from: on, to: on }
}

/** Days named by their place, the more specific first. */
export const PARTS_OF_PERIODS: readonly NamingRule[] = [
  {
    pattern:
      /\b(?:tu )?(?:ngay )?(?<d1>\d{1,2}) ?(?:-|den|toi) ?(?:het )?(?:ngay )?(?<d>\d{1,2}) (?:(?:cua|hang|moi|tung|cac) )+thang\b/g,
    read: (groups, context) => {
      const { to } = inMonth(groups, context, (month) => clipped(month, groups['d']))
      return { from: clipped(to, groups['d1']), to }
    },
  },
  {
    pattern:
      /\bngay lam viec cuoi(?: cung)? (?:cua |trong )?(?<unit>nam|tuan)\b(?: (?:(?<y>20\d\d)|(?<which>nay|sau|toi)))?/g,
    read: lastWorkingDay,
  },
  {
    pattern: new RegExp(
      `\\b(?<n>\\d{1,2}) ngay lam viec (?<part>dau|cuoi)(?: tien| cung)? ${OF_MONTH}`,
      'g',
    ),
    read: workingDaysOfMonth,
  },
  {
    pattern: new RegExp(
      `\\b(?<n>\\d{1,2}) ngay (?<part>dau|cuoi)(?: tien| cung)? ${OF_MONTH}`,
      'g',
    ),
    read: daysOfMonth,
  },
  {
    pattern: new RegExp(
      `\\b(?:ngay |mung |mong )?(?<d>[0-2]?\\d|3[01]) (?:cua |trong )?thang (?<nth>dau(?: tien)?|cuoi(?: cung)?|giua|thu (?:nhat|hai|ba|[1-3])) ${QUARTER}`,
      'g',
    ),
    read: (groups, context) =>
      inQuarter(groups, context, (quarter) =>
        clipped(monthOfQuarter(quarter, groups), groups['d']),
      ),
  },
  {
    pattern: new RegExp(`\\bngay lam viec ${NTH} ${OF_MONTH}`, 'g'),
    read: (groups, context) =>
      inMonth(groups, context, (month) => workingDayIn(month, groups['nth'] ?? '', context)),
  },
  {
    pattern: new RegExp(`\\bngay lam viec ${NTH} ${QUARTER}`, 'g'),
    read: (groups, context) =>
      inQuarter(groups, context, ({ from, to }) =>
        workingDayIn(isLast(groups['nth'] ?? '') ? to : from, groups['nth'] ?? '', context),
      ),
  },
  {
    pattern: new RegExp(`\\b(?:${WEEKDAY}) (?:cua )?(?:tuan )?${NTH} ${OF_MONTH}`, 'g'),
    read: (groups, context) =>
      inMonth(groups, context, (month) => weekdayIn(month, weekday(groups), groups['nth'] ?? '')),
  },
  {
    pattern: new RegExp(`\\b(?:ngay|hom) (?<nth>cuoi(?: cung)?|dau(?: tien)?) ${OF_MONTH}`, 'g'),
    read: (groups, context) =>
      inMonth(groups, context, (month) =>
        isLast(groups['nth'] ?? '') ? monthOf(month).to : month,
      ),
  },
  {
    pattern: new RegExp(`\\bngay (?<nth>cuoi(?: cung)?|dau(?: tien)?) ${QUARTER}`, 'g'),
    read: (groups, context) =>
      inQuarter(groups, context, ({ from, to }) => (isLast(groups['nth'] ?? '') ? to : from)),
  },
  {
    pattern:
      /\bngay (?<edge>cuoi(?: cung)?|dau(?: tien)?) (?:cua )?(?<unit>nam)(?: (?<y>20\d\d))?/g,
    read: periodEdge,
  },
  {
    pattern: new RegExp(`\\btuan ${NTH} (?:cua )?(?:${MONTH}|${WHICH_MONTH}|thang)`, 'g'),
    read: weekOfMonth,
  },
  {
    pattern: /\b(?:(?<edge>ket thuc|cuoi|het) )?nam hoc(?: (?<sy>20\d\d ?[-/] ?20\d\d)| nay)?/g,
    read: schoolYear,
  },
  {
    pattern: new RegExp(
      `\\b(?<part>nua dau|nua cuoi|dau|giua|cuoi|(?:thuong|trung|ha) tuan) (?:cua )?(?:${MONTH}|${WHICH_MONTH}|thang(?! \\d))`,
      'g',
    ),
    read: partOfMonth,
  },
  {
    pattern:
      /\b(?:(?<=(?:het|trong) )(?<unit>thang|quy|nam|tuan)|(?<=(?:het|trong|cuoi) )ngay)(?=$|[,.;)])/g,
    read: present,
  },
  {
    pattern: /(?<!\d,? )\bnam (?<which>sau|toi)\b/g,
    read: (_groups, { issuedOn }) => daysOf(String(issuedOn.year + 1)),
  },
  {
    pattern: new RegExp(
      `\\b(?:ngay )?(?<d>[0-2]?\\d|3[01]) (?:cua )?(?:cac )?thang (?<months>\\d{1,2}(?:(?:, ?|;| va |, va )\\d{1,2})+)(?![\\d/])`,
      'g',
    ),
    read: dayOfMonths,
  },
  { pattern: new RegExp(`\\b(?<part>dau|giua|cuoi) ${QUARTER}`, 'g'), read: partOfQuarter },
  {
    pattern:
      /(?<!thang )\b(?<part>dau|giua|cuoi) nam\b(?! hoc)(?: (?:(?<y>20\d\d)|(?<which>nay|sau|toi)))?/g,
    read: partOfYear,
  },
  {
    pattern: new RegExp(
      `(?<![\\d/.,-]|\\b(?:trong|vong|sau|khoang) )(?:ngay |mung |mong |hom )*(?<d>[0-2]?\\d|3[01])(?: (?:cua|vao|trong))? (?:${WHICH_MONTH}|(?:(?:cua|hang|moi|tung|cac) )+thang\\b)`,
      'g',
    ),
    read: (groups, context) => inMonth(groups, context, (month) => clipped(month, groups['d'])),
  },
  {
    pattern:
      /(?<=\b(?:hang|moi|tung) thang[^\d.;]{0,40}? )(?:ngay |mung |mong )(?<d>[0-2]?\d|3[01])(?![\d/.-])/g,
    read: (groups, context) => inMonth(groups, context, (month) => clipped(month, groups['d'])),
  },
  {
    // Where the sixth month was meant and written with its marks, it stands there in figures.
    pattern: new RegExp(`(?<!\\d )\\b${WHICH_MONTH}\\b`, 'g'),
    read: (groups, context) => monthOf(monthSpokenOf(groups, context, () => false)),
  },
]
