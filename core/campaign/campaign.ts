import type { Instant, LocalDate, LocalTime } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { DayUnit, DeadlineKind, DeadlineRule } from '../duty/deadline-rule.ts'
import type { Role } from '../official/role.ts'
import type { PropagationNote } from '../propagation/note.ts'

/** One of the plan's contents, with the words by which officials speak of it. */
export type Content = {
  /** Its number in the plan, from 1. */
  readonly number: number
  readonly title: string
  /** Verbatim from the plan. */
  readonly text: string
  readonly words: readonly string[]
  readonly source: string
}

export type NomineeKind = 'collective' | 'individual'

/** How many of each kind a unit may put forward at most, and where that stands. */
export type Quota = Readonly<Partial<Record<NomineeKind, number>>> & {
  readonly source: string
  /** Whether the office has checked the source; until then it is shown with "cần kiểm tra". */
  readonly confirmed: boolean
}

export type AwardOffer = {
  readonly id: string
  /** As people say it: "Giấy khen của Chủ tịch UBND huyện". */
  readonly name: string
  readonly form: 'giay-khen' | 'bang-khen' | 'cap-nha-nuoc'
  readonly authority: string
  readonly nominees: readonly NomineeKind[]
  /** Verbatim criteria of the plan, per kind of nominee; a plan may have none for a kind. */
  readonly criteria: Readonly<Partial<Record<NomineeKind, readonly string[]>>>
  /** Chosen by the council among those nominated for another award, not nominated for directly. */
  readonly selectedFrom?: string
  /** Absent: neither the plan nor the office has set one. */
  readonly quota?: Quota
  readonly source: string
}

/** Whom a stage reaches: of each unit that is not done its contacts and its heads; of the campaign the office that appraises and the leaders, who get one list. */
export const AUDIENCES = ['contact', 'head', 'office', 'leader'] as const
export type Audience = (typeof AUDIENCES)[number]

/** The roles that make somebody part of an audience. */
export const ROLE_OF_AUDIENCE = {
  contact: 'contact',
  head: 'head',
  office: 'appraiser',
  leader: 'viewer',
} as const satisfies Record<Audience, Role>

/** full: what, as written, and how to send it; short; last-day; overdue; list: the units that are not done. */
export const STAGE_TEXTS = ['full', 'short', 'last-day', 'overdue', 'list'] as const
export type StageText = (typeof STAGE_TEXTS)[number]

/** A stage of the reminder ladder, counted in days of its unit before (negative) or after the due day. */
export type LadderStage = {
  readonly id: string
  readonly offset: number
  readonly unit: DayUnit
  readonly time: LocalTime
  readonly to: readonly Audience[]
  readonly text: StageText
  /** How long it still matters after its time. Absent: until the next stage. */
  readonly withinMinutes?: number
}

export type Ladder = readonly LadderStage[]

/** The stages by which people are reminded, for each kind of deadline. A kind without one is not reminded of. */
export type Ladders = Readonly<Partial<Record<DeadlineKind, Ladder>>>

export type Duty = { readonly who: string; readonly text: string; readonly source: string }

/** The day that the campaign is held in honour of. */
export type Anniversary = { readonly name: string; readonly on: LocalDate; readonly source: string }

/** Something the plan leaves open. It is shown as "chưa có" and never filled in by guessing. */
export type Gap = { readonly field: string; readonly label: string; readonly source: string }

/** An emulation campaign, as its plan says it. Loaded from a file; nothing in the code knows one by name. */
export type Campaign = {
  readonly id: string
  readonly title: string
  /** How the bot names it in a short line. */
  readonly shortTitle: string
  /** The campaign in whose place it goes on since government was reorganised. */
  readonly supersedes?: string
  readonly issuer: string
  /** The office that runs it: who chases, appraises and is asked for help. */
  readonly office: { readonly unit: string; readonly name: string; readonly phone?: string }
  readonly propagationOffice: string
  readonly number?: string
  readonly issuedOn?: LocalDate
  /** The plan's own words for its date where the day is missing. */
  readonly issuedWording: string
  readonly signer: { readonly name: string; readonly position: string }
  readonly parentPlan?: string
  readonly purpose: readonly string[]
  readonly requirements: readonly string[]
  readonly contents: readonly Content[]
  /** The competition runs from the plan's issue (or the first of that month where the day is missing) to the last day, both included. */
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly periodWording: string
  readonly participants: readonly string[]
  readonly awards: readonly AwardOffer[]
  /** The approval chain its nominations take; absent: the one that was valid when the campaign began. */
  readonly chain?: string
  /** Everything that falls due, in the plan's order. */
  readonly deadlines: readonly DeadlineRule[]
  readonly ladders: Ladders
  /** Whether the stages that name the leaders are switched on. */
  readonly escalatesToLeader: boolean
  /** A propagation notice to more people than these is released by a second person. */
  readonly anniversary?: Anniversary
  /** The calendar of propagation: nothing of it leaves before the office has approved it. */
  readonly notes: readonly PropagationNote[]
  readonly secondReleaseAbove: number
  /** After so many months the words of the messages that officials wrote are dropped. */
  readonly keepsWordsMonths: number
  readonly responsibilities: readonly Duty[]
  readonly recipients: readonly string[]
  readonly gaps: readonly Gap[]
  /** A sentence shown wherever the campaign is presented, e.g. that it is a simulation of the plan as issued. */
  readonly notice?: string
}

export type CampaignPhase = 'not-started' | 'running' | 'ended'

/** First and last day both belong to the campaign; days are days in Vietnam. */
export function phaseOf(campaign: Campaign, at: Instant): CampaignPhase {
  const today = localDateOf(at)
  if (today.toString() < campaign.startsOn.toString()) return 'not-started'
  return today.toString() > campaign.endsOn.toString() ? 'ended' : 'running'
}
