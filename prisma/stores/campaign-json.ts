import { Temporal } from 'temporal-polyfill'
import type { Campaign, Ladder, Ladders } from '../../core/campaign/campaign.ts'
import type { PropagationNote } from '../../core/propagation/note.ts'
import type { DeadlineRule, Due } from '../../core/duty/deadline-rule.ts'

/** A campaign as it lies in its row: the same, with dates and times as ISO strings. */
type Stored<T> = T extends Temporal.PlainDate | Temporal.PlainTime
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Stored<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Stored<T[Key]> }
      : T

/** What plans that were loaded by an earlier version lack. */
const BEFORE = { secondReleaseAbove: 100, keepsWordsMonths: 12, notes: [] }

/** Brings a stored campaign back to life; it was validated when its file was loaded. */
export function campaignFromJson(json: unknown): Campaign {
  const stored = { ...BEFORE, ...(json as Stored<Campaign>) }
  const { issuedOn, startsOn, endsOn, deadlines, ladders, anniversary, notes, ...rest } = stored
  return {
    ...rest,
    ...(issuedOn === undefined ? {} : { issuedOn: Temporal.PlainDate.from(issuedOn) }),
    ...(anniversary === undefined
      ? {}
      : { anniversary: { ...anniversary, on: Temporal.PlainDate.from(anniversary.on) } }),
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: Temporal.PlainDate.from(endsOn),
    deadlines: deadlines.map(ruleFromJson),
    notes: notes.map(noteFromJson),
    ladders: laddersFromJson(ladders),
  }
}

function noteFromJson({ on, ...note }: Stored<PropagationNote>): PropagationNote {
  return on === undefined ? note : { ...note, on: Temporal.PlainDate.from(on) }
}

function ruleFromJson({ due, time, ...rest }: Stored<DeadlineRule>): DeadlineRule {
  const of = { ...rest, due: dueFromJson(due) }
  return time === undefined ? of : { ...of, time: Temporal.PlainTime.from(time) }
}

function dueFromJson(due: Stored<Due>): Due {
  if (due.anchor !== 'calendar') return due
  const { from, to, ...rest } = due
  return {
    ...rest,
    ...(from === undefined ? {} : { from: Temporal.PlainDate.from(from) }),
    ...(to === undefined ? {} : { to: Temporal.PlainDate.from(to) }),
  }
}

function laddersFromJson(ladders: Stored<Ladders>): Ladders {
  return Object.fromEntries(
    Object.entries(ladders).map(([kind, ladder]) => [kind, ladderFromJson(ladder)]),
  )
}

function ladderFromJson(ladder: Stored<Ladder>): Ladder {
  return ladder.map(({ time, ...rest }) => ({ ...rest, time: Temporal.PlainTime.from(time) }))
}
