import type { LocalDate } from '../../../core/calendar/local-time.ts'
import { daysOf, rhythmOf } from '../../../core/calendar/periods.ts'
import type { Calendar } from '../dates/calendar-days.ts'
import { nearestWeekday } from '../dates/calendar-days.ts'
import { readDates } from '../dates/dates.ts'
import type { Reading } from '../writing/fold.ts'
import { mask } from '../writing/fold.ts'
import { readPeriods } from '../dates/periods.ts'
import type { DayOrInterval } from '../understanding.ts'
import { Temporal } from 'temporal-polyfill'
import type { NamedDays, WordingContext } from './deadline-reading.ts'
import { PARTS_OF_PERIODS } from './parts-of-periods.ts'

/** "từ nay", "kể từ ngày ban hành Kế hoạch": the document's own day. */
const OWN_DAY =
  /\b(?<=(?<!thu )(?:tu|ke tu|tinh tu) )(?:ngay )?(?:nay|bay gio|gio(?= (?:den|toi|cho|tro))|hom nay|thoi diem nay|(?:ky |duoc )?(?:ban hanh|phat dong|ky|phat hanh)(?: (?:ban hanh|ke hoach|van ban|cong van|quyet dinh|thong bao|phong trao)(?: nay)?)*)(?= |[,.;)]|$)(?! (?:khen|cong nhan|phe duyet|tang|cua (?:cap|tinh|huyen|ubnd|chu tich))\b)/g

/**
 * All days, windows and periods named in a wording, in the order written. Those without a year are
 * the nearest to come from the document's day on.
 */
export function readNamedDays(
  reading: Reading,
  masked: string,
  context: WordingContext,
): readonly NamedDays[] {
  const found: NamedDays[] = []
  const take = (matches: readonly NamedDays[], rest: string): string => {
    found.push(...matches)
    return mask(rest, matches)
  }
  let rest = take(ownDays(masked, context), masked)
  for (const { pattern, read } of PARTS_OF_PERIODS) {
    const matches = [...rest.matchAll(pattern)].flatMap((match): NamedDays[] => {
      const days = read(match.groups ?? {}, context)
      const doubt = reading.marked ? {} : nextOrSixth(match[0], context)
      const end = match.index + match[0].length
      return days ? [{ start: match.index, end, ...days, ...doubt }] : []
    })
    rest = take(matches, rest)
  }
  const calendar = { today: context.issuedOn, looking: 'forward' as const }
  const month = monthSpokenOf(rest, calendar)
  const dates = readDates(reading, withoutBeforeHours(rest), calendar).flatMap(
    ({ start, end, values }) => {
      const words = masked.slice(start, end)
      if (isCounted(words, masked.slice(0, start))) return []
      return spanOf(values).map((days) => {
        const inYear = yearBehind(days, masked.slice(end), context)
        const inMonth = LONE_DAY.test(words) && month ? dayOf(month, inYear, context) : inYear
        return {
          ...{ start, end, ...inMonth },
          ...justPassed(words, inMonth, { masked, context }),
          ...weekDoubt(words, days),
          ...mismatch(words, inMonth),
        }
      })
    },
  )
  rest = take(dates, rest)
  const periods = readPeriods(rest, calendar).flatMap(({ start, end, period }): NamedDays[] => {
    const words = masked.slice(start, end)
    const isNone = PAST.test(words) || isCounted(words, masked.slice(0, start))
    const days = isNone ? undefined : daysOf(period)
    const doubt = { ...monthPassed(words, days, context), ...shortWeekday(words, context) }
    return days ? [{ start, end, ...days, ...doubt }] : []
  })
  take(periods, rest)
  return withoutRepeatedWeekdays(found, masked).toSorted((a, b) => a.start - b.start)
}

/** "thứ 6 trước 3h" is the Friday to come; the hour's place is filled with ~. */
function withoutBeforeHours(rest: string): string {
  return rest.replace(/\btruoc(?=(?: luc| khi)? ?~)/g, '#####')
}

const WEEKDAY = /^(?:[a-z]+ )*(?:thu [a-z2-7]+|chu nhat|cn)$/

/** "thứ Hai (13/10/2025)": the weekday says no more than the date beside it. */
function withoutRepeatedWeekdays(days: readonly NamedDays[], masked: string): NamedDays[] {
  const isWeekday = ({ start, end }: NamedDays) => WEEKDAY.test(masked.slice(start, end))
  return days.filter(
    (day) =>
      !isWeekday(day) ||
      !days.some(
        (date) =>
          !isWeekday(date) && date.from.equals(date.to) && date.to.dayOfWeek === day.to.dayOfWeek,
      ),
  )
}

/** Of the signing or issuing of what has a day of its own, that day was given. */
function ownDays(masked: string, { issuedOn, anchor }: WordingContext): NamedDays[] {
  return [...masked.matchAll(OWN_DAY)].map(({ index, 0: words }) => {
    const on = anchor && !/\bnay$|gio$/.test(words) ? anchor : issuedOn
    return { start: index, end: index + words.length, from: on, to: on }
  })
}

/** Days counted from something are no days named: "7 ngày trước lễ". */
const COUNTED = /^(?:cach day )?\d{1,2} (?:ngay|hom|bua|tuan) (?:truoc|nua|toi|sau)$/
const isCounted = (words: string, before: string) =>
  COUNTED.test(words) || (/\d $/.test(before) && /^(?:tuan|thang|quy) [a-z]/.test(words))

/** Deadlines lie ahead: "6 tháng trước ngày …" names no month gone by. */
const PAST = /(?:truoc|roi|qua)$/

/** "15/12 năm sau": the year stands behind the day. */
function yearBehind({ from, to }: Days, behind: string, { issuedOn }: WordingContext): Days {
  const [, which] = /^,? nam (nay|sau|toi)\b/.exec(behind) ?? []
  if (which === undefined) return { from, to }
  const years = issuedOn.year + (which === 'nay' ? 0 : 1) - to.year
  return { from: from.add({ years }), to: to.add({ years }) }
}

/** "thang sau" without marks is the next month, or June. */
function nextOrSixth(words: string, { issuedOn }: WordingContext): Partial<NamedDays> {
  if (words !== 'thang sau') return {}
  const named = issuedOn.with({ month: 6, day: 1 })
  const from = named.toString() < issuedOn.toString() ? named.add({ years: 1 }) : named
  const other = { from, to: from.with({ day: from.daysInMonth }) }
  return { doubt: 'several', other }
}

const LONE_DAY = /^(?:[a-z]+ )+\d{1,2}$/

/**
 * "Tháng 11/2025: trước ngày 20": the one month that is named beside the day. One just over is the
 * month that is reported on.
 */
function monthSpokenOf(rest: string, calendar: Calendar): Temporal.PlainYearMonth | undefined {
  const [only, ...others] = readPeriods(rest, calendar).filter(
    ({ period }) => rhythmOf(period) === 'month',
  )
  if (!only || others.length > 0) return undefined
  const month = Temporal.PlainYearMonth.from(only.period)
  const namesYear = /20\d\d/.test(rest.slice(only.start, only.end))
  const isOver = !namesYear && isBehind(month.subtract({ years: 1 }), calendar.today)
  return isOver ? undefined : month
}

/** The first days of a month are often those of the report about it, and then the next month's are meant. */
function dayOf(
  month: Temporal.PlainYearMonth,
  { from, to }: Days,
  { issuedOn }: WordingContext,
): Omit<NamedDays, 'start' | 'end'> {
  const on = month.toPlainDate({ day: from.day })
  if (on.toString() < issuedOn.toString() || on.day !== from.day) return { from, to }
  if (on.day > 10) return { from: on, to: on }
  const next = on.add({ months: 1 })
  return { from: on, to: on, other: { from: next, to: next }, doubt: 'several' }
}

type Days = Pick<NamedDays, 'from' | 'to'>

/** "ngày 10, 11 và 12/11" is one span from its first to its last day. */
function spanOf(values: readonly DayOrInterval[]): Days[] {
  const [first] = values
  const last = values.at(-1)
  if (!first || !last) return []
  const from = first instanceof Temporal.PlainDate ? first : first.from
  const to = last instanceof Temporal.PlainDate ? last : last.to
  return [{ from, to }]
}

const WEEKDAY_OF_DATE =
  /\b(?:(?:thu |t)(?<day>hai|ba|tu|nam|sau|bay|[2-7])|(?<sunday>chu nhat|cn))\b.*\d{1,2}(?:[/.-]| thang )\d/
const WEEKDAYS = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay']

/** "thứ Sáu 27/11/2025" where that day is a Thursday: one of the two is a slip. */
function mismatch(words: string, { from, to }: Days): Partial<NamedDays> {
  const { day, sunday } = WEEKDAY_OF_DATE.exec(words)?.groups ?? {}
  if ((day === undefined && sunday === undefined) || !from.equals(to)) return {}
  const named = day === undefined ? 7 : WEEKDAYS.indexOf(day) + 1 || Number(day) - 1
  return named === to.dayOfWeek ? {} : { doubt: 'weekday-mismatch' }
}

/** Days after which a day without a year is rather the next year's. */
const LATELY = 31

const isLately = (on: LocalDate, issuedOn: LocalDate) => {
  const { days } = on.until(issuedOn, { largestUnit: 'day' })
  return days > 0 && days <= LATELY
}
/** A report may be owed for a month that is gone for so long. */
const REPORTED_ON = 180
const isBehind = (month: Temporal.PlainYearMonth, today: LocalDate) => {
  const { days } = month.toPlainDate({ day: 1 }).until(today, { largestUnit: 'day' })
  return days > 0 && days <= REPORTED_ON && !today.toPlainYearMonth().equals(month)
}
const hasJustPassed = (month: Temporal.PlainYearMonth, issuedOn: LocalDate) =>
  isLately(month.toPlainDate({ day: month.daysInMonth }), issuedOn)

/** "trong tháng 10" in a message of November. */
function monthPassed(
  words: string,
  days: Days | undefined,
  { issuedOn }: WordingContext,
): Partial<NamedDays> {
  if (!days || !/^(?:thang|thg|t) ?\d{1,2}$/.test(words)) return {}
  const month = days.from.toPlainYearMonth().subtract({ years: 1 })
  if (!hasJustPassed(month, issuedOn)) return {}
  const from = month.toPlainDate({ day: 1 })
  return { other: { from, to: from.with({ day: from.daysInMonth }) }, doubt: 'past' }
}

/** "đến hết 10/11" in a message of 18/11: a slip, or next year's. */
function justPassed(
  words: string,
  { from, to }: Days,
  { masked, context: { issuedOn } }: { masked: string; context: WordingContext },
): Partial<NamedDays> {
  const isPlain = /\d(?:[/.-]| thang )\d{1,2}$/.test(words) && from.equals(to)
  if (!isPlain || /\b(?:hang|moi) nam\b|\bnam (?:sau|toi)\b/.test(masked)) return {}
  const before = to.subtract({ years: 1 })
  if (!isLately(before, issuedOn)) return {}
  return { other: { from: before, to: before }, doubt: 'past' }
}

/** A week ends on Sunday, and for offices on Friday. */
function weekDoubt(words: string, { from, to }: Days): Partial<NamedDays> {
  if (/\bdau tuan\b/.test(words)) return { doubt: 'part-of-week', other: { from, to: from } }
  if (/\bgiua tuan\b/.test(words)) return { doubt: 'part-of-week', other: { from, to: from } }
  if (/\bcuoi tuan\b/.test(words)) {
    const friday = from.subtract({ days: 1 })
    return { doubt: 'end-of-week', other: { from: friday, to: friday }, isEnd: true }
  }
  if (!/\btuan\b/.test(words) || from.equals(to)) return {}
  return { doubt: 'end-of-week', other: { from, to: to.subtract({ days: 2 }) } }
}

/** "t6" is June, or Friday. */
function shortWeekday(words: string, { issuedOn }: WordingContext): Partial<NamedDays> {
  const [, day] = /^t ?([2-7])$/.exec(words) ?? []
  if (day === undefined) return {}
  const on = nearestWeekday({ today: issuedOn, looking: 'forward' }, Number(day) - 1)
  return { doubt: 'weekday-or-month', other: { from: on, to: on } }
}
