import type { Instant } from '../calendar/local-time.ts'
import type { Address } from '../delivery/channel.ts'
import type { ConversationState } from './conversation.ts'

export interface ConversationStore {
  /** Reads the state and locks the chat until the transaction ends: one message of a chat at a time, across processes. */
  lock(address: Address): Promise<ConversationState>
  /** Chats in which a report has been waiting since before that instant for what it lacks. */
  listStaleDrafts(before: Instant, limit: number): Promise<readonly Address[]>
  save(address: Address, state: ConversationState, at: Instant): Promise<void>
}
