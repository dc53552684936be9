import type { LocalDate } from '../../../core/calendar/local-time.ts'
import { dayOf } from '../calendar-days.ts'
import type { Reading } from '../fold.ts'
import { mask } from '../fold.ts'
import type { ClockTime } from './clock-times.ts'
import { readClockTimes } from './clock-times.ts'
import { pastDoubt, readCountedDays } from './counted-days.ts'
import type {
  DeadlineDays,
  DeadlineReading,
  Doubt,
  NamedDays,
  WordingContext,
} from './deadline-reading.ts'
import { readNamedDays } from './named-days.ts'
import { prepareWording } from './prepare-wording.ts'
import type { Relation } from './relations.ts'
import { relationBefore, UNTIL } from './relations.ts'

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
  if (namesNoSuchDay(folded)) return doubtful('no-such-day')
  const clocks = COUNTED_HOURS.test(folded) ? [] : readClockTimes(reading, folded)
  const clock = clocks.at(-1)
  const timed = mask(folded, clocks, '~')
  const days = readNamedDays(reading, timed, context)
  const counted = readCountedDays(mask(timed, days), days, context)
  if (counted) return withTime(counted.reading, clock)
  if (days.length === 0) return withoutDays(timed, clock, context)
  return withTime(boundDays(timed, days, { reading, clock, context }), clock)
}

const doubtful = (doubt: Doubt): DeadlineReading => ({ alternatives: [], doubt })

/** Other documents' numbers and days: "Kế hoạch số 112/KH-UBND ngày 20/5/2024". */
const CITATION =
  /(?:\bso )?\b\d+(?:\/\d{4})?\/[a-z]{2,}[a-z\d-]*(?:,? ngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|,? ngay \d{1,2} thang \d{1,2} nam \d{4})?/g
const LUNAR =
  /\b(?:am lich|thang (?:chap|gieng)|ngay ram|ram thang|\d+ tet|giao thua|tet (?:nguyen dan|am|ta|ong cong))\b|\btet\b(?! duong)/
const COUNTED_HOURS =
  /\b(?:trong|vong|sau|qua) (?:vong )?\d{1,3} ?(?:gio|h|tieng)\b|\b\d{1,3} ?(?:gio|h|tieng) (?:nua|ke tu|tinh tu|truoc|sau)\b/
const WRITTEN_DAY =
  /(?<![\d/.,-])(\d{1,2})(?:\/| thang )(\d{1,2})(?:(?:\/| ?,? nam )(\d{4}|\d\d))?(?![\d/])/g
const LEAP_YEAR = 2024

const spansOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))

/** "31/11", "ngày 32": figures that stand where a day should and are none. */
function namesNoSuchDay(folded: string): boolean {
  if (/\bngay (?:3[2-9]|[4-9]\d|0+)(?!\d)(?! ?ngay)/.test(folded)) return true
  return [...folded.matchAll(WRITTEN_DAY)].some(([, day, month, year]) => {
    const full =
      year === undefined ? LEAP_YEAR : year.length === 2 ? 2000 + Number(year) : Number(year)
    return dayOf(full, Number(month), Number(day)) === undefined
  })
}

/** A wording with an hour or an event, and no day. */
function withoutDays(
  timed: string,
  clock: ClockTime | undefined,
  { issuedOn, anchor }: WordingContext,
): DeadlineReading {
  if (clock) return withTime({ to: issuedOn, alternatives: [] }, clock)
  if (/\b(?:hang|moi) (?:thang|quy|nam|tuan)\b|\bdinh ky\b/.test(timed)) return doubtful('no-day')
  if (/\d/.test(timed)) return doubtful('unreadable')
  const [, bound] = /\b(truoc|sau khi|sau|den|khi|tu|ngay)\b(?: [a-z]+){1,}/.exec(timed) ?? []
  if (bound === undefined) return doubtful('unreadable')
  if (!anchor) return doubtful('no-anchor')
  if (bound === 'truoc') return strictlyBefore(anchor)
  if (bound.startsWith('sau')) return { from: anchor.add({ days: 1 }), alternatives: [] }
  return bound === 'den' ? { to: anchor, alternatives: [] } : doubtful('no-anchor')
}

function strictlyBefore(day: LocalDate): DeadlineReading {
  return { to: day.subtract({ days: 1 }), alternatives: [{ to: day }], doubt: 'strict-before' }
}

type Wording = {
  readonly reading: Reading
  readonly clock: ClockTime | undefined
  readonly context: WordingContext
}

/** "trước 20/6 và 20/12": what binds the first binds the second. */
const AND = /^[ ,;]*(?:va|hoac)?[ ,]*$/

function relationsOf(days: readonly NamedDays[], rest: string): readonly (Relation | undefined)[] {
  const relations: (Relation | undefined)[] = []
  for (const [at, day] of days.entries()) {
    const before = days[at - 1]
    const isListed = before !== undefined && AND.test(rest.slice(before.end, day.start))
    const own = relationBefore(rest.slice(0, day.start))
    relations.push(own ?? (isListed ? relations[at - 1] : undefined))
  }
  return relations
}

/** The days with what the words before them say of them. Days that nothing binds yield to those that are bound. */
function boundDays(
  timed: string,
  days: readonly NamedDays[],
  { clock, context }: Wording,
): DeadlineReading {
  const rest = mask(timed, days)
  const bound: { strong: boolean; reading: DeadlineReading }[] = []
  const relations = relationsOf(days, rest)
  for (let at = 0; at < days.length; at += 1) {
    const [day, next] = [days[at], days[at + 1]]
    if (!day) continue
    const relation = relations[at]
    const following = next && relationBefore(rest.slice(day.end, next.start))
    const isRange = next && UNTIL.test(timed.slice(day.end, next.end))
    const isBegun = next && relation === 'from' && (following === 'by' || following === 'before')
    if (isRange === true || isBegun === true) {
      const end = bind(next, following === 'before' && !clock ? 'before' : 'by')
      bound.push({ strong: true, reading: range(day, end, timed) })
      at += 1
    } else {
      const as = relation === 'before' && clock ? 'by' : relation
      const reading = bindFreely(day, as, rest.slice(0, day.start))
      bound.push({ strong: relation !== undefined, reading })
    }
  }
  const strong = bound.filter((one) => one.strong)
  const ends = strong.some(({ reading }) => reading.to !== undefined)
  const found = (ends || strong.length === bound.length ? strong : bound).map(
    ({ reading }) => reading,
  )
  return endingWithEvent(oneOf(found, context), timed, context)
}

/** "khoảng giữa tháng 12" leaves open what was open already; "trong khoảng 15–20/11" is a window. */
const ABOUT = /(?<!\btrong )\b(?:khoang|tam)(?: vao| ngay| hom)*[ ,]*$/

function bindFreely(
  day: NamedDays,
  relation: Relation | undefined,
  before: string,
): DeadlineReading {
  const reading = bind(day, relation)
  const isOpen = !day.from.equals(day.to) && ABOUT.test(before)
  return isOpen ? { ...reading, doubt: reading.doubt ?? 'about' } : reading
}

function bind(day: NamedDays, relation: Relation | undefined): DeadlineReading {
  const { from, to, other, doubt, isEnd } = day
  const isSpan = !from.equals(to)
  const doubted = (
    reading: DeadlineDays,
    alternative: DeadlineDays | undefined,
  ): DeadlineReading => ({
    ...reading,
    alternatives: alternative ? [alternative] : [],
    ...(doubt ? { doubt } : {}),
  })
  switch (relation) {
    case 'from':
      return { from, alternatives: [] }
    case 'after':
      return { from: to.add({ days: 1 }), alternatives: [] }
    case 'before':
      if (isEnd) return doubted({ to }, other && { to: other.to })
      if (!isSpan) return strictlyBefore(to)
      return { to: from.subtract({ days: 1 }), alternatives: [] }
    case 'by':
      return doubted({ to }, other && { to: other.to })
    case 'in':
    case undefined:
      return doubted(isSpan ? { from, to } : { to }, other)
  }
}

/** From the one to the other; a first day without a year takes the one that puts it before the last. */
function range(first: NamedDays, last: DeadlineReading, timed: string): DeadlineReading {
  const { to } = last
  const words = timed.slice(first.start, first.end)
  if (to && WEEKDAY.test(words)) return beginning(last, sameWeek(first.from, to))
  if (!to || first.from.toString() <= to.toString()) return beginning(last, first.from)
  if (/20\d\d/.test(words)) return doubtful('reversed')
  const sameYear = first.from.with({ year: to.year })
  const from = sameYear.toString() <= to.toString() ? sameYear : sameYear.subtract({ years: 1 })
  return beginning(last, from)
}

function beginning(last: DeadlineReading, from: LocalDate): DeadlineReading {
  return { ...last, from, alternatives: last.alternatives.map((other) => ({ ...other, from })) }
}

const WEEKDAY = /^(?:thu [a-z2-7]+|chu nhat|cn|t[2-7])$/

/** "từ thứ Hai đến thứ Sáu tuần sau": both lie in the week of the second. */
function sameWeek(from: LocalDate, to: LocalDate): LocalDate {
  return to.subtract({ days: (to.dayOfWeek - from.dayOfWeek + 7) % 7 })
}

/** "từ ngày 15/10 đến khi kết thúc": it does end, on a day that somebody has to say. */
function endingWithEvent(
  reading: DeadlineReading,
  timed: string,
  { anchor }: WordingContext,
): DeadlineReading {
  if (!reading.from || reading.to || !/\b(?:den|toi) (?:khi|luc|ngay [a-z])/.test(timed))
    return reading
  return anchor ? { ...reading, to: anchor } : { ...reading, doubt: 'no-anchor' }
}

/** Of several readings the one that ends first and has not passed; the others are shown beside it. */
function oneOf(
  readings: readonly DeadlineReading[],
  { issuedOn }: WordingContext,
): DeadlineReading {
  const endOf = ({ to, from }: DeadlineDays) => (to ?? from)?.toString() ?? ''
  const sorted = readings.toSorted((a, b) => endOf(a).localeCompare(endOf(b)))
  const ahead = sorted.find((reading) => endOf(reading) >= issuedOn.toString()) ?? sorted.at(-1)
  if (!ahead) return doubtful('unreadable')
  const others = sorted.filter((reading) => endOf(reading) !== endOf(ahead))
  if (others.length === 0)
    return { ...ahead, ...(ahead.doubt ? {} : pastDoubt(ahead.to, issuedOn)) }
  const alternatives = others.flatMap(({ alternatives: more, doubt: _doubt, ...days }) => [
    days,
    ...more,
  ])
  return { ...ahead, alternatives: [...ahead.alternatives, ...alternatives], doubt: 'several' }
}

function withTime(reading: DeadlineReading, clock: ClockTime | undefined): DeadlineReading {
  if (!clock || !reading.to) return reading
  if (clock.wholeDay === 'before') return { ...reading, to: reading.to.subtract({ days: 1 }) }
  if (!clock.time) return reading
  const timed = { ...reading, time: clock.time }
  const doubt = reading.doubt ?? clock.doubt
  if (!clock.other) return timed
  const later = {
    ...(reading.from ? { from: reading.from } : {}),
    to: reading.to,
    time: clock.other,
  }
  return {
    ...timed,
    alternatives: [...reading.alternatives, later],
    ...(doubt ? { doubt } : {}),
  }
}
