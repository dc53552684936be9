import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Announcement } from './announcement.ts'

/** A draft of the official's own. Refuses who may announce nothing, what left before, and another's. */
export async function ownDraft(
  tx: Transaction,
  official: Official,
  announcementId: string,
): Promise<Outcome<Announcement>> {
  if (!may(official, 'announce')) return refuse({ reason: 'not-allowed', action: 'announce' })
  const announcement = await tx.announcements.get(announcementId)
  return announcement.state === 'draft' && announcement.authorId === official.id
    ? accept(announcement)
    : refuse({ reason: 'announcement-moved-on' })
}
