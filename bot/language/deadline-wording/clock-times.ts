import { Temporal } from 'temporal-polyfill'
import type { Reading, Span } from '../writing/fold.ts'
import type { TimeMatch } from '../dates/times.ts'
import { hourOf, readTimes } from '../dates/times.ts'
import type { Doubt } from './deadline-reading.ts'

/** Until when on the last day. `wholeDay`: "24 giờ" says no more than the day itself, "0 giờ" ends the day before. */
export type ClockTime = Span & {
  readonly time?: Temporal.PlainTime
  readonly wholeDay?: 'this' | 'before'
  /** The other hour that may be meant, and why. */
  readonly other?: Temporal.PlainTime
  readonly doubt?: Extract<Doubt, 'closing-time' | 'part-of-day'>
}

const NOON_BREAK = Temporal.PlainTime.from('11:30')
const OPENING = Temporal.PlainTime.from('07:30')
const LATE_OPENING = Temporal.PlainTime.from('08:00')
const AFTERNOON = Temporal.PlainTime.from('13:30')
const CLOSING = Temporal.PlainTime.from('17:00')
const LATE_CLOSING = Temporal.PlainTime.from('17:30')

/** Hours that are named by what offices do then. */
const NAMED: readonly (readonly [RegExp, Omit<ClockTime, keyof Span>])[] = [
  [
    /\b(?:(?:gio|khi) )?nghi trua\b|\b(?:cuoi|het) (?:gio |buoi )?sang\b|\btrong (?:buoi )?sang\b/g,
    { time: NOON_BREAK },
  ],
  [
    /\b(?:cuoi|het|trong) (?:gio )?(?:lam viec|hanh chinh)\b|\b(?:cuoi|het) (?:gio )?(lam|buoi chieu|gio chieu|chieu)\b|\b(?:gio tan so|tan so|tan tam)\b|\bcuoi gio(?! sang)\b/g,
    { time: CLOSING, other: LATE_CLOSING, doubt: 'closing-time' },
  ],
  [/\bdau gio (?:buoi )?chieu\b/g, { time: AFTERNOON }],
  [/\bdau gio (?:buoi )?sang\b/g, { time: OPENING, other: LATE_OPENING, doubt: 'closing-time' }],
]

const MIDNIGHT =
  /(?<![\d/.,:-])(?:(?:(?<end>24)|0?0) ?(?:h|gio|:)(?: ?00)?(?: phut)?|(?<night>12) ?(?:h|gio)(?: ?00)? dem)(?![a-z\d])/g

/** "chiều mai", "sáng thứ Sáu": the part of the day stands beside the day, and the hour elsewhere. */
const PART_OF_DAY =
  /\b(?:(?:sang|trua|chieu|dem)(?= (?:nay|mai|mot|kia|hom|ngay|thu|t[2-7]|chu nhat|cn)\b)|toi(?= (?:nay|mai|hom)\b))/g
/** Before this hour offices are closed: "4h" without a word more is rather the afternoon's. */
const EARLIEST_HOUR = 7
/** As a document writes an hour of the morning: "05 giờ", "5:00". */
const OF_24_HOURS = /^0|:/
const WITH_PART = /^ ?(?:sang|trua|chieu|toi|dem)\b/

function inItsPartOfDay(told: TimeMatch, masked: string): ClockTime {
  const { time, start, end } = told
  if (time.hour === 0 || time.hour >= 12 || WITH_PART.test(masked.slice(end))) return told
  const parts = [...masked.matchAll(PART_OF_DAY)].map(({ 0: word }) => word)
  const [part, another] = new Set(parts)
  if (part !== undefined && another === undefined)
    return { ...told, time: time.with({ hour: hourOf(time.hour, part) }) }
  if (time.hour >= EARLIEST_HOUR || OF_24_HOURS.test(masked.slice(start, end))) return told
  return { ...told, time: time.add({ hours: 12 }), other: time, doubt: 'part-of-day' }
}

/** The times of day in a wording and where they stand, in the order written; of "từ 8h đến 17h" the last counts. */
export function readClockTimes(reading: Reading, masked: string): readonly ClockTime[] {
  const midnights = [...masked.matchAll(MIDNIGHT)].map(
    ({ index, 0: found, groups }): ClockTime => ({
      start: index,
      end: index + found.length,
      wholeDay: (groups?.['end'] ?? groups?.['night']) === undefined ? 'before' : 'this',
    }),
  )
  const named = NAMED.flatMap(([pattern, at]) =>
    [...masked.matchAll(pattern)].map(({ index, 0: found }): ClockTime => ({
      start: index,
      end: index + found.length,
      ...at,
    })),
  )
  const told = readTimes(reading, masked).map((time) => inItsPartOfDay(time, masked))
  const isFree = (time: ClockTime) =>
    !midnights.some(({ start, end }) => time.start < end && start < time.end)
  const exact = [...midnights, ...told.filter(isFree)]
  return (exact.length > 0 ? exact : named).toSorted((a, b) => a.start - b.start)
}
