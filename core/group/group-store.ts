import type { Instant } from '../calendar/local-time.ts'
import type { Address } from '../delivery/channel.ts'
import type { ChatGroup, GroupCode } from './group.ts'

export interface GroupStore {
  insertCode(code: GroupCode): Promise<void>
  findCode(codeHash: string): Promise<GroupCode | undefined>
  /** False when it was used meanwhile: one of two groups in which a code is typed at once gets it. */
  markCodeUsed(id: string, at: Instant): Promise<boolean>
  /** Writes a link and gives it with its number. */
  link(group: Omit<ChatGroup, 'number'>): Promise<ChatGroup>
  /** The link of that chat, if it has one now. */
  find(address: Address): Promise<ChatGroup | undefined>
  /** The groups that a campaign has now, by number. */
  list(campaignId: string): Promise<readonly ChatGroup[]>
  unlink(id: string, at: Instant): Promise<void>
  setPostsTotals(id: string, on: boolean): Promise<void>
  /** False when the group was told on that occasion before. */
  notePost(groupId: string, occasion: string, at: Instant): Promise<boolean>
  /** On what a group was told since that moment. */
  listPosts(groupId: string, since: Instant): Promise<readonly string[]>
}
