import type { Instant } from '../calendar/local-time.ts'
import type { Address, ChannelName, WirePart } from './channel.ts'
import type { Settlement } from './settlement.ts'

export type Cause = 'reply' | 'reminder' | 'announcement' | 'digest' | 'notice'

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

/** A part that this process, and no other, may send while its claim lasts. */
export type ClaimedPart = {
  readonly seq: bigint
  readonly messageId: string
  readonly channel: ChannelName
  readonly address: Address
  readonly part: WirePart
  readonly attempt: number
  readonly failures: number
}

/** What may be sent now on a channel, or to one address of it. */
export type Due = {
  readonly channel: ChannelName
  readonly address?: Address
  readonly limit: number
  readonly now: Instant
}

export interface OutboxStore {
  insert(message: QueuedMessage, at: Instant): Promise<void>
  /** How many parts `claim` would give. */
  countDue(due: Due): Promise<number>
  /**
   * Keeps parts for the caller until `leaseUntil`: at most one per address, the earliest that is due,
   * and none of an address where an earlier part is still under way. They have not left yet; what
   * its claimer does not begin in time, the next claim gives out again.
   */
  claim(due: Due & { leaseUntil: Instant }): Promise<readonly ClaimedPart[]>
  /**
   * The part leaves now: should nothing be heard of it until `leaseUntil`, it is uncertain. False when
   * it must stay: it was cancelled, somebody else has claimed it meanwhile, or the channel is paused.
   */
  begin(part: ClaimedPart, leaseUntil: Instant): Promise<boolean>
  /** Writes what became of a part, if the attempt is still the latest. */
  settle(part: ClaimedPart, settlement: Settlement, at: Instant): Promise<void>
  /** Parts whose lease ended without an answer: nobody knows whether they arrived. Gives their number. */
  markUncertain(now: Instant): Promise<number>
  /** Unasked messages queued for a person since the instant. */
  countUnasked(officialId: string, since: Instant): Promise<number>
  /** The same for everybody who was sent any, by official. */
  tallyUnasked(since: Instant): Promise<ReadonlyMap<string, number>>
  /** Why the person was last written to unasked. */
  findLastUnasked(officialId: string): Promise<{ cause: Cause } | undefined>
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

/** When a channel may send next; shared by all processes. Delays are in milliseconds of real time. */
export interface PaceStore {
  /** Reserves `count` slots, `intervalMs` apart, and says how long to wait for the first; undefined while the channel rests. */
  reserve(channel: ChannelName, count: number, intervalMs: number): Promise<number | undefined>
  pause(channel: ChannelName, delayMs: number): Promise<void>
}
