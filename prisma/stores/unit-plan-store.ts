import type { UnitPlan } from '../../core/unit-plan/unit-plan.ts'
import type { UnitPlanStore } from '../../core/unit-plan/unit-plan-store.ts'
import type { UnitPlan as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { dayToDate, toDate, toDay, toInstant } from './rows.ts'

function fromRow({ issuedOn, recordedAt, ...row }: Row): UnitPlan {
  return { ...row, issuedOn: toDay(issuedOn), recordedAt: toInstant(recordedAt) }
}

export function unitPlanStore(db: Db): UnitPlanStore {
  return {
    find: async (deadlineId, unitCode) => {
      const where = { deadlineId_unitCode: { deadlineId, unitCode } }
      const row = await db.unitPlan.findUnique({ where })
      return row ? fromRow(row) : undefined
    },
    findRecent: async (recordedBy, since) => {
      const where = { recordedBy, recordedAt: { gte: toDate(since) } }
      const row = await db.unitPlan.findFirst({ where, orderBy: { recordedAt: 'desc' } })
      return row ? fromRow(row) : undefined
    },
    save: async ({ deadlineId, unitCode, ...plan }) => {
      const data = {
        ...plan,
        issuedOn: dayToDate(plan.issuedOn),
        recordedAt: toDate(plan.recordedAt),
        evidenceIds: [...plan.evidenceIds],
      }
      await db.unitPlan.upsert({
        where: { deadlineId_unitCode: { deadlineId, unitCode } },
        create: { deadlineId, unitCode, ...data },
        update: data,
      })
    },
    remove: async (deadlineId, unitCode) => {
      await db.unitPlan.deleteMany({ where: { deadlineId, unitCode } })
    },
    attach: async ({ deadlineId, unitCode }, ids) => {
      await db.unitPlan.update({
        where: { deadlineId_unitCode: { deadlineId, unitCode } },
        data: { evidenceIds: { push: [...ids] } },
      })
    },
    listUnits: async (deadlineId) => {
      const rows = await db.unitPlan.findMany({ where: { deadlineId }, select: { unitCode: true } })
      return rows.map((row) => row.unitCode)
    },
  }
}
