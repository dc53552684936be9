import type { PraiseStore } from '../../core/praise/praise-store.ts'
import type { Praise, PraiseState } from '../../core/praise/praise.ts'
import { praiseCode } from '../../core/praise/praise.ts'
import type { Praise as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { toDate } from './rows.ts'

function praiseFromRow({
  id,
  campaignId,
  sourceCode,
  unitCode,
  text,
  authorId,
  ...row
}: Row): Praise {
  return {
    ...{ id, campaignId, sourceCode, unitCode, text, authorId },
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
    get: async (id) => praiseFromRow(await db.praise.findUniqueOrThrow({ where: { id } })),
    findByCode: async (campaignId, code) => {
      const where = { campaignId_number: { campaignId, number: numberOf(code) } }
      const row = await db.praise.findUnique({ where })
      return row ? praiseFromRow(row) : undefined
    },
    answer: async (id, { from, state, by, at }) => {
      const { count } = await db.praise.updateMany({
        where: { id, state: { in: [...from] } },
        data: { state, answeredBy: by, answeredAt: toDate(at) },
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
      const state = row?.praise?.state ?? 'agreed'
      return state === 'agreed'
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
