import type { Instant } from '../calendar/local-time.ts'
import type { Address, ChannelName, WirePart } from './channel.ts'
import type { ClaimedPart } from './departure-store.ts'
import type { Failed } from './settlement.ts'

export const CAUSES = ['reply', 'reminder', 'announcement', 'digest', 'notice'] as const
export type Cause = (typeof CAUSES)[number]

export type QueuedMessage = {
  readonly id: string
  readonly channel: ChannelName
  readonly address: Address
  readonly officialId?: string
  readonly cause: Cause
  /** What it answers or is about: an inbox number, a nomination, an announcement. */
  readonly causeId?: string
  readonly parts: readonly WirePart[]
}

export interface OutboxStore {
  insert(message: QueuedMessage, at: Instant): Promise<void>
  /** Writes what became of a part that was not taken, where the attempt is still the latest. */
  settle(part: ClaimedPart, settlement: Failed, at: Instant): Promise<void>
  /** Parts whose lease ended without an answer: nobody knows whether they arrived. Gives their number. */
  markUncertain(now: Instant): Promise<number>
  /** How often that very answer was queued for the chat since the instant. */
  countReplies(address: Address, text: string, since: Instant): Promise<number>
  /** The end of what the chat was told last, asked or not. */
  findLastSaid(
    address: Address,
  ): Promise<{ readonly channel: ChannelName; readonly part: WirePart } | undefined>
  /** Unasked messages queued for a person since the instant. */
  countUnasked(officialId: string, since: Instant): Promise<number>
  /** The same for everybody who was sent any, by official. */
  tallyUnasked(since: Instant): Promise<ReadonlyMap<string, number>>
  /** Why the person was last written to unasked. */
  findLastUnasked(
    officialId: string,
  ): Promise<{ cause: Cause; messageId: string; causeId?: string } | undefined>
  /**
   * Messages that nobody asked for, to officials who have a chat with another bot as well, of which parts
   * wait since then or longer because they did not get through, oldest first; not those that came from
   * another chat already.
   */
  listStuck(since: Instant, limit: number): Promise<readonly StuckMessage[]>
  /** Officials for whom something that nobody asked for waits since then or longer. */
  listStuckOfficials(since: Instant): Promise<ReadonlySet<string>>
  /** Cancels what has not left of a message, noting why. False when there was nothing any more. */
  withdraw(messageId: string, why: string, at: Instant): Promise<boolean>
  /** Whatever was told by the first message is told by the second from now on. */
  supersede(messageId: string, by: string): Promise<void>
  /** The newest first. */
  listLedger(filter: LedgerFilter): Promise<readonly LedgerEntry[]>
  summarize(): Promise<Readonly<Record<string, number>>>
  listUncertain(limit: number): Promise<
    readonly {
      messageId: string
      channel: ChannelName
      cause: Cause
      officialId?: string
      at: Instant
    }[]
  >
}

/** A message that does not get through, and the parts of it that wait. */
export type StuckMessage = {
  readonly messageId: string
  readonly channel: ChannelName
  readonly address: Address
  readonly officialId: string
  readonly cause: Cause
  readonly causeId?: string
  readonly parts: readonly WirePart[]
}

/** One physical send in the ledger, without what it said. */
export type LedgerEntry = {
  readonly messageId: string
  readonly index: number
  readonly of: number
  readonly channel: ChannelName
  readonly cause: Cause
  readonly causeId?: string
  readonly state: PartState
  readonly attempts: number
  /** What the platform gave for it, or the class and reason of the last failure. */
  readonly receipt?: string
  readonly failure?: string
  readonly queuedAt: Instant
  readonly finishedAt?: Instant
  /** The person's roster code and unit; absent for groups and strangers. */
  readonly official?: string
  readonly unitCode?: string
}

export const PART_STATES = [
  'pending',
  'sending',
  'sent',
  'uncertain',
  'rejected',
  'cancelled',
] as const
export type PartState = (typeof PART_STATES)[number]

/** What of the ledger is looked at; what is absent narrows nothing. `official`: the roster code. */
export type LedgerFilter = {
  readonly unitCode?: string
  readonly official?: string
  readonly state?: PartState
  readonly cause?: Cause
  readonly since?: Instant
  /** Without answers to the person's own messages. */
  readonly unasked?: boolean
  readonly limit: number
}
