import type { NomineeKind } from '../../core/campaign/campaign.ts'
import type { Nomination, NominationState } from '../../core/nomination/nomination.ts'
import type { NominationStore } from '../../core/nomination/nomination-store.ts'
import type { Nomination as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { present, toDate, toInstant } from './rows.ts'

function nominationFromRow(row: Row): Nomination {
  return {
    id: row.id,
    code: row.code,
    campaignId: row.campaignId,
    awardId: row.awardId,
    unitCode: row.unitCode,
    nomineeKind: row.nomineeKind as NomineeKind,
    nomineeName: row.nomineeName,
    achievement: row.achievement,
    state: row.state as NominationState,
    createdBy: row.createdBy,
    createdAt: toInstant(row.createdAt),
    stateSince: toInstant(row.stateSince),
    ...present('position', row.position),
  }
}

export function nominationStore(db: Db): NominationStore {
  return {
    insert: async (nomination) => {
      const { createdAt, stateSince, ...fields } = nomination
      await db.nomination.create({
        data: { ...fields, createdAt: toDate(createdAt), stateSince: toDate(stateSince) },
      })
    },
    fill: async (id, fields) => {
      await db.nomination.update({ where: { id }, data: fields })
    },
    setState: async (id, state, at) => {
      await db.nomination.update({ where: { id }, data: { state, stateSince: toDate(at) } })
    },
    get: async (id) => {
      await db.$queryRaw`select 1 from nomination where id = ${id}::uuid for update`
      return nominationFromRow(await db.nomination.findUniqueOrThrow({ where: { id } }))
    },
    findByCode: async (campaignId, code) => {
      const where = { campaignId_code: { campaignId, code } }
      const row = await db.nomination.findUnique({ where })
      return row ? nominationFromRow(row) : undefined
    },
    list: async (campaignId, { unitCode, state, limit }) => {
      const rows = await db.nomination.findMany({
        where: {
          campaignId,
          ...(unitCode === undefined ? {} : { unitCode }),
          ...(state === undefined ? {} : { state }),
        },
        orderBy: [{ createdAt: 'desc' }, { code: 'desc' }],
        take: limit,
      })
      return rows.map(nominationFromRow)
    },
  }
}
