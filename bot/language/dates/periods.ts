import { Temporal } from 'temporal-polyfill'
import type { Calendar } from './calendar-days.ts'
import { nearestMonth } from './calendar-days.ts'
import type { Groups } from './date-rule.ts'
import type { Span } from '../writing/fold.ts'
import { mask } from '../writing/fold.ts'

/** A month, quarter, half or year as named: "2025-10", "2025-Q4", "2025-H1", "2025". */
export type PeriodMatch = Span & { readonly period: string }

type Rule = {
  readonly pattern: RegExp
  readonly read: (groups: Groups, calendar: Calendar) => string | undefined
}

const WORD_MONTHS = [
  'gieng',
  'hai',
  'ba',
  'tu',
  'nam',
  'sau',
  'bay',
  'tam',
  'chin',
  'muoi',
  'muoi mot',
  'muoi hai',
]
const QUARTERS: Readonly<Record<string, number>> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4 },
}
const YEAR = '(?:[ /.,-]*(?:nam )?(?<y>20\\d\\d)|[ ,]+nam (?<which>nay|ngoai|truoc|sau))?(?!\\d)'

function yearOf({ y, which }: Groups, { today }: Calendar): number | undefined {
  if (y !== undefined) return Number(y)
  if (which === undefined) return undefined
  return today.year + (which === 'nay' ? 0 : which === 'sau' ? 1 : -1)
}

const monthNamed = (month: number, groups: Groups, calendar: Calendar): string | undefined => {
  if (month < 1 || month > 12) return undefined
  const year = yearOf(groups, calendar) ?? nearestMonth(calendar, month).year
  return Temporal.PlainYearMonth.from({ year, month }).toString()
}

const shift = (which: string | undefined) =>
  which === 'nay' || which === undefined ? 0 : /sau|toi/.test(which) ? 1 : -1

/** A quarter that has begun is still to come until its last month is over. */
const edgeMonth = (quarter: number, { looking }: Calendar) =>
  looking === 'forward' ? quarter * 3 : quarter * 3 - 2

function quarterNamed(groups: Groups, calendar: Calendar): string | undefined {
  const quarter = QUARTERS[groups['q'] ?? '']
  if (quarter === undefined) return undefined
  const year = yearOf(groups, calendar) ?? nearestMonth(calendar, edgeMonth(quarter, calendar)).year
  return `${year}-Q${quarter}`
}

function quarterShifted({ which }: Groups, { today }: Calendar): string {
  const { year, month } = today.toPlainYearMonth().add({ months: shift(which) * 3 })
  return `${year}-Q${Math.ceil(month / 3)}`
}

const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`\\b(?:quy ?|q)(?<q>iv|iii|ii|i|[1-4]|mot|hai|ba|bon|tu)\\b${YEAR}`, 'g'),
    read: quarterNamed,
  },
  {
    pattern: /\b(?:6|sau) thang (?<half>dau|cuoi)(?: cua)?(?: nam(?: (?<y>20\d\d))?)?|\b6 ?t\b/g,
    read: ({ half, y }, { today }) => `${y ?? today.year}-H${half === 'cuoi' ? 2 : 1}`,
  },
  {
    pattern: new RegExp(`\\b(?:thang|thg) ?(?<m>\\d{1,2})(?! ?%)${YEAR}`, 'g'),
    read: (groups, calendar) => monthNamed(Number(groups['m']), groups, calendar),
  },
  {
    pattern: new RegExp(`(?<![a-z\\d])t ?(?<m>\\d{1,2})(?![\\d%]|[.,]\\d\\b)${YEAR}`, 'g'),
    read: (groups, calendar) => monthNamed(Number(groups['m']), groups, calendar),
  },
  {
    pattern:
      /\bthang (?<w>muoi mot|muoi hai|muoi|gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin)\b(?! (?:nay|20))/g,
    read: (groups, calendar) => {
      const word = groups['w'] === 'mot' ? 'gieng' : groups['w']
      return monthNamed(WORD_MONTHS.indexOf(word ?? '') + 1, groups, calendar)
    },
  },
  {
    pattern: /(?<!\d )\bthang (?<which>nay|truoc|roi|qua|vua roi|vua qua|sau|toi)\b/g,
    read: ({ which }, { today }) =>
      today
        .toPlainYearMonth()
        .add({ months: shift(which) })
        .toString(),
  },
  {
    pattern: /(?<![\d/.,-])(?<m>0?[1-9]|1[0-2])[/-](?<y>20\d\d)(?![\d/-])/g,
    read: (groups, calendar) => monthNamed(Number(groups['m']), groups, calendar),
  },
  { pattern: /\bquy (?<which>nay|truoc|vua roi|vua qua|sau|toi)\b/g, read: quarterShifted },
  {
    pattern: /(?<!(?:luat|hien phap|nghi dinh|phap lenh)[^.,;:\n]{0,40})\bnam (?<y>20\d\d)(?!\d)/g,
    read: ({ y }) => y,
  },
  {
    pattern: /\b(?:ca )?nam (?<which>nay|ngoai)\b/g,
    read: ({ which }, { today }) => String(today.year - (which === 'ngoai' ? 1 : 0)),
  },
]

/** All periods named in the folded text, in the order written; days must be hidden already. */
export function readPeriods(masked: string, calendar: Calendar): readonly PeriodMatch[] {
  const found: PeriodMatch[] = []
  let rest = masked
  for (const { pattern, read } of RULES) {
    for (const match of rest.matchAll(pattern)) {
      const period = read(match.groups ?? {}, calendar)
      const end = match.index + match[0].length
      if (period !== undefined) found.push({ start: match.index, end, period })
    }
    rest = mask(rest, found)
  }
  return found.toSorted((a, b) => a.start - b.start)
}
