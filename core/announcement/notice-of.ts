import type { ChoiceSet } from '../delivery/channel.ts'
import { pictureOf } from '../file/picture.ts'
import type { Notice } from '../notice.ts'
import type { Transaction } from '../ports.ts'
import type { Announcement } from './announcement.ts'

/** A notice as it is told to each recipient; `choices`: by which it is acknowledged. */
export async function noticeOf(
  tx: Transaction,
  announcement: Announcement,
  choices: ChoiceSet,
): Promise<Extract<Notice, { kind: 'announcement' }>> {
  const { text, code, campaignId, authorId, paper, photoId, follows, optional } = announcement
  const { campaign } = await tx.campaigns.get(campaignId)
  const author = await tx.officials.get(authorId)
  const { name: from } = await tx.units.get(author.unitCode)
  const after =
    follows && follows.kind !== 'repeat'
      ? { kind: follows.kind, code: (await tx.announcements.get(follows.announcementId)).code }
      : undefined
  return {
    kind: 'announcement',
    ...{ campaign, text, from, code, optional, choices },
    ...(paper ? { paper } : {}),
    ...(photoId ? { picture: pictureOf(tx, photoId) } : {}),
    ...(after ? { after } : {}),
  }
}
