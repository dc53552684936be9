import type { Deadline, PlannedDeadline } from '../../core/duty/deadline.ts'
import { isOwedByUnits } from '../../core/duty/deadline-rule.ts'
import type { Duty } from '../../core/duty/duty.ts'
import { dueDayOf } from '../../core/duty/duty.ts'
import type { DutyStore } from '../../core/duty/duty-store.ts'
import type { Deadline as DeadlineRow, Duty as DutyRow, Prisma } from '../generated/client.ts'
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

export function dutyFromRow(row: DutyRow & { deadline: DeadlineRow }): Duty {
  const { promisedAt, promisedBy, promiseMadeAt, extendedTo, extendedBy, extendedAt } = row
  return {
    deadline: deadlineFromRow(row.deadline),
    unitCode: row.unitCode,
    ...present('doneAt', row.doneAt && toInstant(row.doneAt)),
    ...(promisedAt && promisedBy && promiseMadeAt
      ? { promise: { at: toInstant(promisedAt), by: promisedBy, madeAt: toInstant(promiseMadeAt) } }
      : {}),
    ...(extendedTo && extendedBy && extendedAt
      ? {
          extension: {
            to: toDay(extendedTo),
            by: extendedBy,
            at: toInstant(extendedAt),
            reason: row.extensionReason ?? '',
          },
        }
      : {}),
  }
}

function dueAtOf(duty: Duty): number {
  return dueDayOf(duty).dueAt.epochMilliseconds
}

/** The units that owe a deadline, as the database reads it: no codes and no kinds are all of them. */
function owedBy({ id, rule }: PlannedDeadline): object[] {
  if (!isOwedByUnits(rule)) return []
  return [{ id, ...(typeof rule.appliesTo === 'object' ? rule.appliesTo : {}) }]
}

/** Open lines due from that day on: by the deadline's day, or by the one to which they were extended. */
function dueFrom(campaignId: string, from: Date): Prisma.DutyWhereInput {
  const dueOn = { deadline: { dueOn: { gte: from } } }
  return { deadline: { campaignId }, doneAt: null, OR: [dueOn, { extendedTo: { gte: from } }] }
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
        data: deadlines.map(({ id, kind, subject, opensOn, dueOn, dueAt }) => ({
          ...{ id, campaignId, kind, subject },
          opensOn: dayToDate(opensOn),
          dueOn: dayToDate(dueOn),
          dueAt: toDate(dueAt),
        })),
        skipDuplicates: true,
      })
      const owed = JSON.stringify(deadlines.flatMap(owedBy))
      await db.$executeRaw`
        insert into duty (deadline_id, unit_code, done_at, done_by)
        select d.id, u.code, p.recorded_at, 'unit-plan:' || p.unit_code
        from jsonb_to_recordset(${owed}::jsonb) as owed (id text, codes text[], kinds text[])
        join deadline d on d.id = owed.id
        join campaign_unit c on c.campaign_id = d.campaign_id
        join unit u on u.code = c.unit_code
        left join unit_plan p on p.deadline_id = d.id and p.unit_code = u.code
        where d.campaign_id = ${campaignId} and (owed.codes is null or u.code = any(owed.codes))
          and (owed.kinds is null or u.kind = any(owed.kinds))
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
    promise: async (deadlineId, unitCode, { at, by, madeAt }) => {
      const { count } = await db.duty.updateMany({
        where: { deadlineId, unitCode, doneAt: null },
        data: { promisedAt: toDate(at), promisedBy: by, promiseMadeAt: toDate(madeAt) },
      })
      return count === 1
    },
    extend: async (deadlineId, unitCode, { to, by, at, reason }) => {
      const { count } = await db.duty.updateMany({
        where: { deadlineId, unitCode, doneAt: null },
        data: {
          extendedTo: dayToDate(to),
          extendedBy: by,
          extendedAt: toDate(at),
          extensionReason: reason,
          generation: { increment: 1 },
        },
      })
      return count === 1
    },
    move: async (deadlineId, { dueOn, dueAt, at, setBy }) => {
      if (setBy)
        await db.deadline.update({
          where: { id: deadlineId },
          data: { ownDay: true, setBy: setBy.official ?? null },
        })
      const moved = await db.$executeRaw`
        update deadline
        set moved_from = due_at, moved_at = ${toDate(at)},
          due_on = ${dueOn.toString()}::date, due_at = ${toDate(dueAt)}
        where id = ${deadlineId} and due_at <> ${toDate(dueAt)}
          and (not own_day or ${setBy !== undefined})`
      if (moved === 0) return false
      await db.duty.updateMany({
        where: { deadlineId, extendedTo: null },
        data: { generation: { increment: 1 } },
      })
      return true
    },
    find: async (deadlineId, unitCode) => {
      await lock(deadlineId, unitCode)
      const row = await db.duty.findUnique({
        where: { deadlineId_unitCode: { deadlineId, unitCode } },
        include: { deadline: true },
      })
      return row ? dutyFromRow(row) : undefined
    },
    listOpen: async (unitCode, on) => {
      const rows = await db.duty.findMany({
        where: { unitCode, doneAt: null, deadline: { opensOn: { lte: dayToDate(on) } } },
        include: { deadline: true },
      })
      return rows.map(dutyFromRow).sort((a, b) => dueAtOf(a) - dueAtOf(b))
    },
    listFor: async (deadlineId) => {
      const rows = await db.duty.findMany({ where: { deadlineId }, include: { deadline: true } })
      const units = await db.unit.findMany({
        where: { code: { in: rows.map((row) => row.unitCode) } },
        orderBy: { protocolOrder: 'asc' },
        select: { code: true },
      })
      const byUnit = new Map(rows.map((row) => [row.unitCode, dutyFromRow(row)]))
      return units.flatMap(({ code }) => byUnit.get(code) ?? [])
    },
    listDeadlines: async (campaignId, from) => {
      const where = { campaignId, dueOn: { gte: dayToDate(from) } }
      const rows = await db.deadline.findMany({ where, orderBy: { dueAt: 'asc' } })
      return rows.map(deadlineFromRow)
    },
    listDueDays: async (campaignId, { from, to }) => {
      const between = { gte: dayToDate(from), lte: dayToDate(to) }
      const own = await db.deadline.findMany({ where: { campaignId, dueOn: between } })
      const extended = await db.duty.findMany({
        where: { deadline: { campaignId }, doneAt: null, extendedTo: between },
        distinct: ['deadlineId', 'extendedTo'],
        select: { deadline: true, extendedTo: true },
      })
      return [
        ...own.map((row) => ({ deadline: deadlineFromRow(row) })),
        ...extended.flatMap(({ deadline, extendedTo }) =>
          extendedTo
            ? [{ deadline: deadlineFromRow(deadline), extension: { to: toDay(extendedTo) } }]
            : [],
        ),
      ]
    },
    findDeadline: async (id) => {
      const row = await db.deadline.findUnique({ where: { id } })
      return row ? deadlineFromRow(row) : undefined
    },
    countOpenFrom: (campaignId, from) =>
      db.duty.count({ where: dueFrom(campaignId, dayToDate(from)) }),
    endCampaign: async (campaignId, from) => {
      await db.duty.deleteMany({ where: dueFrom(campaignId, dayToDate(from)) })
      await db.duty.updateMany({
        where: { deadline: { campaignId }, doneAt: null },
        data: { promisedAt: null, promisedBy: null, promiseMadeAt: null },
      })
    },
    progress: async (deadlineId) => {
      const rows = await db.$queryRaw<{ unit_code: string; done: boolean }[]>`
        select d.unit_code, d.done_at is not null as done
        from duty d join unit u on u.code = d.unit_code
        where d.deadline_id = ${deadlineId}
        order by d.done_at desc nulls last, u.protocol_order`
      const codes = (done: boolean): string[] =>
        rows.filter((row) => row.done === done).map((row) => row.unit_code)
      return { total: rows.length, openUnits: codes(false), doneUnits: codes(true) }
    },
  }
}
