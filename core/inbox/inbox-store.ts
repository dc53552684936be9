import type { Instant } from '../calendar/local-time.ts'
import type { Address, ChannelName, InboundEvent } from '../delivery/channel.ts'

export type InboxEntry = {
  readonly seq: bigint
  readonly event: InboundEvent
  readonly receivedAt: Instant
  readonly attempts: number
}

export type NextEntry = InboxEntry & {
  /** Another event of the chat waits behind it. */
  readonly more: boolean
}

export type InboxBalance = {
  readonly received: number
  readonly done: number
  readonly waiting: number
  readonly forPerson: number
}

export interface InboxStore {
  /** The oldest event of the chat that is not done, unless it waits for a later retry. */
  next(address: Address, now: Instant): Promise<NextEntry | undefined>
  get(seq: bigint): Promise<InboxEntry>
  /** `for-person`: nobody understood it, an officer will read it. */
  finish(
    seq: bigint,
    outcome: { state: 'done' | 'for-person'; what: string; at: Instant },
  ): Promise<void>
  retryLater(seq: bigint, at: Instant): Promise<void>
  /** Messages that wait for an officer to read them, oldest first. */
  listForPerson(limit: number): Promise<readonly InboxEntry[]>
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
