import { localDateOf, startOfDay } from '../calendar/local-time.ts'
import { rememberQuestion } from '../conversation/ask.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { mayWriteUnasked, MOST_UNASKED_A_DAY } from '../reminder/sending-hours.ts'
import type { Announcement } from './announcement.ts'
import { ACKNOWLEDGEMENT } from './announcement.ts'
import { noticeOf } from './notice-of.ts'
import { owingUnits } from './select-recipients.ts'

/**
 * Queues released notices for the next recipients, in office hours; each recipient once, and nobody
 * whose duty is done since. An optional one waits for the next day where somebody has got enough today.
 * Gives the number of recipients handled, 0 when nobody waits.
 */
export async function publishAnnouncements(tx: Transaction, people: number): Promise<number> {
  if (!mayWriteUnasked(await tx.calendars.load(), tx.now)) return 0
  const today = startOfDay(localDateOf(tx.now))
  const day = { now: tx.now, today, most: MOST_UNASKED_A_DAY }
  const claimed = await tx.announcements.claimRecipients(people, day)
  const ids = new Set(claimed.map(({ announcementId }) => announcementId))
  for (const id of ids) {
    const announcement = await tx.announcements.get(id)
    const owing = await owingUnits(tx, announcement.audience)
    for (const { announcementId, officialId } of claimed) {
      if (announcementId !== id) continue
      const official = await tx.officials.get(officialId)
      if (owing && !owing.has(official.unitCode))
        await tx.announcements.settleRecipient(id, officialId, { state: 'settled' })
      else await publishTo(tx, announcement, official)
    }
  }
  await tx.announcements.finish()
  return claimed.length
}

async function publishTo(
  tx: Transaction,
  announcement: Announcement,
  official: Official,
): Promise<void> {
  const { id } = announcement
  const setId = tx.chance.code(12, 'abcdefghijkmnpqrstuvwxyz23456789')
  const choices = { id: setId, options: ACKNOWLEDGEMENT }
  const notice = await noticeOf(tx, announcement, choices)
  const because = { cause: 'announcement', causeId: id } as const
  const queued = await queueNotice(tx, official, notice, because)
  if (!queued) {
    await tx.announcements.settleRecipient(id, official.id, { state: 'unreachable' })
    return
  }
  const { messageId, account } = queued
  await tx.announcements.settleRecipient(id, official.id, { state: 'queued', messageId })
  await rememberQuestion(tx, account.address, {
    id: setId,
    topic: { kind: 'acknowledge-announcement', announcementId: id },
    options: ACKNOWLEDGEMENT,
    askedAt: tx.now.toString(),
  })
}
