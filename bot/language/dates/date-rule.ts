import type { Calendar } from './calendar-days.ts'
import type { DayOrInterval } from '../understanding.ts'

export type Groups = Readonly<Partial<Record<string, string>>>

/** A way of writing days: a pattern over folded text, and what its groups mean. */
export type DateRule = {
  readonly pattern: RegExp
  readonly read: (groups: Groups, calendar: Calendar) => readonly DayOrInterval[]
  /** Last word on a match, where the folded text alone misleads: names, "sáng" and "sang". */
  readonly unless?: (around: Around) => boolean
}

/** A match with its surroundings; `typed` is the match as written, or folded where the message has no marks. */
export type Around = { readonly before: string; readonly typed: string; readonly after: string }
