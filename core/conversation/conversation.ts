import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../calendar/local-time.ts'
import type { AwardOffer } from '../campaign/campaign.ts'
import type { Counts } from '../council/council.ts'
import type { Revocation } from '../decision/decision.ts'
import type { Choice } from '../delivery/channel.ts'
import type { MoveNote } from '../nomination/history.ts'
import type { MissingField } from '../nomination/nomination.ts'
import type { Proposal } from '../nomination/proposal.ts'
import type { ReportContent, SourceMessage } from '../report/report.ts'

/** What a report that is being written still lacks: the work itself, a figure, or where it was. */
export type ReportGap = 'work' | 'figure' | 'place'

/** What an officer does with one nomination or several. */
export type AppraisalAct =
  | 'receive'
  | 'return'
  | 'find-eligible'
  | 'find-ineligible'
  | 'reconsider'
  | 'hold'
  | 'resume'
  | 'resume-lower'
  | 'award'
  | 'archive'

/** What is done by a PIN only. Days are ISO days in Vietnam. */
export type AuthorisedAct =
  | {
      readonly kind: 'open-session'
      readonly heldOn: string
      /** ISO instant. */
      readonly votesBy: string
      readonly seats?: number
      readonly codes: readonly string[]
    }
  | { readonly kind: 'enter-votes'; readonly code: string; readonly votes: Counts }
  | { readonly kind: 'close-session' }
  | { readonly kind: 'select-upward'; readonly code: string; readonly form?: AwardOffer['form'] }
  | {
      readonly kind: 'record-decision'
      readonly number: string
      readonly signedOn: string
      readonly signer: string
      readonly codes: readonly string[]
    }
  | { readonly kind: 'announce-decision'; readonly number: string }
  | { readonly kind: 'undo-decision'; readonly number: string; readonly revocation?: Revocation }
  | {
      readonly kind: 'send-nudges'
      readonly deadlineId: string
      readonly unitCodes: readonly string[]
    }

/** What an open question is about. Kept as data, so any process, also a newer one, can go on with it. */
export type Topic =
  | { readonly kind: 'withdraw-report'; readonly reportId: string }
  | { readonly kind: 'attach-evidence'; readonly evidenceIds: readonly string[] }
  | {
      readonly kind: 'report-gap'
      readonly gap: ReportGap
      /** What is counted, where a figure is asked for: "suất quà". */
      readonly noun?: string
      /** It was put before, in other words. */
      readonly again?: true
    }
  | {
      readonly kind: 'nomination-field'
      readonly nominationId: string
      readonly field: MissingField
    }
  | { readonly kind: 'submit-nomination'; readonly nominationId: string }
  | { readonly kind: 'endorse-nomination'; readonly nominationId: string }
  | { readonly kind: 'withdraw-nomination'; readonly nominationId: string }
  | { readonly kind: 'transfer-nomination'; readonly nominationId: string }
  /** Officers' acts, asked back: one nomination by yes or no, several by their count typed back. */
  | {
      readonly kind: 'appraise'
      readonly act: AppraisalAct
      readonly nominationIds: readonly string[]
      readonly note: MoveNote
      /** ISO date of a supplement's last day. */
      readonly dueOn?: string
    }
  | {
      readonly kind: 'appraisal-words'
      readonly act: 'return' | 'find-ineligible'
      readonly nominationIds: readonly string[]
      readonly points: readonly string[]
    }
  | {
      readonly kind: 'hold-category'
      readonly nominationIds: readonly string[]
    }
  | { readonly kind: 'tell-result'; readonly nominationIds: readonly string[] }
  | { readonly kind: 'supplement'; readonly nominationId: string; readonly point: number }
  | {
      readonly kind: 'supplement-photos'
      readonly nominationId: string
      readonly evidenceIds: readonly string[]
    }
  /** Numbered lines came while a dossier waits for its points: they answer them, or are a report. */
  | {
      readonly kind: 'points-or-report'
      readonly nominationId: string
      readonly inboxSeq: string
    }
  | { readonly kind: 'resubmit-nomination'; readonly nominationId: string }
  | { readonly kind: 'nominate-list'; readonly proposals: readonly Proposal[] }
  /** Answered by typing the count of recipients back. */
  | {
      readonly kind: 'release-announcement'
      readonly announcementId: string
      readonly recipients: number
    }
  /** Another person is asked whether the notice may leave. */
  | { readonly kind: 'second-release'; readonly announcementId: string }
  /** `head`: what was said before the text, of whom it is for and when it leaves; `photoId`: what goes with it. */
  | { readonly kind: 'announcement-text'; readonly head?: string; readonly photoId?: string }
  | { readonly kind: 'consent-to-praise'; readonly praiseId: string }
  | { readonly kind: 'acknowledge-announcement'; readonly announcementId: string }
  | {
      readonly kind: 'correct-figure'
      readonly reportId: string
      readonly to: number
      readonly reason?: string
    }
  | {
      readonly kind: 'choose-colleague'
      /** Days are ISO days in Vietnam. */
      readonly for:
        | { readonly kind: 'leave'; readonly from?: string; readonly until: string }
        | { readonly kind: 'handover' }
    }
  | { readonly kind: 'vote'; readonly sessionId: string; readonly nominationId: string }
  | { readonly kind: 'set-pin' }
  /** What an officer is about to do, and does by the PIN. */
  | { readonly kind: 'authorise'; readonly act: AuthorisedAct }
  | { readonly kind: 'chase'; readonly deadlineId: string }
  /** Answered by typing the count of units back. */
  | {
      readonly kind: 'send-nudges'
      readonly deadlineId: string
      readonly unitCodes: readonly string[]
    }
  | {
      readonly kind: 'grant-extension'
      readonly deadlineId: string
      readonly unitCode: string
      /** ISO day in Vietnam. */
      readonly to: string
      readonly reason: string
      readonly askedBy: string
    }
  | {
      readonly kind: 'extension-reason'
      readonly deadlineId: string
      readonly unitCode: string
      readonly to: string
    }
  /** A unit has issued its plan: the number, where it was said, waits for the day. */
  | {
      readonly kind: 'unit-plan-paper'
      readonly unitCode: string
      readonly number?: string
      readonly evidenceIds: readonly string[]
    }
  | { readonly kind: 'withdraw-unit-plan'; readonly deadlineId: string; readonly unitCode: string }
  /** ISO day in Vietnam. */
  | { readonly kind: 'set-plan-day'; readonly on: string }
  | { readonly kind: 'meaning'; readonly inboxSeq: string }
  | { readonly kind: 'which-thing'; readonly inboxSeq: string }
  | { readonly kind: 'kept-list' }
  | { readonly kind: 'kept-message'; readonly inboxSeq: string }
  | { readonly kind: 'kept-answer'; readonly inboxSeq: string }
  | { readonly kind: 'which-question'; readonly questionIds: readonly string[] }

const TOPICS: ReadonlySet<string> = new Set(
  Object.keys({
    'withdraw-report': true,
    'attach-evidence': true,
    'report-gap': true,
    'nomination-field': true,
    'submit-nomination': true,
    'endorse-nomination': true,
    'withdraw-nomination': true,
    'transfer-nomination': true,
    appraise: true,
    'appraisal-words': true,
    'hold-category': true,
    'tell-result': true,
    supplement: true,
    'supplement-photos': true,
    'points-or-report': true,
    'resubmit-nomination': true,
    'nominate-list': true,
    'release-announcement': true,
    'second-release': true,
    'announcement-text': true,
    'acknowledge-announcement': true,
    'consent-to-praise': true,
    'correct-figure': true,
    meaning: true,
    'which-thing': true,
    'kept-list': true,
    'kept-message': true,
    'kept-answer': true,
    'which-question': true,
    chase: true,
    'choose-colleague': true,
    'send-nudges': true,
    'grant-extension': true,
    'extension-reason': true,
    'unit-plan-paper': true,
    'withdraw-unit-plan': true,
    'set-plan-day': true,
    vote: true,
    'set-pin': true,
    authorise: true,
  } satisfies Record<Topic['kind'], true>),
)

/** A question the bot put. Without options, the next plain message is its answer. */
export type OpenQuestion = {
  readonly id: string
  readonly topic: Topic
  readonly options: readonly Choice[]
  /** ISO instant. A question is open for a day. */
  readonly askedAt: string
  /** Put by a notice to someone who did not ask. */
  readonly unasked?: boolean
}

/** A report that still lacks something. It is stored as it is when its question is not answered in time. */
export type ReportDraft = {
  readonly gap: ReportGap
  readonly content: ReportContent
  readonly namedPeriod?: string
  readonly messages: readonly SourceMessage[]
  readonly evidenceIds: readonly string[]
  readonly officialId: string
  /** The message it began with. */
  readonly inboxSeq: string
  /** ISO instant. */
  readonly since: string
}

/** The report that was stored last: what its author sends within seconds is added to it. */
export type Followed = {
  readonly reportId: string
  /** When the last piece of it came in, and when it was written; ISO instants. */
  readonly receivedAt: string
  readonly writtenAt: string
}

/** "Gửi báo cáo tháng 9": the period of the report that the person has said will follow. */
export type Announced = {
  readonly period: string
  /** ISO instant. */
  readonly at: string
}

/** `version` grows whenever the shape changes; `readState` brings older shapes up to it. */
export type ConversationState = {
  readonly version: 2
  readonly questions: readonly OpenQuestion[]
  /** Messages in a row that the bot did not understand. */
  readonly misses: number
  readonly draft?: ReportDraft
  readonly followed?: Followed
  readonly announced?: Announced
  /** The album of which something was refused: that is said once. */
  readonly album?: string
  /** Local day on which the chat was last told that a kind of content cannot be read. */
  readonly toldUnreadableOn?: string
  /** What was open cannot be gone on with; the person is to be told so once. */
  readonly interrupted?: true
}

export const NOTHING_OPEN: ConversationState = { version: 2, questions: [], misses: 0 }

/** How long a bare number still counts as the answer, and a draft waits for what it lacks. */
export const QUESTION_OPEN_FOR = { hours: 24 }
/** A fragment or a photo of an album waits this long, from the first of them, for what belongs to it. */
export const GATHER_MS = 3_000
/** What comes within this time after a report, or after a piece of it, belongs to it. */
export const FOLLOW_MS = 8_000

/**
 * A stored state as this version of the product knows it. A chat that nobody wrote in has nothing
 * open; the state of the version before is taken over; anything else is closed and never guessed at.
 */
export function readState(stored: unknown): ConversationState {
  if (typeof stored !== 'object' || stored === null) return { ...NOTHING_OPEN, interrupted: true }
  if (!('version' in stored))
    return Object.keys(stored).length === 0 ? NOTHING_OPEN : { ...NOTHING_OPEN, interrupted: true }
  if (stored.version === 1) return withKnownTopics(fromFirst(stored as FirstState))
  if (stored.version === 2) return withKnownTopics(stored as ConversationState)
  return { ...NOTHING_OPEN, interrupted: true }
}

/** The first shape knew neither drafts nor bursts; a question which of two figures is meant was put otherwise. */
type FirstState = Omit<ConversationState, 'version' | 'draft' | 'followed' | 'interrupted'> & {
  readonly version: 1
}

function fromFirst(state: FirstState): ConversationState {
  const questions = state.questions.filter(({ topic }) => topic.kind !== 'correct-figure')
  const closed = questions.length < state.questions.length
  return { ...state, version: 2, questions, ...(closed ? { interrupted: true } : {}) }
}

function withKnownTopics(state: ConversationState): ConversationState {
  const questions = state.questions.filter(({ topic }) => TOPICS.has(topic.kind))
  if (questions.length === state.questions.length) return state
  return { ...state, questions, interrupted: true }
}

/** The state once the draft is stored or dropped, and its question with it. */
export function withoutDraft({ draft: _settled, ...state }: ConversationState): ConversationState {
  return { ...state, questions: state.questions.filter(({ topic }) => topic.kind !== 'report-gap') }
}

/** For how long a report without a period of its own is the one that was announced. */
const ANNOUNCED_FOR = { hours: 1 }

/** The period that was announced and not reported yet. */
export function announcedPeriod(
  { announced }: Pick<ConversationState, 'announced'>,
  now: Instant,
): string | undefined {
  if (!announced) return undefined
  const until = Temporal.Instant.from(announced.at).add(ANNOUNCED_FOR)
  return Temporal.Instant.compare(now, until) <= 0 ? announced.period : undefined
}

/** Whether what came in then, and was written then, follows the report closely enough to belong to it. */
export function follows(
  { followed }: Pick<ConversationState, 'followed'>,
  came: { readonly receivedAt: Instant; readonly writtenAtMs: number },
): boolean {
  if (!followed) return false
  const since = (iso: string, ms: number): number => ms - new Date(iso).getTime()
  const received = since(followed.receivedAt, came.receivedAt.epochMilliseconds)
  // Platforms tell whole seconds, and hand over late what was written long after.
  const written = since(followed.writtenAt, came.writtenAtMs)
  return received <= FOLLOW_MS && written < FOLLOW_MS + 1_000
}
