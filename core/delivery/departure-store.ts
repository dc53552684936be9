import type { Instant } from '../calendar/local-time.ts'
import type { BotKey } from './bot.ts'
import type { Address, WirePart } from './channel.ts'
import type { Pace } from './pace-store.ts'

/** A part that this process, and no other, may send while its claim lasts. */
export type ClaimedPart = {
  readonly seq: bigint
  readonly messageId: string
  readonly address: Address
  readonly part: WirePart
  readonly attempt: number
  readonly failures: number
  /** Milliseconds of real time until its chat may get another message. */
  readonly waitMs: number
}

/** What may be sent now by a bot, or to one address of it. */
export type Due = {
  readonly bot: BotKey
  readonly address?: Address
  readonly limit: number
  readonly now: Instant
  readonly leaseUntil: Instant
  readonly pace: Pace
}

/** How parts of a bot leave. */
export type Leave = { readonly bot: BotKey; readonly leaseUntil: Instant; readonly pace: Pace }

/** A part that the platform took, and what it gave for it. */
export type Arrival = { readonly part: ClaimedPart; readonly receipt: string }

/** The parts on their way out. Each call is one statement, and what it has written is committed. */
export interface DepartureStore {
  /**
   * Keeps parts for the caller until `leaseUntil`, in the order in which they leave: at most one per
   * address, the earliest that is due, and none of an address where an earlier part is still under way.
   * They have not left yet; what its claimer does not begin in time, the next claim gives out again.
   */
  claim(due: Due): Promise<readonly ClaimedPart[]>
  /** Gives back what was claimed and will not leave now. */
  release(parts: readonly ClaimedPart[]): Promise<void>
  /**
   * The parts leave now, and count in the pace of their chats: should nothing be heard of one until
   * `leaseUntil`, it is uncertain. Gives those that may; the others were cancelled, somebody else has
   * claimed them meanwhile, or the bot rests.
   */
  begin(parts: readonly ClaimedPart[], leave: Leave): Promise<readonly ClaimedPart[]>
  /** Writes down what arrived, where the attempt is still the latest. */
  arrive(arrivals: readonly Arrival[], at: Instant): Promise<void>
}
