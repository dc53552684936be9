import { Temporal } from 'temporal-polyfill'
import type { Reading, Span } from '../writing/fold.ts'

export type TimeMatch = Span & { readonly time: Temporal.PlainTime }

const TIME =
  /(?<![\d/.,-])(?<h>[01]?\d|2[0-4])(?:(?: ?gio| ?h)(?: ?(?<m>[0-5]\d)(?! ?(?:nguoi|ho|luot|buoi)\b|[/.-]\d)(?: ?(?:phut|p)\b)?| ?(?<half>ruoi)|(?<short>5))?|:(?<m_>[0-5]\d))(?![a-z\d])/g
const PART = /^ ?(sang|trua|chieu|toi|dem)\b/

/** "3h chiều" is 15:00, "12h trưa" noon, "12h đêm" midnight; an hour above 12 says it all by itself. */
export function hourOf(hour: number, part: string | undefined): number {
  if (part === 'dem' && hour === 12) return 0
  const after =
    part === 'chieu' || part === 'toi' || part === 'dem' || (part === 'trua' && hour < 10)
  return (after && hour < 12 && !(part === 'dem' && hour < 6) ? hour + 12 : hour) % 24
}

/** Times of day, in the order written: "3h chiều", "15h30", "15:30", "8 giờ rưỡi". The part of the day is no part of the span. */
export function readTimes(reading: Reading, masked: string): readonly TimeMatch[] {
  return [...masked.matchAll(TIME)].map((found) => {
    const { h, m, m_, half, short } = found.groups ?? {}
    const [start, end] = [found.index, found.index + found[0].length]
    const part = PART.exec(masked.slice(end, end + 8))
    const isI = part?.[1] === 'toi' && reading.marked && !/^ ?tối/i.test(reading.typed.slice(end))
    const minute = half === undefined ? Number(m ?? m_ ?? short ?? 0) : 30
    const hour = hourOf(Number(h), isI ? undefined : part?.[1])
    return { start, end, time: Temporal.PlainTime.from({ hour, minute }) }
  })
}

/** "30 phút nữa", "2 tiếng nữa": in how many minutes, if the message says so. */
export function minutesAhead(folded: string): number | undefined {
  const found = /\b(\d{1,3}|mot|hai|ba|nua) (phut|tieng|gio|h)(?: dong ho)? (?:nua|sau)\b/.exec(
    folded,
  )
  if (found === null) return undefined
  const amount = { mot: 1, hai: 2, ba: 3, nua: 0.5 }[found[1] ?? ''] ?? Number(found[1])
  return found[2] === 'phut' ? amount : amount * 60
}
