import type { ChannelName } from './delivery/channel.ts'
import type { NominationAction } from './nomination/nomination-action.ts'
import type { NominationState } from './nomination/nomination.ts'
import type { Finding } from './nomination/rules.ts'
import type { NumberedFigure } from './report/report.ts'

/**
 * What an official may cause and the product declines. A refusal is a value: the bot has a sentence
 * for each, with what to do next, and does not compile without it.
 */
export type Refusal =
  | { readonly reason: 'invite-unknown' }
  | { readonly reason: 'invite-expired' }
  | { readonly reason: 'invite-used' }
  | { readonly reason: 'too-many-attempts'; readonly minutes: number }
  | { readonly reason: 'account-taken'; readonly name: string }
  /** The platform's plan lets the bot serve no more people. */
  | {
      readonly reason: 'bot-full'
      readonly channel: ChannelName
      readonly users: number
      /** Where else one may register. */
      readonly elsewhere: readonly { readonly channel: ChannelName; readonly link?: string }[]
    }
  /** The invite binds to another bot of the same platform. */
  | { readonly reason: 'other-bot'; readonly channel: ChannelName; readonly link?: string }
  | { readonly reason: 'nothing-to-undo' }
  | { readonly reason: 'no-campaign' }
  | { readonly reason: 'campaign-not-started'; readonly startsOn: string }
  | { readonly reason: 'campaign-ended'; readonly endedOn: string }
  | { readonly reason: 'not-allowed'; readonly action: Action }
  | { readonly reason: 'report-not-found'; readonly code?: string }
  /** It was sent for a unit that exists no more, and can be read only. */
  | { readonly reason: 'report-inherited'; readonly code: string; readonly unit: string }
  | { readonly reason: 'report-withdrawn'; readonly code: string }
  | { readonly reason: 'figure-not-found'; readonly code: string; readonly quantity?: number }
  | {
      readonly reason: 'figure-ambiguous'
      readonly code: string
      readonly candidates: readonly NumberedFigure[]
    }
  | { readonly reason: 'no-earlier-version'; readonly code: string }
  | { readonly reason: 'report-locked'; readonly code: string }
  | { readonly reason: 'nomination-not-found'; readonly code?: string }
  | { readonly reason: 'nomination-incomplete'; readonly code: string }
  /** The action does not exist where the nomination is. */
  | {
      readonly reason: 'nomination-not-now'
      readonly code: string
      readonly state: NominationState
      readonly action: NominationAction
    }
  /** The action is somebody else's to do. */
  | {
      readonly reason: 'nomination-not-yours'
      readonly code: string
      readonly state: NominationState
      readonly action: NominationAction
    }
  /** A gate stands in the way. */
  | {
      readonly reason: 'nomination-blocked'
      readonly code: string
      readonly action: NominationAction
      /** ISO date in Vietnam: the law of that day is quoted. */
      readonly on: string
      readonly findings: readonly Finding[]
    }
  | { readonly reason: 'no-such-criterion'; readonly code: string; readonly count: number }
  | { readonly reason: 'no-such-point'; readonly code: string; readonly count: number }
  /** Its unit and its campaign are those of today. */
  | { readonly reason: 'nothing-to-transfer'; readonly code: string }
  | { readonly reason: 'no-open-award' }
  | {
      readonly reason: 'unit-closed'
      readonly unit: string
      readonly on: string
      /** Where a reorganisation ended it: the first day without it, the act, and by name who took its place. */
      readonly ended?: {
        readonly since: string
        readonly source: string
        readonly confirmed: boolean
        readonly successor?: string
      }
    }
  | { readonly reason: 'no-head'; readonly code: string }
  | { readonly reason: 'announcement-moved-on' }
  | { readonly reason: 'nothing-to-stop'; readonly code: string }
  | { readonly reason: 'not-appointed'; readonly code: string }
  | { readonly reason: 'photo-lost'; readonly code: string }
  /** `code`: of what the praise is drawn from. */
  | { readonly reason: 'photo-without-consent'; readonly code: string }
  | { readonly reason: 'announcement-not-found'; readonly code?: string }
  | { readonly reason: 'nobody-in-audience' }
  | { readonly reason: 'nobody-received-it'; readonly code: string }
  | { readonly reason: 'nobody-silent'; readonly code: string }
  | { readonly reason: 'releaser-is-drafter' }
  | { readonly reason: 'no-second-releaser'; readonly above: number }
  | { readonly reason: 'invite-in-group' }
  | { readonly reason: 'group-code-in-private' }
  | { readonly reason: 'cluster-unknown'; readonly known: readonly string[] }
  | { readonly reason: 'address-unknown' }
  | { readonly reason: 'group-not-linked' }
  | { readonly reason: 'group-not-found'; readonly number: number }
  | { readonly reason: 'nothing-owed' }
  | { readonly reason: 'moment-passed' }
  | { readonly reason: 'promise-too-far' }
  | { readonly reason: 'extension-not-later'; readonly dueOn: string }
  /** "Không phát sinh" of a period of which the unit has reported. */
  | { readonly reason: 'already-reported'; readonly period: string }
  | { readonly reason: 'office-unreachable' }
  /** The campaign, or what it asks of that unit, has no plan of the units' own. */
  | { readonly reason: 'no-unit-plan'; readonly unit?: string }
  | { readonly reason: 'other-units-plan'; readonly unit: string }
  | { readonly reason: 'unit-plan-not-found'; readonly unit: string }
  | { readonly reason: 'plan-day-ahead'; readonly on: string }
  | { readonly reason: 'leave-over' }
  | { readonly reason: 'not-away' }
  | { readonly reason: 'deputy-elsewhere' }
  | { readonly reason: 'deputy-away'; readonly name: string }
  | { readonly reason: 'successor-unreachable'; readonly name: string }
  | { readonly reason: 'kept-not-found'; readonly code: string }
  | { readonly reason: 'person-unreachable'; readonly name: string }
  | { readonly reason: 'pin-not-set' }
  | { readonly reason: 'pin-wrong'; readonly left: number }
  | { readonly reason: 'pin-locked'; readonly minutes: number }
  | { readonly reason: 'pin-code-missing' }
  | { readonly reason: 'pin-weak' }
  | { readonly reason: 'session-open'; readonly heldOn: string }
  | { readonly reason: 'no-session' }
  | { readonly reason: 'no-members' }
  | { readonly reason: 'agenda-empty' }
  | { readonly reason: 'not-on-agenda'; readonly code: string }
  | { readonly reason: 'recused'; readonly code: string }
  | { readonly reason: 'too-many-votes'; readonly code: string; readonly most: number }
  | { readonly reason: 'no-quorum'; readonly code: string }
  | { readonly reason: 'no-award-above'; readonly code: string }
  | { readonly reason: 'decision-exists'; readonly number: string }
  | { readonly reason: 'decision-not-found'; readonly number: string }
  | { readonly reason: 'decision-to-come'; readonly number: string }
  | { readonly reason: 'decision-announced'; readonly number: string }
  | { readonly reason: 'not-praiseworthy'; readonly code: string }
  | { readonly reason: 'nobody-to-consent'; readonly code: string }
  | { readonly reason: 'no-photo-to-show'; readonly code: string }
  | { readonly reason: 'praise-not-found'; readonly code: string }
  | { readonly reason: 'praise-answered'; readonly code: string }
  | { readonly reason: 'consent-missing'; readonly code: string }
  | { readonly reason: 'no-notes' }
  | { readonly reason: 'nothing-to-approve' }
  | { readonly reason: 'no-report-due' }
  | { readonly reason: 'nobody-to-thank' }
  | { readonly reason: 'data-request-not-found'; readonly code: string }
  | { readonly reason: 'data-request-settled'; readonly code: string }
  | { readonly reason: 'data-request-open'; readonly code: string }
  | { readonly reason: 'own-data-request'; readonly code: string }
  | { readonly reason: 'refusal-reason-missing'; readonly code: string }
  /** Nominations of the person that are on their way. */
  | { readonly reason: 'erasure-waits'; readonly codes: readonly string[] }

/** What a role may or may not do; see permission.ts. */
export type Action =
  | 'report'
  | 'nominate'
  | 'endorse'
  | 'see-progress'
  | 'chase'
  | 'appraise'
  | 'announce'
  | 'link-group'
  | 'answer-kept'
  | 'answer-data-request'
  | 'run-council'
  | 'vote'
  | 'decide'
  | 'set-pin'

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refuse<T>(refusal: Refusal): Outcome<T> {
  return { ok: false, refusal }
}
