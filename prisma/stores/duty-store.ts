import type { Deadline } from '../../core/duty/deadline.ts'
import type { DutyStore } from '../../core/duty/duty-store.ts'
import type { Deadline as DeadlineRow } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { dayToDate, present, toDate, toDay, toInstant } from './rows.ts'

export function deadlineFromRow(row: DeadlineRow): Deadline {
  return {
    id: row.id,
    campaignId: row.campaignId,
    kind: row.kind as Deadline['kind'],
    subject: row.subject,
    opensOn: toDay(row.opensOn),
    dueOn: toDay(row.dueOn),
    dueAt: toInstant(row.dueAt),
  }
}

export function dutyStore(db: Db): DutyStore {
  const lock = async (deadlineId: string, unitCode: string): Promise<void> => {
    await db.$queryRaw`
      select 1 from duty where deadline_id = ${deadlineId} and unit_code = ${unitCode} for update`
  }
  return {
    lock,
    open: async (campaignId, deadlines) => {
      if (deadlines.length === 0) return
      await db.deadline.createMany({
        data: deadlines.map(({ opensOn, dueOn, dueAt, ...fields }) => ({
          ...fields,
          opensOn: dayToDate(opensOn),
          dueOn: dayToDate(dueOn),
          dueAt: toDate(dueAt),
        })),
        skipDuplicates: true,
      })
      const ids = deadlines.map((deadline) => deadline.id)
      await db.$executeRaw`
        insert into duty (deadline_id, unit_code)
        select d.id, u.code from deadline d
        join campaign_unit c on c.campaign_id = d.campaign_id
        join unit u on u.code = c.unit_code
        where d.campaign_id = ${campaignId} and d.id = any(${ids})
          and (u.valid_from is null or u.valid_from <= d.due_on)
          and (u.valid_to is null or u.valid_to >= d.due_on)
        order by d.id, u.code
        on conflict do nothing`
    },
    close: async (deadlineId, unitCode, { at, by }) => {
      await lock(deadlineId, unitCode)
      await db.duty.updateMany({
        where: { deadlineId, unitCode, doneAt: null },
        data: { doneAt: toDate(at), doneBy: by },
      })
    },
    reopen: async (deadlineId, unitCode) => {
      await db.duty.updateMany({
        where: { deadlineId, unitCode },
        data: { doneAt: null, doneBy: null },
      })
    },
    listOpen: async (unitCode, on) => {
      const rows = await db.duty.findMany({
        where: { unitCode, doneAt: null, deadline: { opensOn: { lte: dayToDate(on) } } },
        include: { deadline: true },
        orderBy: { deadline: { dueAt: 'asc' } },
      })
      return rows.map((row) => ({
        deadline: deadlineFromRow(row.deadline),
        unitCode: row.unitCode,
        ...present('doneAt', row.doneAt && toInstant(row.doneAt)),
      }))
    },
    listDeadlines: async (campaignId, from) => {
      const where = { campaignId, dueOn: { gte: dayToDate(from) } }
      const rows = await db.deadline.findMany({ where, orderBy: { dueAt: 'asc' } })
      return rows.map(deadlineFromRow)
    },
    findDeadline: async (id) => {
      const row = await db.deadline.findUnique({ where: { id } })
      return row ? deadlineFromRow(row) : undefined
    },
    progress: async (deadlineId) => {
      const open = await db.$queryRaw<{ unit_code: string }[]>`
        select d.unit_code from duty d join unit u on u.code = d.unit_code
        where d.deadline_id = ${deadlineId} and d.done_at is null
        order by u.protocol_order`
      const total = await db.duty.count({ where: { deadlineId } })
      return { total, openUnits: open.map((row) => row.unit_code) }
    },
  }
}
