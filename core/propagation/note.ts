import { createHash } from 'node:crypto'
import type { LocalDate } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import {
  addWorkingDays,
  isWorkingDay,
  previousWorkingDay,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../calendar/working-days.ts'

/**
 * A note of the calendar of propagation. A fact of the plan names its paragraph; any other names the
 * document it is taken from and who in the office answers for it.
 */
export type PropagationNote = {
  readonly id: string
  readonly text: string
  /** The plan's paragraph, or the other document. */
  readonly source: string
  /** Who answers for what is not the plan's own. */
  readonly approver?: string
  /** The day it belongs to; absent: wherever the calendar has room. */
  readonly on?: LocalDate
}

export type DatedNote = { readonly note: PropagationNote; readonly on: LocalDate }

/** What an approval is of: another wording or source is another note. */
export function digestOf({ id, text, source, on }: PropagationNote): string {
  const fields = [id, text, source, on?.toString() ?? '']
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/**
 * Gives each note a working day of its own between two days, both included, in order of time. A note
 * with a day goes out on it, or on the working day before; those without are spread evenly over the rest.
 * What belongs to a day that has passed, or finds no room, is left out.
 */
export function spreadNotes(
  notes: readonly PropagationNote[],
  calendar: WorkingCalendar,
  { from, to, taken: before = new Set() }: Span,
): readonly DatedNote[] {
  const taken = new Set(before)
  const dated: DatedNote[] = []
  const take = (note: PropagationNote, on: LocalDate): void => {
    taken.add(on.toString())
    dated.push({ note, on })
  }
  for (const note of notes) {
    if (!note.on || note.on.toString() < from.toString()) continue
    let on = workingDayOnOrBefore(calendar, note.on)
    while (taken.has(on.toString())) on = previousWorkingDay(calendar, on)
    if (on.toString() >= from.toString()) take(note, on)
  }
  const free = workingDays(calendar, from, to).filter((on) => !taken.has(on.toString()))
  const loose = notes.filter(({ on }) => !on)
  const step = Math.max(1, free.length / Math.max(1, loose.length))
  for (const [at, note] of loose.entries()) {
    const on = free[Math.floor(at * step)]
    if (on) take(note, on)
  }
  return dated.sort((a, b) => (a.on.toString() < b.on.toString() ? -1 : 1))
}

type Span = {
  readonly from: LocalDate
  readonly to: LocalDate
  /** Days that other notes have already; ISO days. */
  readonly taken?: ReadonlySet<string>
}

function workingDays(
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): readonly LocalDate[] {
  if (to.toString() < from.toString()) return []
  const first = isWorkingDay(calendar, from) ? [from] : []
  const count = workingDaysBetween(calendar, from, to)
  const after = Array.from({ length: count }, (_, at) => addWorkingDays(calendar, from, at + 1))
  return [...first, ...after]
}
