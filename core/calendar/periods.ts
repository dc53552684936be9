import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from './local-time.ts'

/** How often something recurs. A school year runs from 1 September to 31 May. */
export const RHYTHMS = ['month', 'quarter', 'half-year', 'year', 'school-year'] as const

export type Rhythm = (typeof RHYTHMS)[number]

const MONTHS: Readonly<Record<Rhythm, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  'school-year': 9,
}

const SEPTEMBER = 9

/** First and last day, both included. */
export type Days = { readonly from: LocalDate; readonly to: LocalDate }

/**
 * The name of the period that a day falls into: '2025-10', '2025-Q4', '2025-H2', '2025', and
 * '2025-2026' of a school year, to which the summer after it is counted.
 */
export function periodContaining(every: Rhythm, on: LocalDate): string {
  const { year, month } = on
  switch (every) {
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'half-year':
      return `${year}-H${Math.ceil(month / 6)}`
    case 'year':
      return String(year)
    case 'school-year':
      return month < SEPTEMBER ? `${year - 1}-${year}` : `${year}-${year + 1}`
  }
}

const NAMES: readonly (readonly [Rhythm, RegExp])[] = [
  ['month', /^(\d{4})-(0[1-9]|1[0-2])$/u],
  ['quarter', /^(\d{4})-Q([1-4])$/u],
  ['half-year', /^(\d{4})-H([12])$/u],
  ['year', /^(\d{4})$/u],
  ['school-year', /^(\d{4})-\d{4}$/u],
]

/** The rhythm to which a period of that name belongs; none where it names no period. */
export function rhythmOf(period: string): Rhythm | undefined {
  return NAMES.find(([, name]) => name.test(period))?.[0]
}

/** The days of a period by its name; none where it names no period. */
export function daysOf(period: string): Days | undefined {
  const [every, name] = NAMES.find(([, pattern]) => pattern.test(period)) ?? []
  const [, year, place = '1'] = name?.exec(period) ?? []
  if (every === undefined || year === undefined) return undefined
  const month = every === 'school-year' ? SEPTEMBER : (Number(place) - 1) * MONTHS[every] + 1
  const from = Temporal.PlainDate.from({ year: Number(year), month, day: 1 })
  return { from, to: from.add({ months: MONTHS[every] }).subtract({ days: 1 }) }
}

/** The names of all periods that have a day between two days, both included, the earliest first. */
export function periodsBetween(every: Rhythm, { from, to }: Days): string[] {
  const periods: string[] = []
  const step = { months: every === 'school-year' ? MONTHS.year : MONTHS[every] }
  for (let on = from.with({ day: 1 }); on.toString() <= to.toString(); on = on.add(step))
    periods.push(periodContaining(every, on))
  const last = periodContaining(every, to)
  return periods.at(-1) === last ? periods : [...periods, last]
}
