import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { Announcement } from './announcement.ts'

/**
 * Notes that the person has taken note of a notice; of a reminder, of the notice that it reminded of
 * too. Saying it twice changes nothing, and who was not sent it acknowledges nothing.
 */
export async function acknowledgeAnnouncement(
  tx: Transaction,
  official: Official,
  announcementId: string,
): Promise<Announcement> {
  const announcement = await tx.announcements.get(announcementId)
  const { follows } = announcement
  const ids =
    follows?.kind === 'reminder' ? [announcementId, follows.announcementId] : [announcementId]
  for (const id of ids) {
    if (!(await tx.announcements.acknowledge(id, official.id, tx.now))) continue
    const [actor, subject] = [official.id, id]
    await tx.audit.append({ kind: 'announcement-acknowledged', actor, subject, data: {} })
  }
  return announcement
}
