import { queueNotice } from '../delivery/queue-message.ts'
import type { Transaction } from '../ports.ts'
import { mayWriteUnasked } from '../reminder/sending-hours.ts'

/**
 * Queues released notices for the next recipients, in office hours; each recipient once.
 * Gives the number of recipients handled, 0 when nobody waits.
 */
export async function publishAnnouncements(tx: Transaction, people: number): Promise<number> {
  if (!mayWriteUnasked(await tx.calendars.load(), tx.now)) return 0
  const claimed = await tx.announcements.claimRecipients(people)
  for (const { announcementId, officialId } of claimed) {
    const { text, campaignId, authorId } = await tx.announcements.get(announcementId)
    const { campaign } = await tx.campaigns.get(campaignId)
    const author = await tx.officials.get(authorId)
    const from = (await tx.units.get(author.unitCode)).name
    const notice = { kind: 'announcement', campaign, text, from } as const
    const queued = await queueNotice(tx, await tx.officials.get(officialId), notice, {
      cause: 'announcement',
      causeId: announcementId,
    })
    await tx.announcements.settleRecipient(
      announcementId,
      officialId,
      queued ? { state: 'queued', messageId: queued.messageId } : { state: 'unreachable' },
    )
  }
  await tx.announcements.finish()
  return claimed.length
}
