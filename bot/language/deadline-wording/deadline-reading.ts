import type { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../../core/calendar/local-time.ts'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import type { Span } from '../writing/fold.ts'

/** From what the words are reckoned. Days are days in Vietnam. */
export type WordingContext = {
  /** The day of the document or of the message. */
  readonly issuedOn: LocalDate
  /** The day of the event or receipt that the words speak of without naming it. */
  readonly anchor?: LocalDate
  readonly calendar: WorkingCalendar
}

/** Both days count. Without `from` it may be done at once; without `to` it has no end. */
export type DeadlineDays = {
  readonly from?: LocalDate
  readonly to?: LocalDate
  /** Until when on the last day. Absent: the whole day counts. */
  readonly time?: Temporal.PlainTime
}

/** Why the words are asked back: they have two readings, or none that is safe. */
export const DOUBTS = [
  'strict-before',
  'several',
  'no-anchor',
  'no-such-day',
  'past',
  'lunar',
  'end-of-week',
  'part-of-week',
  'week-of-month',
  'part-of-month',
  'part-of-year',
  'school-year',
  'closing-time',
  'part-of-day',
  'about',
  'weekday-or-month',
  'weekday-mismatch',
  'hours',
  'no-day',
  'reversed',
  'unknown-calendar',
  'unused',
  'unreadable',
] as const

export type Doubt = (typeof DOUBTS)[number]

/** What a wording means. With a doubt, the days are the likelier reading, and absent where none is safe. */
export type DeadlineReading = DeadlineDays & {
  readonly alternatives: readonly DeadlineDays[]
  readonly doubt?: Doubt
  /** With the doubt `unused`: the words from the first to the last that the reading left over. */
  readonly unused?: string
}

/** Days named in a wording and where they stand in its folded form. */
export type NamedDays = Span & {
  readonly from: LocalDate
  readonly to: LocalDate
  /** Another reading of the same words, and why it is possible. */
  readonly other?: { readonly from: LocalDate; readonly to: LocalDate }
  readonly doubt?: Doubt
  /** "cuối tháng 11": before its end is not before its first day. */
  readonly isEnd?: true
}

export const isOneDay = ({ from, to }: Pick<NamedDays, 'from' | 'to'>): boolean => from.equals(to)

export const doubtful = (doubt: Doubt): DeadlineReading => ({ alternatives: [], doubt })
