import type { ApprovedNote, PropagationStore } from '../../core/propagation/propagation-store.ts'
import type { ApprovedNote as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { dayToDate, present, toDate, toDay } from './rows.ts'

function noteFromRow({ campaignId, noteId, on, digest, approvedBy, ...row }: Row): ApprovedNote {
  return {
    ...{ campaignId, noteId, digest, approvedBy, on: toDay(on) },
    ...present('confirmedBy', row.confirmedBy),
    ...present('announcementId', row.announcementId),
  }
}

export function propagationStore(db: Db): PropagationStore {
  return {
    list: async (campaignId) => {
      const rows = await db.approvedNote.findMany({ where: { campaignId } })
      return rows.map(noteFromRow)
    },
    approve: async ({ campaignId, noteId, on, digest, approvedBy }, at) => {
      const fields = { digest, approvedBy, on: dayToDate(on), approvedAt: toDate(at) }
      await db.approvedNote.upsert({
        where: { campaignId_noteId: { campaignId, noteId } },
        create: { campaignId, noteId, ...fields },
        update: { ...fields, confirmedBy: null },
      })
    },
    confirm: async (campaignId, by) => {
      await db.approvedNote.updateMany({
        where: { campaignId, approvedBy: { not: by }, confirmedBy: null, announcementId: null },
        data: { confirmedBy: by },
      })
    },
    listDue: async (on) => {
      const keys = await db.$queryRaw<{ campaignId: string; noteId: string }[]>`
        select campaign_id as "campaignId", note_id as "noteId" from approved_note
        where announcement_id is null and "on" <= ${dayToDate(on)}::date
        order by "on", note_id for update skip locked`
      if (keys.length === 0) return []
      const rows = await db.approvedNote.findMany({ where: { OR: keys }, orderBy: { on: 'asc' } })
      return rows.map(noteFromRow)
    },
    noteAnnouncement: async ({ campaignId, noteId }, announcementId) => {
      await db.approvedNote.update({
        where: { campaignId_noteId: { campaignId, noteId } },
        data: { announcementId },
      })
    },
  }
}
