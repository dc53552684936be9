import type { PraiseStore } from '../../core/praise/praise-store.ts'
import type { Praise, PraiseState } from '../../core/praise/praise.ts'
import type { PhotoState } from '../../core/report/report-store.ts'
import { praiseCode } from '../../core/praise/praise.ts'
import type { Praise as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { PHOTO_STATE } from './report-store.ts'
import { present, toDate } from './rows.ts'

function praiseFromRow({
  id,
  campaignId,
  sourceCode,
  unitCode,
  text,
  authorId,
  photoAgreed,
  ...row
}: Row): Praise {
  return {
    ...{ id, campaignId, sourceCode, unitCode, text, authorId, photoAgreed },
    ...present('photoId', row.photoId),
    code: praiseCode(row.number),
    state: row.state as PraiseState,
  }
}

/** "NG-001" → 1. */
function numberOf(code: string): number {
  return Number(code.replace(/\D+/gu, ''))
}

export function praiseStore(db: Db): PraiseStore {
  return {
    insert: async ({ code, ...praise }, at) => {
      await db.praise.create({
        data: { ...praise, number: numberOf(code), proposedAt: toDate(at) },
      })
    },
    listUnasked: async (since) => {
      const rows = await db.$queryRaw<{ id: string; photo: PhotoState }[]>`
        select p.id, ${PHOTO_STATE} as photo from praise p join evidence e on e.id = p.photo_id
        where p.asked_at is null and p.state = 'asked'
          and (e.state <> 'waiting' or e.received_at <= ${toDate(since)})
        order by p.number for update of p skip locked`
      const found = await db.praise.findMany({ where: { id: { in: rows.map(({ id }) => id) } } })
      return found.map((row) => ({
        praise: praiseFromRow(row),
        photo: rows.find(({ id }) => id === row.id)?.photo ?? 'waiting',
      }))
    },
    noteAsked: async (id, at) => {
      await db.praise.update({ where: { id }, data: { askedAt: toDate(at) } })
    },
    dropPhoto: async (id) => {
      await db.praise.update({ where: { id }, data: { photoId: null, photoAgreed: false } })
    },
    get: async (id) => praiseFromRow(await db.praise.findUniqueOrThrow({ where: { id } })),
    findByCode: async (campaignId, code) => {
      const where = { campaignId_number: { campaignId, number: numberOf(code) } }
      const row = await db.praise.findUnique({ where })
      return row ? praiseFromRow(row) : undefined
    },
    answer: async (id, { from, state, photo, by, at }) => {
      const { count } = await db.praise.updateMany({
        where: { id, state: { in: [...from] } },
        data: { state, photoAgreed: photo ?? false, answeredBy: by, answeredAt: toDate(at) },
      })
      return count === 1
    },
    listAgreedBy: async (officialId) => {
      const where = { answeredBy: officialId, state: 'agreed' }
      const rows = await db.praise.findMany({ where, orderBy: { number: 'asc' } })
      return rows.map(praiseFromRow)
    },
    mayBeTold: async (id) => {
      const row = await db.announcement.findUnique({ where: { id }, include: { praise: true } })
      if (!row?.praise) return true
      const { state, photoId, photoAgreed } = row.praise
      return (
        state === 'agreed' && (row.photoId === null || (photoAgreed && row.photoId === photoId))
      )
    },
    listTelling: async (praiseId) => {
      const rows = await db.announcement.findMany({
        where: { praiseId, state: { not: 'stopped' } },
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },
  }
}
