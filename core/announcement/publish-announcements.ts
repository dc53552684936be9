import { localDateOf, startOfDay } from '../calendar/local-time.ts'
import { rememberQuestion } from '../conversation/ask.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import { keepPhoto } from '../file/picture.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { mayWriteUnasked, MOST_UNASKED_A_DAY } from '../reminder/sending-hours.ts'
import type { Announcement } from './announcement.ts'
import { ACKNOWLEDGEMENT } from './announcement.ts'
import { noticeOf } from './notice-of.ts'
import { owingUnits } from './select-recipients.ts'

/**
 * Queues released notices for the next recipients, in office hours and once their photos are here; each
 * recipient once, and nobody whose duty is done since. An optional one waits for the next day where somebody has got enough today.
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
    const notice = await readyNotice(tx, announcement)
    for (const { announcementId, officialId } of claimed) {
      if (announcementId !== id) continue
      const official = await tx.officials.get(officialId)
      if (owing && !owing.has(official.unitCode))
        await tx.announcements.settleRecipient(id, officialId, { state: 'settled' })
      else await publishTo(tx, { announcement, notice }, official)
    }
  }
  await tx.announcements.finish()
  return claimed.length
}

type Told = Awaited<ReturnType<typeof noticeOf>>

/** The notice as everybody gets it but for the number of the question, its photo kept for those who fetch it. */
async function readyNotice(tx: Transaction, announcement: Announcement): Promise<Told> {
  const { code, photoId, authorId } = announcement
  if (photoId !== undefined) await keepPhoto(tx, photoId, { name: code, createdFor: authorId })
  return noticeOf(tx, announcement, { id: '', options: ACKNOWLEDGEMENT })
}

async function publishTo(
  tx: Transaction,
  { announcement: { id }, notice }: { announcement: Announcement; notice: Told },
  official: Official,
): Promise<void> {
  const setId = tx.chance.code(12, 'abcdefghijkmnpqrstuvwxyz23456789')
  const choices = { id: setId, options: ACKNOWLEDGEMENT }
  const because = { cause: 'announcement', causeId: id } as const
  const queued = await queueNotice(tx, official, { ...notice, choices }, because)
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
