import { queueNotice } from '../delivery/queue-message.ts'
import { keepPhoto, PHOTO_LOST_AFTER, pictureOf } from '../file/picture.ts'
import type { Transaction } from '../ports.ts'
import type { Announcement } from './announcement.ts'

/**
 * Shows the author of a draft its photo as soon as its bytes are here. A notice whose photo is lost is its
 * author's draft again, and the author is told. Gives the number of persons told.
 */
export async function settlePhotos(tx: Transaction): Promise<number> {
  let told = 0
  const since = tx.now.subtract(PHOTO_LOST_AFTER)
  for (const { announcement, photo } of await tx.announcements.listUnsettledPhotos(since)) {
    if (photo !== 'ready') await giveBack(tx, announcement)
    else if (announcement.state === 'draft') await show(tx, announcement)
    await tx.announcements.notePhotoSettled(announcement.id, tx.now)
    told += 1
  }
  return told
}

async function show(tx: Transaction, announcement: Announcement): Promise<void> {
  const { id, code, authorId, photoId } = announcement
  if (photoId === undefined) return
  await keepPhoto(tx, photoId, { name: code, createdFor: authorId })
  const recipients = (await tx.announcements.standings(id)).length
  const picture = pictureOf(tx, photoId)
  await tell(tx, announcement, { kind: 'photo-came', code, picture, recipients })
}

async function giveBack(tx: Transaction, announcement: Announcement): Promise<void> {
  const { id, code } = announcement
  await tx.announcements.move(id, { from: ['awaiting-release', 'released'], state: 'draft' })
  await tell(tx, announcement, { kind: 'photo-lost', code })
}

async function tell(
  tx: Transaction,
  { id, authorId }: Announcement,
  notice: Parameters<typeof queueNotice>[2],
): Promise<void> {
  const author = await tx.officials.get(authorId)
  await queueNotice(tx, author, notice, { cause: 'notice', causeId: id })
}
