import type { Instant, LocalDate } from '../calendar/local-time.ts'

export type ApprovedNote = {
  readonly campaignId: string
  readonly noteId: string
  readonly on: LocalDate
  readonly digest: string
  readonly approvedBy: string
  /** A second person, where one alone may not write to so many. */
  readonly confirmedBy?: string
  /** The notice that was made of it. */
  readonly announcementId?: string
}

export interface PropagationStore {
  list(campaignId: string): Promise<readonly ApprovedNote[]>
  /** In place of an approval of the same note that has not gone out. */
  approve(note: ApprovedNote, at: Instant): Promise<void>
  /** The second person agrees to all that wait for one. */
  confirm(campaignId: string, by: string): Promise<void>
  /** Approved notes of that day or before it that have not gone out, locked, earliest first. */
  listDue(on: LocalDate): Promise<readonly ApprovedNote[]>
  noteAnnouncement(note: Pick<ApprovedNote, 'campaignId' | 'noteId'>, id: string): Promise<void>
}
