import { Temporal } from 'temporal-polyfill'
import type { Reading, Span } from '../fold.ts'
import { readTimes } from '../times.ts'

/** Until when on the last day. `wholeDay`: "24 giờ" says no more than the day itself, "0 giờ" ends the day before. */
export type ClockTime = Span & {
  readonly time?: Temporal.PlainTime
  readonly wholeDay?: 'this' | 'before'
  /** Not all offices open and close at the same hour. */
  readonly other?: Temporal.PlainTime
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
    { time: CLOSING, other: LATE_CLOSING },
  ],
  [/\bdau gio (?:buoi )?chieu\b/g, { time: AFTERNOON }],
  [/\bdau gio (?:buoi )?sang\b/g, { time: OPENING, other: LATE_OPENING }],
]

const MIDNIGHT =
  /(?<![\d/.,:-])(?:(?:(?<end>24)|0?0) ?(?:h|gio|:)(?: ?00)?(?: phut)?|(?<night>12) ?(?:h|gio)(?: ?00)? dem)(?![a-z\d])/g

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
  const told = readTimes(reading, masked)
  const isFree = (time: ClockTime) =>
    !midnights.some(({ start, end }) => time.start < end && start < time.end)
  const exact = [...midnights, ...told.filter(isFree)]
  return (exact.length > 0 ? exact : named).toSorted((a, b) => a.start - b.start)
}
