import type { Instant } from '../calendar/local-time.ts'
import type { Choice } from '../delivery/channel.ts'
import type { Audience } from './audience.ts'

export type AnnouncementState = 'draft' | 'awaiting-release' | 'released' | 'stopped' | 'published'

/** The official paper that a notice brings. */
export type AttachedPaper = {
  /** Số, ký hiệu: "15/KH-UBND". */
  readonly number: string
  /** ISO date that it bears. */
  readonly on?: string
  /** Trích yếu. */
  readonly summary?: string
  readonly link?: string
  /** Of the file behind the link, in small hexadecimal digits. */
  readonly sha256?: string
}

/** A correction goes to whoever received the notice, a reminder to whoever did not acknowledge it, a repeat to its audience a week later. */
export type Follows = {
  readonly kind: 'correction' | 'reminder' | 'repeat'
  readonly announcementId: string
}

/** A propagation notice (plan V.2). */
export type Announcement = {
  readonly id: string
  /** "TB-003", running within the campaign. */
  readonly code: string
  readonly campaignId: string
  readonly authorId: string
  readonly text: string
  /** Not sent to those who have muted such notices; every other notice is official and reaches them too. */
  readonly optional: boolean
  readonly audience: Audience
  readonly paper?: AttachedPaper
  readonly follows?: Follows
  /** Whom it praises; it leaves only while there is consent to that. */
  readonly praiseId?: string
  /** The received photo that goes with it; it leaves once its bytes are here. */
  readonly photoId?: string
  /** Not before that moment. */
  readonly sendAt?: Instant
  /** Goes out again a week after it went out, until it is stopped. */
  readonly weekly: boolean
  readonly state: AnnouncementState
}

/**
 * From when on a released notice leaves, and why then: it may at once, its author has appointed the moment, or
 * nobody is written to before, outside office hours or on a day off.
 */
export type Leaving = {
  readonly at: Instant
  readonly because: 'now' | 'appointed' | 'off-hours' | 'day-off'
}

/** What a notice asks of whoever reads it: one digit is the proof where a channel gives none. */
export const ACKNOWLEDGEMENT: readonly Choice[] = [{ key: 'ack', label: 'Đã nắm' }]

/** 3 → "TB-003". */
export function announcementCode(number: number): string {
  return `TB-${String(number).padStart(3, '0')}`
}
