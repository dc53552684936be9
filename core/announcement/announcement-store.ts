import type { Instant } from '../calendar/local-time.ts'

export type Announcement = {
  readonly id: string
  readonly campaignId: string
  readonly authorId: string
  readonly text: string
  readonly state: 'draft' | 'released' | 'published'
}

export interface AnnouncementStore {
  insert(announcement: Announcement, at: Instant): Promise<void>
  get(id: string): Promise<Announcement>
  /** Fixes the list of recipients and marks the notice released; false if it was released before. */
  release(id: string, recipients: readonly string[], at: Instant): Promise<boolean>
  /** Locks up to `limit` recipients who are still waiting, of any released notice. */
  claimRecipients(limit: number): Promise<readonly { announcementId: string; officialId: string }[]>
  settleRecipient(
    announcementId: string,
    officialId: string,
    outcome: { state: 'queued' | 'unreachable'; messageId?: string },
  ): Promise<void>
  /** Marks notices published that have no waiting recipient left. */
  finish(): Promise<void>
  /** Newest first, published or being published. */
  listReleased(campaignId: string, limit: number): Promise<readonly Announcement[]>
}
