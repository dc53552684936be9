import type { Instant } from '../calendar/local-time.ts'
import type { Address, ChannelName, InboundEvent } from '../delivery/channel.ts'

export type InboxEntry = {
  readonly seq: bigint
  readonly event: InboundEvent
  readonly receivedAt: Instant
  readonly attempts: number
}

/** A message that waits for an officer to read it, and who wrote it. */
export type KeptMessage = InboxEntry & { readonly officialId: string; readonly unitCode: string }

export type InboxBalance = {
  readonly received: number
  readonly done: number
  readonly waiting: number
  readonly forPerson: number
}

/** Before which moment messages were received whose words are dropped. */
export type DropTimes = {
  readonly campaigns: readonly { readonly campaignId: string; readonly before: Instant }[]
  readonly otherwise: Instant
}

export interface InboxStore {
  /** Events of the chat that are not done, oldest first; none while the oldest waits for a later retry. */
  listWaiting(address: Address, now: Instant, limit: number): Promise<readonly InboxEntry[]>
  get(seq: bigint): Promise<InboxEntry>
  /** `for-person`: nobody understood it, an officer will read it. */
  finish(
    seq: bigint,
    outcome: { state: 'done' | 'for-person'; what: string; at: Instant },
  ): Promise<void>
  /** Takes the words, and which button was pressed, out of these events for good. */
  blank(seqs: readonly bigint[]): Promise<void>
  /**
   * Drops the words of up to `limit` messages that are done and were received before their time: the
   * latest of the times of the campaigns in which their writer's unit takes part, or `otherwise` where
   * nobody known wrote them. Gives their number.
   */
  dropWords(times: DropTimes, limit: number, now: Instant): Promise<number>
  retryLater(seq: bigint, at: Instant): Promise<void>
  /** Messages that wait for an officer to read them, oldest first. */
  listForPerson(limit: number): Promise<readonly InboxEntry[]>
  /** Those of them that officials of the campaign's units wrote, oldest first. */
  listKept(campaignId: string, limit: number): Promise<readonly KeptMessage[]>
  /** One of them, locked until the transaction ends; undefined once an officer has dealt with it. */
  lockKept(campaignId: string, seq: bigint): Promise<KeptMessage | undefined>
  /** What the chat had sent just before that event, oldest first. */
  listBefore(entry: InboxEntry, limit: number): Promise<readonly InboxEntry[]>
  balance(): Promise<InboxBalance>
}

/** The door: one insert per event, outside any transaction, before anything is done about it. */
export interface InboxIntake {
  /** Durable once it resolves. `duplicate`: the event was taken in before, nothing was written. */
  take(
    channel: ChannelName,
    event: InboundEvent,
    receivedAt: Instant,
  ): Promise<'stored' | 'duplicate'>
  /** Chats with an event that is not done and whose time has come, oldest first. */
  waitingChats(
    now: Instant,
    limit: number,
  ): Promise<readonly { address: Address; channel: ChannelName }[]>
}
