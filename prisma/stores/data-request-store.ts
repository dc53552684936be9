import type { DataRequestStore } from '../../core/data-request/data-request-store.ts'
import type {
  DataRequest,
  DataRequestState,
  DataRight,
} from '../../core/data-request/data-request.ts'
import { dataRequestCode } from '../../core/data-request/data-request.ts'
import type { DataRequest as Row } from '../generated/client.ts'
import { campaignLine } from './lineage.ts'
import type { Db } from './rows.ts'
import { present, toDate, toInstant } from './rows.ts'

const PENDING = { in: ['open', 'approved'] }

function requestFromRow({ id, campaignId, officialId, ...row }: Row): DataRequest {
  return {
    ...{ id, campaignId, officialId },
    code: dataRequestCode(row.number),
    right: row.right as DataRight,
    state: row.state as DataRequestState,
    askedAt: toInstant(row.askedAt),
    ...present('dueAt', row.dueAt && toInstant(row.dueAt)),
    ...present('reason', row.reason),
  }
}

/** "YC-001" → 1. */
function numberOf(code: string): number {
  return Number(code.replace(/\D+/gu, ''))
}

export function dataRequestStore(db: Db): DataRequestStore {
  return {
    insert: async ({ id, code, campaignId, officialId, right, state, askedAt, dueAt }) => {
      await db.dataRequest.create({
        data: {
          ...{ id, campaignId, officialId, right, state },
          number: numberOf(code),
          askedAt: toDate(askedAt),
          ...(dueAt ? { dueAt: toDate(dueAt) } : {}),
        },
      })
    },
    findByCode: async (campaignId, code) => {
      const line = await campaignLine(db, campaignId)
      const where = { campaignId: { in: line }, number: numberOf(code) }
      const row = await db.dataRequest.findFirst({ where })
      return row ? requestFromRow(row) : undefined
    },
    findPending: async (officialId, right) => {
      const where = { officialId, right, state: PENDING }
      const row = await db.dataRequest.findFirst({ where })
      return row ? requestFromRow(row) : undefined
    },
    listPending: async (campaignId) => {
      const rows = await db.dataRequest.findMany({
        where: { campaignId: { in: await campaignLine(db, campaignId) }, state: PENDING },
        orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
      })
      return rows.map(requestFromRow)
    },
    move: async (id, { from, state, by, at, reason }) => {
      const { count } = await db.dataRequest.updateMany({
        where: { id, state: { in: [...from] } },
        data: {
          state,
          ...(by === undefined ? {} : { decidedBy: by, decidedAt: toDate(at) }),
          ...(reason === undefined ? {} : { reason }),
        },
      })
      return count === 1
    },
  }
}
