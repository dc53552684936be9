import type { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../../core/calendar/local-time.ts'
import type { ClockTime } from './clock-times.ts'
import type { DeadlineDays, DeadlineReading, NamedDays } from './deadline-reading.ts'
import { isOneDay } from './deadline-reading.ts'
import { UNTIL } from './relations.ts'

/**
 * Which hours belong to which of the days: each to the nearest, of two as near to the one behind it;
 * to a period only where no day is named.
 */
export function allotClocks(
  clocks: readonly ClockTime[],
  days: readonly NamedDays[],
  timed: string,
): ReadonlyMap<NamedDays, readonly ClockTime[]> {
  const single = days.filter(isOneDay)
  const takers = single.length > 0 ? single : days
  const allotted = new Map<NamedDays, ClockTime[]>()
  for (const clock of clocks) {
    const [nearest] = takers.toSorted((a, b) => gap(clock, a, timed) - gap(clock, b, timed))
    if (nearest) allotted.set(nearest, [...(allotted.get(nearest) ?? []), clock])
  }
  return allotted
}

/** What stands between farther apart than any words of the same clause. */
const BREAKS: readonly (readonly [RegExp, number])[] = [
  [/[.;]/g, 1000],
  [/\(/g, 400],
  [/, /g, 300],
]

function gap(clock: ClockTime, day: NamedDays, timed: string): number {
  const isBehind = day.start >= clock.end
  const [start, end] = isBehind ? [clock.end, day.start] : [day.end, clock.start]
  const between = timed.slice(start, end).replace(/^[ ,]+|[ ,]+$/g, '')
  const breaks = BREAKS.map(([mark, far]) => (between.match(mark) ?? []).length * far)
  return breaks.reduce((sum, far) => sum + far, between.length) + (isBehind ? 0 : 0.5)
}

/** The reading with the hour until which its last day counts; two hours that are no range give both. */
export function withTime(
  reading: DeadlineReading,
  clocks: readonly ClockTime[],
  timed: string,
): DeadlineReading {
  const last = clocks.at(-1)
  const before = clocks.at(-2)
  if (!last || !reading.to) return reading
  const read = atHour(reading, last, reading.to)
  if (!before?.time || UNTIL.test(timed.slice(before.end, last.end))) return read
  if (last.time?.equals(before.time) === true) return read
  const other = daysAt(reading, before.time)
  return { ...read, alternatives: [...read.alternatives, other], doubt: 'several' }
}

function atHour(reading: DeadlineReading, clock: ClockTime, to: LocalDate): DeadlineReading {
  if (clock.wholeDay === 'before') return { ...reading, to: to.subtract({ days: 1 }) }
  if (!clock.time) return reading
  const doubt = reading.doubt ?? clock.doubt
  const timed = { ...reading, time: clock.time, ...(doubt ? { doubt } : {}) }
  if (!clock.other) return timed
  return { ...timed, alternatives: [...reading.alternatives, daysAt(reading, clock.other)] }
}

function daysAt({ from, to }: DeadlineDays, time: Temporal.PlainTime): DeadlineDays {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}), time }
}
