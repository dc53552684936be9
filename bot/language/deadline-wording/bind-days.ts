import type { LocalDate } from '../../../core/calendar/local-time.ts'
import { mask } from '../writing/fold.ts'
import { allotClocks, withTime } from './allot-clocks.ts'
import type { ClockTime } from './clock-times.ts'
import { pastDoubt } from './counted-days.ts'
import type {
  DeadlineDays,
  DeadlineReading,
  NamedDays,
  WordingContext,
} from './deadline-reading.ts'
import { doubtful, isOneDay } from './deadline-reading.ts'
import type { Relation } from './relations.ts'
import { CLOSED, namesAnEvent, relationBefore, UNTIL } from './relations.ts'

/** Folded words whose hours are hidden behind ~, and the hours. */
export type TimedWords = { readonly timed: string; readonly clocks: readonly ClockTime[] }

/** What some of the days come to. Bound are those of which the words before them say what they are. */
type Bound = {
  readonly strength: 'bound' | 'free-day' | 'free-span' | 'event'
  readonly reading: DeadlineReading
}

/**
 * The days with what the words around say of them. A period that nothing binds says what is reported
 * on, and yields to days that are bound; a day that nothing binds stays in doubt beside them.
 */
export function bindDays(
  words: TimedWords,
  days: readonly NamedDays[],
  context: WordingContext,
): DeadlineReading {
  const bound = readEach(words, days)
  const isBound = bound.some(({ strength, reading }) => strength === 'bound' && reading.to)
  const ends = bound.filter(({ strength, reading: { to } }) =>
    isBound ? strength === 'free-day' || (strength === 'bound' && to !== undefined) : true,
  )
  const isNamed = ends.some(({ strength }) => strength === 'bound' || strength === 'free-day')
  const meant = isNamed ? ends.filter(({ strength }) => strength !== 'event') : ends
  const found = meant.map(({ reading }) => reading)
  return endingWithEvent(oneOf(found, context), words.timed, context)
}

function readEach(words: TimedWords, days: readonly NamedDays[]): readonly Bound[] {
  const { timed, clocks } = words
  const rest = mask(timed, days)
  const hours = allotClocks(clocks, days, timed)
  const relations = relationsOf(days, rest)
  const bound: Bound[] = []
  for (let at = 0; at < days.length; at += 1) {
    const [day, next] = [days[at], days[at + 1]]
    if (!day) continue
    const around = { timed, rest, relation: relations[at] }
    const until = next && readRange(day, next, { ...around, clocks: hours.get(next) ?? [] })
    bound.push(until ?? readOne(day, { ...around, clocks: hours.get(day) ?? [] }))
    if (until) at += 1
  }
  return bound
}

/** What stands around some days: the wording without its hours, the same without its days, and what was read of them. */
type Around = TimedWords & { readonly rest: string; readonly relation: Relation | undefined }

/** Two days of which the second ends what the first begins; nothing where they do not belong together. */
function readRange(
  day: NamedDays,
  next: NamedDays,
  { timed, rest, relation, clocks }: Around,
): Bound | undefined {
  const following = relationBefore(rest.slice(day.end, next.start))
  const isBegun = relation === 'from' && (following === 'by' || following === 'before')
  if (!isBegun && !UNTIL.test(timed.slice(day.end, next.end))) return undefined
  const end = bind(next, following === 'before' && clocks.length === 0 ? 'before' : 'by')
  return { strength: 'bound', reading: withTime(range(day, end, timed), clocks, timed) }
}

function readOne(day: NamedDays, { timed, rest, relation, clocks }: Around): Bound {
  const before = rest.slice(0, day.start)
  const as = relation === 'before' && clocks.length > 0 ? 'by' : relation
  const freely = closing(day, as, rest) ?? bindFreely(day, as, before)
  return {
    strength: strengthOf(day, relation, { before, words: timed.slice(day.start, day.end) }),
    reading: withTime(freely, clocks, timed),
  }
}

/** "Sau ngày 25/11 không tiếp nhận": what is taken no longer after a day, or from it on, is due until then. */
function closing(
  day: NamedDays,
  relation: Relation | undefined,
  rest: string,
): DeadlineReading | undefined {
  if (!CLOSED.test(rest.slice(day.end))) return undefined
  if (relation === 'after') return { to: day.to, alternatives: [] }
  return relation === 'from' ? { to: day.from.subtract({ days: 1 }), alternatives: [] } : undefined
}

/** Days are written in figures, however many: "25/7-31/7" is no period that is reported on. */
const WRITTEN = /\d ?(?:[/.-]|thang) ?\d/

function strengthOf(
  day: NamedDays,
  relation: Relation | undefined,
  { before, words }: { before: string; words: string },
): Bound['strength'] {
  const isFree = relation === undefined || relation === 'in'
  const isPeriod = !isOneDay(day) && !WRITTEN.test(words)
  if (isFree && !isPeriod && namesAnEvent(before)) return 'event'
  if (relation !== undefined) return 'bound'
  return isPeriod ? 'free-span' : 'free-day'
}

/** "Trước ngày d" leaves d out; that d itself was meant is the other reading. */
export function strictlyBefore(day: LocalDate): DeadlineReading {
  return { to: day.subtract({ days: 1 }), alternatives: [{ to: day }], doubt: 'strict-before' }
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

/** What begins on its last day has no beginning of its own. */
function withoutOwnBeginning({ from, to }: DeadlineDays): DeadlineDays {
  return from && to && !from.equals(to) ? { from, to } : { ...(to ? { to } : {}) }
}

function bind(day: NamedDays, relation: Relation | undefined): DeadlineReading {
  const { from, to, other, doubt, isEnd } = day
  const isSpan = !from.equals(to)
  const doubted = (
    reading: DeadlineDays,
    alternative: DeadlineDays | undefined,
  ): DeadlineReading => ({
    ...reading,
    alternatives: alternative ? [withoutOwnBeginning(alternative)] : [],
    ...(doubt ? { doubt } : {}),
  })
  switch (relation) {
    case 'from':
      return doubted({ from }, undefined)
    case 'after':
      return doubted({ from: to.add({ days: 1 }) }, undefined)
    case 'before':
      if (isEnd) return doubted({ to }, other && { to: other.to })
      if (!isSpan) return { ...strictlyBefore(to), ...(doubt ? { doubt } : {}) }
      return { to: from.subtract({ days: 1 }), alternatives: [] }
    case 'by':
      if (isEnd && doubt === 'part-of-month') return { to, alternatives: [] }
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
