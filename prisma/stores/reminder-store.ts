import type { ReminderStore } from '../../core/reminder/reminder-store.ts'
import type { Deadline as DeadlineRow } from '../generated/client.ts'
import { deadlineFromRow } from './duty-store.ts'
import type { Db } from './rows.ts'
import { toDate, toInstant } from './rows.ts'

type ClaimRow = {
  id: bigint
  officialId: string
  unitCode: string
  stage: string
  dueAt: Date
  deadlineId: string
  dutyDone: boolean
}

export function reminderStore(db: Db): ReminderStore {
  return {
    plan: async (stages) => {
      if (stages.length === 0) return 0
      const plan = stages.map((s) => ({ ...s, dueAt: s.dueAt.toString() }))
      // ORDER BY before the insert: without the sort the planner may probe the index it is filling, row by row.
      return db.$executeRaw`
        insert into reminder (deadline_id, unit_code, stage, official_id, due_at)
        select s."deadlineId", d.unit_code, s.stage, o.id, s."dueAt"
        from jsonb_to_recordset(${JSON.stringify(plan)}::jsonb)
          as s("deadlineId" text, stage text, "dueAt" timestamptz, roles text[])
        join duty d on d.deadline_id = s."deadlineId" and d.done_at is null
        join official o on o.unit_code = d.unit_code and o.active
        where exists (select 1 from role_grant g where g.official_id = o.id and g.role = any(s.roles))
        order by s."deadlineId", s.stage, o.id
        on conflict do nothing`
    },
    claimDue: async (now, people) => {
      const rows = await db.$queryRaw<ClaimRow[]>`
        with persons as (
          select distinct official_id from (
            select official_id from reminder
            where state = 'due' and due_at <= ${toDate(now)}
            order by due_at, official_id limit ${people * 4}
          ) earliest limit ${people}
        )
        select r.id, r.official_id as "officialId", r.unit_code as "unitCode", r.stage,
          r.due_at as "dueAt", r.deadline_id as "deadlineId", d.done_at is not null as "dutyDone"
        from reminder r join duty d using (deadline_id, unit_code)
        where r.state = 'due' and r.due_at <= ${toDate(now)}
          and r.official_id in (select official_id from persons)
        order by r.official_id, r.id
        for update of r skip locked`
      const ids = [...new Set(rows.map((row) => row.deadlineId))]
      const deadlines = await db.deadline.findMany({ where: { id: { in: ids } } })
      const byId = new Map(deadlines.map((row: DeadlineRow) => [row.id, deadlineFromRow(row)]))
      return rows.flatMap(({ deadlineId, dueAt, ...row }) => {
        const deadline = byId.get(deadlineId)
        return deadline ? { ...row, dueAt: toInstant(dueAt), deadline } : []
      })
    },
    settle: async (ids, { state, at, messageId }) => {
      if (ids.length === 0) return
      await db.reminder.updateMany({
        where: { id: { in: [...ids] } },
        data: { state, settledAt: toDate(at), messageId: messageId ?? null },
      })
    },
    cancelFor: async (deadlineId, unitCode, at) => {
      // First waits for whoever is turning them into messages: what follows has to see those messages.
      await db.$queryRaw`
        select 1 from reminder
        where deadline_id = ${deadlineId} and unit_code = ${unitCode} and state in ('due', 'queued')
        order by id for update`
      await db.$executeRaw`
        with done as (
          update reminder set state = 'cancelled', settled_at = ${toDate(at)}
          where deadline_id = ${deadlineId} and unit_code = ${unitCode} and state in ('due', 'queued')
            and (state = 'due' or exists (
              select 1 from outbox_part p where p.message_id = reminder.message_id and p.state = 'pending' and p.index = 0))
          returning id, message_id
        )
        update outbox_part p set state = 'cancelled', finished_at = ${toDate(at)}
        where p.state = 'pending' and p.message_id in (select message_id from done)
          and not exists (
            select 1 from reminder other
            where other.message_id = p.message_id and other.state = 'queued'
              and other.id not in (select id from done))`
    },
  }
}
