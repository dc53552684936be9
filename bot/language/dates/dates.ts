import { Temporal } from 'temporal-polyfill'
import type { Calendar } from './calendar-days.ts'
import type { DateRule } from './date-rule.ts'
import type { Reading, Span } from '../writing/fold.ts'
import { mask } from '../writing/fold.ts'
import { RELATIVE_DAYS } from './relative-days.ts'
import type { DayOrInterval } from '../understanding.ts'
import { WRITTEN_DAYS } from './written-days.ts'

export type { Calendar, Looking } from './calendar-days.ts'

/** "trước 30/11" (before: that day is too late) or "chậm nhất, đến hết 30/11" (by: that day still counts). */
export type Bound = 'before' | 'by'

/** Days and where they stood. No values: a date that is no activity's, such as an anniversary. */
export type DateMatch = Span & { readonly values: readonly DayOrInterval[]; readonly bound?: Bound }

const RULES: readonly DateRule[] = [...WRITTEN_DAYS, ...RELATIVE_DAYS]

/** What a day is kept in memory of, not on which something was done. */
const ANNIVERSARY =
  /(?:ky niem|chao mung|mung|huong toi|tong tuyen cu|quoc khanh|ngay thanh lap|truyen thong|lap thanh tich)[^.,;:\n#]{0,60}$/
/** Days of the year that the country keeps, as day/month. */
const MEMORIAL_DAYS: ReadonlySet<string> = new Set(
  '6/1 9/1 3/2 27/2 8/3 26/3 1/4 21/4 30/4 1/5 7/5 15/5 19/5 1/6 5/6 21/6 28/6 27/7 28/7 19/8 2/9 10/10 13/10 14/10 15/10 20/10 9/11 18/11 20/11 23/11 22/12'.split(
    ' ',
  ),
)
/** "… ngày thành lập xã 5/9", "… Ngày hội 12/11": what is named by its day. */
const NAMES_AN_OCCASION =
  /(?:ngay|le|nam) (?:thanh lap|truyen thong|giai phong|chien thang|hoi|khai|sinh|mat|tai lap)[a-z ]{0,30}$/

/** "80 năm …, từ 20/10 đến 31/10", "80 năm … tối 15/11", "chào mừng 80 năm ngày 3/11" tell again when something was done. */
function isAnniversary(before: string, match: string, values: readonly DayOrInterval[]): boolean {
  if (/^(?:tu|sang|trua|chieu|toi|dem|hom) /.test(match) || !ANNIVERSARY.test(before)) return false
  const [day, ...others] = values
  if (!(day instanceof Temporal.PlainDate) || others.length > 0) return false
  return MEMORIAL_DAYS.has(`${day.day}/${day.month}`) || NAMES_AN_OCCASION.test(before)
}
const EARLIEST = Temporal.PlainDate.from('2015-01-01')

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/\btruoc(?: ngay)? ?$/, 'before'],
  [
    /\b(?:cham nhat|muon nhat|khong qua|den het|het|den|toi|han)(?: la| den| vao)?(?: ngay)? ?$/,
    'by',
  ],
]

function boundBefore(before: string): Bound | undefined {
  return BOUNDS.find(([words]) => words.test(before))?.[1]
}

const firstDay = (value: DayOrInterval) =>
  value instanceof Temporal.PlainDate ? value : value.from

function matchesOf(rule: DateRule, reading: Reading, masked: string, calendar: Calendar) {
  return [...masked.matchAll(rule.pattern)].flatMap((found): DateMatch[] => {
    const [start, end] = [found.index, found.index + found[0].length]
    const before = masked.slice(Math.max(0, start - 80), start)
    const typed = (reading.marked ? reading.typed : reading.folded).slice(start, end)
    if (rule.unless?.({ before, typed, after: masked.slice(end, end + 20) }) === true) return []
    const values = rule.read(found.groups ?? {}, calendar)
    if (values.length === 0) return []
    const past = values.some((value) => Temporal.PlainDate.compare(firstDay(value), EARLIEST) < 0)
    const bound = boundBefore(before)
    return [
      {
        ...{ start, end, values: past || isAnniversary(before, found[0], values) ? [] : values },
        ...(bound === undefined ? {} : { bound }),
      },
    ]
  })
}

/**
 * All days and intervals of days in a message, in the order written. `masked` is the folded text
 * with what is known to be no date hidden. Months and quarters are periods, not dates.
 */
export function readDates(
  reading: Reading,
  masked: string,
  calendar: Calendar,
): readonly DateMatch[] {
  const found: DateMatch[] = []
  let rest = masked
  for (const rule of RULES) {
    const matches = matchesOf(rule, reading, rest, calendar)
    found.push(...matches)
    rest = mask(rest, matches)
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** The last day that still counts: "trước ngày d" ends the day before d (the plan's own reading of the words). */
export function lastDayOf({ values, bound }: DateMatch): Temporal.PlainDate | undefined {
  const value = values.at(-1)
  if (value === undefined) return undefined
  const day = value instanceof Temporal.PlainDate ? value : value.to
  return bound === 'before' ? firstDay(value).subtract({ days: 1 }) : day
}
