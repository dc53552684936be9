import type { Temporal } from 'temporal-polyfill'

/** What an official wants. The first 23 names are fixed; offices' own test sets use them. */
export const INTENTS = [
  'register',
  'help',
  'submit_report',
  'edit_report',
  'my_reports',
  'nominate',
  'nomination_status',
  'withdraw_nomination',
  'deadlines',
  'remind_me_later',
  'unit_progress',
  'notices',
  'who_am_i',
  'contact_office',
  'appraise_queue',
  'approve',
  'return_for_revision',
  'reject',
  'vote',
  'export_dossier',
  'cancel',
  'greeting',
  'unknown',
  'withdraw_report',
  'duties',
  'undo',
  'announce',
  'why_this_message',
  'privacy',
  'criteria',
  'leave',
  'back_from_leave',
  'handover',
  'unit_plan',
  'extension',
  'nudge',
  'unreachable',
  'difficulties_summary',
  'waiting_messages',
  'mute',
  'unmute',
  'erase_me',
  'address_me',
  'group_code',
  'council',
  'decision',
] as const

export type Intent = (typeof INTENTS)[number]

/**
 * One thing counted. `label` in the words typed, `measure` the lexicon's key (absent when the
 * lexicon does not know the noun); money is in đồng with the measure "money". "12/12 ý kiến" is
 * quantity 12 of 12.
 */
export type Figure = {
  readonly quantity: number
  readonly of?: number
  readonly label: string
  readonly measure?: string
  readonly approx: boolean
}

/** Both ends of an interval belong to it. */
export type Interval = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
export type DayOrInterval = Temporal.PlainDate | Interval

export type UnderstoodReport = {
  /** As the person named it: "2025-10", "2025-Q4", "2025-H1" or "2025". */
  readonly period?: string
  readonly items: readonly Figure[]
  readonly dates: readonly DayOrInterval[]
  readonly places: readonly string[]
  /** Numbers of the plan's contents, ascending. */
  readonly contents: readonly number[]
  readonly difficulties?: string
  readonly initiative?: string
  readonly nothingToReport: boolean
}

/** "nhầm, 25 chứ không phải 20": from 20 to 25. `item`: the line of the read-back it names, from 1. */
export type Correction = { readonly from?: number; readonly to: number; readonly item?: number }

/**
 * When something was promised or a reminder is wished, by the clock in Vietnam. Without `at` only the
 * day was said. "Chiều nay" is half past four, "sáng" eleven: the last hour in which it still holds.
 */
export type PromisedMoment = { readonly on: Temporal.PlainDate; readonly at?: Temporal.PlainTime }

/** "Nghỉ từ 15/12 đến 20/12, chị Hoa thay": both days belong to the leave; the deputy as written. */
export type Leave = {
  readonly from?: Temporal.PlainDate
  readonly until?: Temporal.PlainDate
  readonly deputy?: string
}

/** An official paper by its number, as written in capitals: "15/KH-UBND", and the day it bears. */
export type Paper = { readonly number: string; readonly on?: Temporal.PlainDate }

export type Understanding = {
  /** What was written, in NFC. */
  readonly text: string
  readonly intent: Intent
  /** At most three, best first, the intent among them. */
  readonly alternatives: readonly Intent[]
  /** False: show the alternatives as numbered readings instead of acting. */
  readonly sure: boolean
  readonly report: UnderstoodReport
  readonly codes: { readonly report?: string; readonly nomination?: string }
  readonly units: UnitMatch
  readonly correction?: Correction
  /** With the intent remind_me_later, where a moment was named. */
  readonly promise?: PromisedMoment
  /** With the intent leave. */
  readonly leave?: Leave
  /** The first paper that is named by its number. */
  readonly paper?: Paper
  readonly thanks: boolean
  readonly question: boolean
}

export type ContentWords = {
  readonly number: number
  readonly title: string
  readonly words: readonly string[]
}

export type NamedUnit = {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly aliases: readonly string[]
  readonly formerNames: readonly string[]
}

/**
 * Which unit a name means. "sure": the candidates are meant (several where a message names several).
 * "ambiguous": one of the candidates may be meant, ask. "none": no unit, or a place that is none of
 * ours.
 */
export type UnitMatch = {
  readonly match: 'sure' | 'ambiguous' | 'none'
  readonly candidates: readonly NamedUnit[]
}

/** What a message is read against. Keep `contents` and `units` the same arrays: their indices are kept with them. */
export type Context = {
  /** The day in Vietnam when the message was written. */
  readonly today: Temporal.PlainDate
  /** The time of day in Vietnam when it was written; without it "lát nữa" names only the day. */
  readonly time?: Temporal.PlainTime
  readonly contents: readonly ContentWords[]
  readonly units: readonly NamedUnit[]
  readonly roles?: readonly string[]
  /** What the bot itself had said in the message that this one answers. */
  readonly answers?: string
}
