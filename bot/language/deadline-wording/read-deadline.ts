import { dayOf } from '../dates/calendar-days.ts'
import { mask } from '../writing/fold.ts'
import { withTime } from './allot-clocks.ts'
import { bindDays, strictlyBefore } from './bind-days.ts'
import type { ClockTime } from './clock-times.ts'
import { readClockTimes } from './clock-times.ts'
import { isOpenCount, readCountedDays } from './counted-days.ts'
import type { DeadlineReading, NamedDays, WordingContext } from './deadline-reading.ts'
import { doubtful, isOneDay } from './deadline-reading.ts'
import { readNamedDays } from './named-days.ts'
import { prepareWording } from './prepare-wording.ts'
import { unusedWords } from './unused-words.ts'

/**
 * Reads the wording of a deadline, from a document or a message: by when, from when, at what hour.
 * Words with two readings give the likelier one, the others and a doubt; words that give no safe day
 * give a doubt alone. "Trước ngày d" excludes d; a month or day without a year is the next to come;
 * "kể từ ngày" begins to count on the day after. Days and hours are Vietnam's.
 */
export function readDeadline(text: string, context: WordingContext): DeadlineReading {
  const reading = prepareWording(text)
  const folded = mask(reading.folded, spansOf(reading.folded, CITATION))
  if (LUNAR.test(folded)) return doubtful('lunar')
  if (namesNoSuchDay(folded, context)) return doubtful('no-such-day')
  const clocks = COUNTED_HOURS.test(folded) ? [] : readClockTimes(reading, folded)
  const timed = mask(folded, clocks, '~')
  const days = readNamedDays(reading, timed, context)
  const masked = mask(timed, days)
  const counted = readCountedDays(masked, days, context)
  const read = counted
    ? besideOthers(withTime(counted.reading, clocks, timed), counted, days)
    : days.length === 0
      ? withoutDays(timed, clocks, context)
      : bindDays({ timed, clocks }, days, context)
  const unused = unusedWords(reading, counted ? mask(masked, [counted], '@') : masked)
  if (unused !== undefined && isSettled(read)) return { ...read, doubt: 'unused', unused }
  return read.doubt === undefined && isOpenCount(folded) ? { ...read, doubt: 'about' } : read
}

/** Asked back for nothing yet, or only for the day that "trước" leaves out. */
const isSettled = ({ doubt }: DeadlineReading) => doubt === undefined || doubt === 'strict-before'

/** Days that are named beside a count are another deadline. */
function besideOthers(
  reading: DeadlineReading,
  { base }: { readonly base?: NamedDays },
  days: readonly NamedDays[],
): DeadlineReading {
  const others = days.filter((day) => isOneDay(day) && day !== base)
  if (others.length === 0 || !isSettled(reading)) return reading
  const alternatives = others.map(({ to }) => ({ to }))
  return { ...reading, alternatives: [...reading.alternatives, ...alternatives], doubt: 'several' }
}

/** Other documents' numbers and days: "Kế hoạch số 112/KH-UBND ngày 20/5/2024". */
const CITATION =
  /(?:\bso )?\b\d+(?:\/\d{4})?\/[a-z]{2,}[a-z\d-]*(?:,? ngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|,? ngay \d{1,2} thang \d{1,2} nam \d{4})?/g
const LUNAR =
  /\b(?:am lich|thang (?:chap|gieng)|ngay ram|ram thang|\d+ tet|giao thua|tet (?:nguyen dan|am|ta|ong cong))\b|\btet\b(?! duong)/
const COUNTED_HOURS =
  /\b(?:trong|vong|sau|qua) (?:vong )?\d{1,3} ?(?:gio|h|tieng)\b|\b\d{1,3} ?(?:gio|h|tieng) (?:nua|ke tu|tinh tu|truoc|sau)\b/
const WRITTEN_DAY =
  /(?<![\d/.,-])(\d{1,2})(?:\/| thang )(\d{1,2})(?:(?:\/| ?,? nam )(\d{4}|\d\d))?(?![\d/])/g

const spansOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))

/** "31/11", "ngày 32", "29/2" of a year that has none: figures that stand where a day should and are none. */
function namesNoSuchDay(folded: string, { issuedOn }: WordingContext): boolean {
  if (/\bngay (?:3[2-9]|[4-9]\d|0+)(?!\d)(?! ?ngay)/.test(folded)) return true
  return [...folded.matchAll(WRITTEN_DAY)].some(([, d, m, y]) => {
    const [day, month] = [Number(d), Number(m)]
    const on = (year: number) => dayOf(year, month, day)
    if (y !== undefined) return on(y.length === 2 ? 2000 + Number(y) : Number(y)) === undefined
    const next = [on(issuedOn.year), on(issuedOn.year + 1)]
    return !next.some((one) => one !== undefined && one.toString() >= issuedOn.toString())
  })
}

/** A wording with an hour or an event, and no day. */
function withoutDays(
  timed: string,
  clocks: readonly ClockTime[],
  { issuedOn, anchor }: WordingContext,
): DeadlineReading {
  if (clocks.length > 0) return withTime({ to: issuedOn, alternatives: [] }, clocks, timed)
  if (/\b(?:hang|moi) (?:thang|quy|nam|tuan)\b|\bdinh ky\b/.test(timed)) return doubtful('no-day')
  if (/\d/.test(timed)) return doubtful('unreadable')
  const [, bound] = /\b(truoc|sau khi|sau|den|khi|tu|ngay)\b(?: [a-z]+){1,}/.exec(timed) ?? []
  if (bound === undefined) return doubtful('unreadable')
  if (!anchor) return doubtful('no-anchor')
  if (bound === 'truoc') return strictlyBefore(anchor)
  if (bound.startsWith('sau')) return { from: anchor.add({ days: 1 }), alternatives: [] }
  return bound === 'den' ? { to: anchor, alternatives: [] } : doubtful('no-anchor')
}
