import type { Campaign } from '../../core/campaign/campaign.ts'
import type {
  Announced,
  ConversationState,
  Followed,
  OpenQuestion,
  ReportDraft,
  Topic,
} from '../../core/conversation/conversation.ts'
import type { ChannelName, Choice, InboundEvent } from '../../core/delivery/channel.ts'
import type { InboxEntry } from '../../core/inbox/inbox-store.ts'
import type { Linked } from '../../core/official/official-store.ts'
import type { Official } from '../../core/official/official.ts'
import type { Transaction } from '../../core/ports.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { SourceMessage } from '../../core/report/report.ts'
import type { Unit } from '../../core/unit/unit.ts'
import type { Understanding } from '../language/understanding.ts'
import { sayRefusal } from '../texts/refusals.ts'

/** What is being handled: what happened, where, and the transaction in which it is answered. */
export type Turn = {
  readonly tx: Transaction
  /** The events that are answered as one, in order of arrival. */
  readonly entries: readonly InboxEntry[]
  /** The last of them. */
  readonly seq: bigint
  readonly event: InboundEvent
  readonly channel: ChannelName
  readonly state: ConversationState
}

/** A turn of a registered official who wrote words. */
export type Spoken = Turn & {
  readonly linked: Linked
  readonly official: Official
  readonly unit: Unit
  /** Undefined while the unit takes part in none. */
  readonly campaign: Campaign | undefined
  readonly text: string
  readonly understood: Understanding
  /** Reads other words in the same light. */
  readonly read: (text: string) => Understanding
  /** By which a later edit of a message finds what was made of it. */
  readonly messages: readonly SourceMessage[]
}

/** What of the state changes; null: it is forgotten. */
export type StateChange = {
  readonly misses?: number
  readonly album?: string
  readonly toldUnreadableOn?: string
  readonly draft?: ReportDraft | null
  readonly followed?: Followed | null
  readonly announced?: Announced | null
}

/** What the bot does about an event: what it became, what is said, what is asked, what of the state changes. */
export type Answer = {
  /** A label for the inbox row and the metrics: never content. */
  readonly what: string
  readonly text?: string
  /** It shows what others will read, word for word. */
  readonly verbatim?: true
  readonly ask?: { readonly topic: Topic; readonly options: readonly Choice[] }
  /** The question that this event has answered. */
  readonly answered?: OpenQuestion
  /** A notice was released: it is looked for at once. */
  readonly released?: boolean
  /** Nobody understood it: an officer will read it; `seq` where it is an earlier message that is kept. */
  readonly forPerson?: true | { readonly seq: bigint }
  readonly state?: StateChange
  /** A stored file that goes with it. */
  readonly file?: {
    readonly id: string
    readonly caption: string
    readonly instead: string
    /** Shown in the chat rather than handed over as a file. */
    readonly picture?: true
  }
  /** Shown for a moment on the pressed button, where the platform has buttons. */
  readonly toast?: string
}

/** Handles an earlier message again, under the reading that the person chose. */
export type Again = (seq: bigint, intent: string) => Promise<Answer>

export function refused(refusal: Refusal): Answer {
  return { what: `refused:${refusal.reason}`, text: sayRefusal(refusal) }
}

export function choice(key: string, label: string): Choice {
  return { key, label }
}
