import { Temporal } from 'temporal-polyfill'
import { weekOf } from '../dates/calendar-days.ts'
import { readDates } from '../dates/dates.ts'
import type { Reading } from '../writing/fold.ts'
import type { DayOrInterval, Leave } from '../understanding.ts'

const COUNTED: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5 }
const DAYS_AWAY =
  /\b(?:nghi|vang|cong tac|phep|di)(?: [a-z]+){0,2} (?<n>\d{1,2}|mot|hai|ba|bon|nam) (?<unit>ngay|hom|tuan)\b(?! (?:truoc|nua))/

const TITLE = '(?:dong chi|d\\/c|dc|anh|chi|ong|ba|co|chu|em|bac)'
const STANDS_IN = '(?:lam |truc |phu trach |bao cao |nhan tin |xu ly )?thay|phu trach|lam giup|truc'
/** "chị Hoa thay", "nhờ anh Nam phụ trách"; a name has at most four words. */
const DEPUTY = new RegExp(
  `\\b(${TITLE} (?!toi\\b|em\\b|minh\\b)[a-z]+(?: [a-z]+){0,3}?) (?:se |dang )?(?:${STANDS_IN})\\b`,
)
const ENTRUSTED = new RegExp(
  `\\b(?:uy quyen(?: lai)? cho|nguoi thay(?: la)?|thay(?: la)? ?:?) (${TITLE} [a-z]+(?: [a-z]+){0,3}?)(?=$|[,.;\\n]| (?:tu|den|lam|phu|truc|thay|nhe|a)\\b)`,
)

function deputyIn({ typed, folded }: Reading): string | undefined {
  for (const pattern of [DEPUTY, ENTRUSTED]) {
    const found = new RegExp(pattern.source, 'd').exec(folded)
    const [start, end] = found?.indices?.[1] ?? []
    if (start !== undefined && end !== undefined) return typed.slice(start, end)
  }
  return undefined
}

const first = (value: DayOrInterval) => (value instanceof Temporal.PlainDate ? value : value.from)
const last = (value: DayOrInterval) => (value instanceof Temporal.PlainDate ? value : value.to)

type Days = Omit<Leave, 'deputy'>

const UNTIL_MONTH = /\b(?:den|toi) (?:het |cuoi )?thang (?<month>\d{1,2})\b(?![/.-])/

/** "Đến hết tháng 3": the last day of the next such month. */
function endOfMonthNamed(folded: string, from: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const month = Number(UNTIL_MONTH.exec(folded)?.groups?.['month'] ?? 0)
  if (month < 1 || month > 12) return undefined
  const year = month < from.month ? from.year + 1 : from.year
  return Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 31 })
}

/** "3 ngày từ mai", "1 tuần". */
function countedDays(folded: string, from: Temporal.PlainDate): Days | undefined {
  const { n, unit } = DAYS_AWAY.exec(folded)?.groups ?? {}
  if (n === undefined) return undefined
  const days = (COUNTED[n] ?? Number(n)) * (unit === 'tuan' ? 7 : 1)
  return { from, until: from.add({ days: days - 1 }) }
}

/** "Đến hết tuần", "hết tháng". */
function restOf(folded: string, today: Temporal.PlainDate): Days | undefined {
  const unit = /\bhet (tuan|thang)\b(?! (?:sau|toi|\d))/.exec(folded)?.[1]
  const named = endOfMonthNamed(folded, today)
  if (unit === undefined) return named && { until: named }
  return {
    until: unit === 'tuan' ? weekOf(today, 0).to : today.with({ day: today.daysInMonth }),
  }
}

function daysOf(reading: Reading, today: Temporal.PlainDate): Days {
  const matches = readDates(reading, reading.folded, { today, looking: 'forward' })
  const [match] = matches
  const values = matches.flatMap((one) => one.values)
  const [one, latest] = [values[0], values.at(-1)]
  const counted = countedDays(reading.folded, one === undefined ? today : first(one))
  if (counted !== undefined) return counted
  if (match === undefined || one === undefined || latest === undefined)
    return restOf(reading.folded, today) ?? {}
  const lead = reading.folded.slice(Math.max(0, match.start - 14), match.start + 4)
  const until = endOfMonthNamed(reading.folded, first(one))
  if (until !== undefined) return { ...(/\btu\b/.test(lead) ? { from: first(one) } : {}), until }
  if (values.length > 1 || (!(one instanceof Temporal.PlainDate) && /\btu\b/.test(lead)))
    return { from: first(one), until: last(latest) }
  if (/\b(?:den|toi|het)\b/.test(lead)) return { until: last(one) }
  return /\btu\b/.test(lead) ? { from: first(one) } : { from: first(one), until: last(one) }
}

/**
 * From when until when somebody is away, and who stands in: "nghỉ đến 20/12, chị Hoa thay". Days look
 * forward from `today`; "nghỉ 3 ngày" begins today unless another day is named. What is not said is
 * left out.
 */
export function readLeave(reading: Reading, today: Temporal.PlainDate): Leave {
  const deputy = deputyIn(reading)
  return { ...daysOf(reading, today), ...(deputy === undefined ? {} : { deputy }) }
}
