import type { Announcement, AnnouncementStore } from '../../core/announcement/announcement-store.ts'
import type { Announcement as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { toDate } from './rows.ts'

function announcementFromRow(row: Row): Announcement {
  const { id, campaignId, authorId, text } = row
  return { id, campaignId, authorId, text, state: row.state as Announcement['state'] }
}

export function announcementStore(db: Db): AnnouncementStore {
  return {
    insert: async (announcement, at) => {
      await db.announcement.create({ data: { ...announcement, draftedAt: toDate(at) } })
    },
    get: async (id) =>
      announcementFromRow(await db.announcement.findUniqueOrThrow({ where: { id } })),
    release: async (id, recipients, at) => {
      const { count } = await db.announcement.updateMany({
        where: { id, state: 'draft' },
        data: { state: 'released', releasedAt: toDate(at) },
      })
      if (count === 0) return false
      await db.announcementRecipient.createMany({
        data: recipients.map((officialId) => ({ announcementId: id, officialId })),
      })
      return true
    },
    claimRecipients: (limit) => db.$queryRaw<{ announcementId: string; officialId: string }[]>`
      select announcement_id as "announcementId", official_id as "officialId"
      from announcement_recipient where state = 'waiting'
      order by announcement_id, official_id limit ${limit} for update skip locked`,
    settleRecipient: async (announcementId, officialId, { state, messageId }) => {
      await db.announcementRecipient.update({
        where: { announcementId_officialId: { announcementId, officialId } },
        data: { state, messageId: messageId ?? null },
      })
    },
    finish: async () => {
      await db.announcement.updateMany({
        where: { state: 'released', recipients: { none: { state: 'waiting' } } },
        data: { state: 'published' },
      })
    },
    listReleased: async (campaignId, limit) => {
      const rows = await db.announcement.findMany({
        where: { campaignId, state: { not: 'draft' } },
        orderBy: { releasedAt: 'desc' },
        take: limit,
      })
      return rows.map(announcementFromRow)
    },
  }
}
