import type { Choice } from '../delivery/channel.ts'
import type { MissingField } from '../nomination/nomination.ts'

/** What an open question is about. Kept as data, so any process, also a newer one, can go on with it. */
export type Topic =
  | { readonly kind: 'withdraw-report'; readonly reportId: string }
  | { readonly kind: 'attach-evidence'; readonly evidenceIds: readonly string[] }
  | {
      readonly kind: 'nomination-field'
      readonly nominationId: string
      readonly field: MissingField
    }
  | { readonly kind: 'submit-nomination'; readonly nominationId: string }
  | { readonly kind: 'endorse-nomination'; readonly nominationId: string }
  | { readonly kind: 'withdraw-nomination'; readonly nominationId: string }
  | { readonly kind: 'release-announcement'; readonly announcementId: string }
  | { readonly kind: 'announcement-text' }
  | {
      readonly kind: 'correct-figure'
      readonly reportId: string
      readonly from?: number
      readonly to: number
    }
  | {
      readonly kind: 'choose-colleague'
      /** Days are ISO days in Vietnam. */
      readonly for:
        | { readonly kind: 'leave'; readonly from?: string; readonly until: string }
        | { readonly kind: 'handover' }
    }
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
  | { readonly kind: 'meaning'; readonly inboxSeq: string }
  | { readonly kind: 'which-question'; readonly questionIds: readonly string[] }

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

/** `version` grows whenever the shape changes; an older shape is read as "nothing is open". */
export type ConversationState = {
  readonly version: 1
  readonly questions: readonly OpenQuestion[]
  /** Messages in a row that the bot did not understand. */
  readonly misses: number
  /** The album whose first photo was answered; its other photos get no answer of their own. */
  readonly album?: string
  /** Local day on which the chat was last told that a kind of content cannot be read. */
  readonly toldUnreadableOn?: string
}

export const NOTHING_OPEN: ConversationState = { version: 1, questions: [], misses: 0 }

/** How long a bare number still counts as the answer. */
export const QUESTION_OPEN_FOR = { hours: 24 }
