import type { Instant } from '../calendar/local-time.ts'
import type { PhotoState } from '../report/report-store.ts'
import type { Announcement, AnnouncementState } from './announcement.ts'
import type { Standing } from './standing.ts'

export interface AnnouncementStore {
  /** Writes a notice with the recipients that it has for good. */
  insert(announcement: Announcement, recipients: readonly string[], at: Instant): Promise<void>
  get(id: string): Promise<Announcement>
  findByCode(campaignId: string, code: string): Promise<Announcement | undefined>
  /** Newest first, in any of those states. */
  list(
    campaignId: string,
    filter: { states: readonly AnnouncementState[]; limit: number },
  ): Promise<readonly Announcement[]>
  /** False when it was not in any of the states any more. */
  move(
    id: string,
    to: { from: readonly AnnouncementState[]; state: AnnouncementState },
  ): Promise<boolean>
  /** Gives it that photo, which its author has still to be shown, or takes the photo off. */
  setPhoto(id: string, photoId: string | undefined): Promise<void>
  /**
   * Notices that have not left, whose photo is ready, unusable or waited for since then or longer, and whose
   * authors have not been told so; locked.
   */
  listUnsettledPhotos(
    since: Instant,
  ): Promise<readonly { readonly announcement: Announcement; readonly photo: PhotoState }[]>
  /** The author was shown the photo, or told that it is lost. */
  notePhotoSettled(id: string, at: Instant): Promise<void>
  /** It leaves from that moment on, whatever other was set before. */
  hasten(id: string, at: Instant): Promise<void>
  /** Notes who let it leave, and when. */
  noteRelease(id: string, by: string, at: Instant): Promise<void>
  /** Whether somebody let it leave. */
  wasReleased(id: string): Promise<boolean>
  /** Takes what has not left back to those who wait, so that a later release sends it. */
  recall(id: string, at: Instant): Promise<void>
  /**
   * Locks up to `limit` recipients who wait for a released notice whose time has come and whose photo, if it
   * has one, is ready. An optional one waits
   * for whoever has got `most` unasked messages since `today` began; a correction of one does not.
   */
  claimRecipients(
    limit: number,
    day: { readonly now: Instant; readonly today: Instant; readonly most: number },
  ): Promise<readonly { announcementId: string; officialId: string }[]>
  settleRecipient(
    announcementId: string,
    officialId: string,
    outcome: { state: 'queued' | 'unreachable' | 'settled'; messageId?: string },
  ): Promise<void>
  /** Marks notices published that have no waiting recipient left. */
  finish(): Promise<void>
  /** Notes that the person has taken note of it; false where it was not sent to that person, or was noted before. */
  acknowledge(id: string, officialId: string, at: Instant): Promise<boolean>
  /** What became of it for each recipient, in protocol order of their units. */
  standings(id: string): Promise<readonly Standing[]>
  /** Released notices that somebody of the unit still waits for, and how many do. */
  listWaitingFor(
    unitCode: string,
  ): Promise<readonly { readonly announcement: Announcement; readonly people: number }[]>
  /** Published notices whose author has not been told how far they came; locked. */
  listUnreported(): Promise<readonly Announcement[]>
  noteReport(id: string, at: Instant): Promise<void>
  /** Weekly notices that went out a week ago or longer and not since; locked. */
  listToRepeat(now: Instant): Promise<readonly Announcement[]>
  /** The notice as which it went out again, a week later. */
  findRepeat(id: string): Promise<Announcement | undefined>
  /** It goes out no more after this time. */
  endRepetition(id: string): Promise<void>
  mute(officialId: string, at: Instant): Promise<void>
  unmute(officialId: string): Promise<void>
  /** Which of these officials want no optional notices. */
  listMuted(officialIds: readonly string[]): Promise<ReadonlySet<string>>
}
