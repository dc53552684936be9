import type { Instant } from '../../core/calendar/local-time.ts'
import { ROLE_OF_AUDIENCE } from '../../core/campaign/campaign.ts'
import type { Reminder, ReminderReason } from '../../core/reminder/reminder.ts'
import type { PlannedStage, ReminderStore } from '../../core/reminder/reminder-store.ts'
import { Prisma } from '../generated/client.ts'
import { dutyFromRow } from './duty-store.ts'
import type { Db } from './rows.ts'
import { present, toDate, toInstant } from './rows.ts'
import { markPlanned, oldestRunning, readMarks, whatChanged } from './planned-stages.ts'
import { withdrawReminders } from './withdraw-reminders.ts'

type ReminderRow = {
  id: bigint
  officialId: string
  deadlineId: string
  unitCode: string
  stage: string
  reason: ReminderReason
  dueAt: Date
  outdated: boolean
  toldAt: Date | null
}

/** One line for each stage and audience, as the statements below read them. */
function planned(stages: readonly PlannedStage[], forOffice: boolean): Prisma.Sql {
  const lines = stages.flatMap(({ to, dueAt, extendedTo, ...stage }) =>
    to
      .filter((audience) => (audience === 'office' || audience === 'leader') === forOffice)
      .map((audience) => ({
        ...stage,
        audience,
        role: ROLE_OF_AUDIENCE[audience],
        dueAt: dueAt.toString(),
        extendedTo: extendedTo?.toString() ?? null,
      })),
  )
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as s("deadlineId" text,
    "extendedTo" date, stage text, "dueAt" timestamptz, audience text, role text)`
}

/** Whoever stands in for an official who is on leave on that day, as `deputy`. */
function deputyOn(today: string): Prisma.Sql {
  return Prisma.sql`left join official deputy on deputy.id = o.deputy_id and deputy.active
    and ${today}::date between coalesce(o.away_from, '-infinity') and o.away_until`
}

/** Duties or officials that changed in a transaction that was not over when the stage was planned. */
type Changed = { readonly what: 'duty' | 'official'; readonly since: bigint }

function changedDuty(changed: Changed | undefined): Prisma.Sql {
  return changed?.what === 'duty' ? Prisma.sql`and d.changed_by >= ${changed.since}` : Prisma.empty
}

function changedOfficial(changed: Changed | undefined): Prisma.Sql {
  if (changed?.what !== 'official') return Prisma.empty
  return Prisma.sql`and o.changed_by >= ${changed.since}`
}

// Every insert sorts first: without that the planner may probe the index it is filling, row by row. And on a
// database without statistics it takes what is left of a table for a row or two, and would look through all
// people for each duty: "case" leaves it without a guess so small, and "offset 0" keeps the order as written.

/** Of each duty's unit. */
function planForUnits(
  db: Db,
  stages: readonly PlannedStage[],
  today: string,
  changed?: Changed,
): Promise<number> {
  return db.$executeRaw`
    with person as materialized (
      select o.unit_code, g.role, coalesce(deputy.id, o.id) as id, deputy.id is not null as is_deputy
      from official o join role_grant g on g.official_id = o.id ${deputyOn(today)}
      where o.active ${changedOfficial(changed)})
    insert into reminder (deadline_id, stage, official_id, unit_code, generation, reason, due_at)
    select s."deadlineId", s.stage, p.id, d.unit_code, d.generation,
      case when p.is_deputy then 'deputy' else s.audience end, s."dueAt"
    from ${planned(stages, false)}
    join duty d on d.deadline_id = s."deadlineId" ${changedDuty(changed)}
      and case when d.done_at is null and d.extended_to is not distinct from s."extendedTo"
        and (d.promised_at is null or d.promised_at < s."dueAt") then true else false end
    join person p on p.unit_code = d.unit_code and p.role = s.role
    order by 1, 2, 3, 4
    on conflict do nothing`
}

/** The campaign's office and leaders, who are few: found once for each stage. */
function planForOffice(
  db: Db,
  stages: readonly PlannedStage[],
  changed?: Changed,
): Promise<number> {
  return db.$executeRaw`
    insert into reminder (deadline_id, stage, official_id, unit_code, generation, reason, due_at)
    select s."deadlineId", s.stage, o.id, d.unit_code, d.generation, s.audience, s."dueAt"
    from ${planned(stages, true)}
    join deadline l on l.id = s."deadlineId"
    cross join lateral (
      select o.id from role_grant g join official o on o.id = g.official_id and o.active
      join campaign_unit c on c.campaign_id = l.campaign_id and c.unit_code = o.unit_code
      where g.role = s.role ${changedOfficial(changed)} offset 0) o
    cross join lateral (
      select * from duty d where d.deadline_id = s."deadlineId" and d.done_at is null
        and d.extended_to is not distinct from s."extendedTo" ${changedDuty(changed)} offset 0) d
    order by 1, 2, 3, 4
    on conflict do nothing`
}

async function planAll(
  db: Db,
  stages: readonly PlannedStage[],
  today: string,
  changed?: Changed,
): Promise<number> {
  if (stages.length === 0) return 0
  const forOffice = stages.filter(({ to }) => to.includes('office') || to.includes('leader'))
  const planned = await planForUnits(db, stages, today, changed)
  return forOffice.length === 0 ? planned : planned + (await planForOffice(db, forOffice, changed))
}

export function reminderStore(db: Db): ReminderStore {
  return {
    plan: async (stages, today) => {
      if (stages.length === 0) return 0
      const marks = await readMarks(db, stages, today)
      const before = await oldestRunning(db)
      const fresh = stages.filter((stage) => !marks.has(stage))
      let planned = await planAll(db, fresh, today.toString())
      await markPlanned(db, fresh, today, before)
      if (marks.size === 0) return planned
      const since = [...marks.values()].reduce((least, mark) => (mark < least ? mark : least))
      for (const what of await whatChanged(db, since))
        planned += await planAll(db, [...marks.keys()], today.toString(), { what, since })
      return planned
    },
    planPromised: async (now) => db.$executeRaw`
      insert into reminder (deadline_id, stage, official_id, unit_code, generation, reason, due_at)
      select d.deadline_id, 'promise@' || to_char(d.promised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI'),
        d.promised_by, d.unit_code, d.generation, 'promise', d.promised_at
      from duty d join official o on o.id = d.promised_by and o.active
      where d.done_at is null and d.promised_at <= ${toDate(now)}
      order by 1, 2, 3, 4
      on conflict do nothing`,
    nudge: async (nudges) => {
      const rows = nudges.map((one) => ({ ...one, dueAt: one.dueAt.toString() }))
      return db.$executeRaw`
        insert into reminder (deadline_id, stage, official_id, unit_code, generation, reason, due_at)
        select d.deadline_id, n.stage, n."officialId", d.unit_code, d.generation, 'nudge', n."dueAt"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("deadlineId" text,
          "unitCode" text, "officialId" uuid, stage text, "dueAt" timestamptz)
        join duty d on d.deadline_id = n."deadlineId" and d.unit_code = n."unitCode"
          and d.done_at is null
        order by 1, 2, 3, 4
        on conflict do nothing`
    },
    claimDue: (now, people) => claimDue(db, now, people),
    settle: async (ids, { state, at, messageId }) => {
      if (ids.length === 0) return
      await db.reminder.updateMany({
        where: { id: { in: [...ids] } },
        data: { state, settledAt: toDate(at), messageId: messageId ?? null },
      })
    },
    postpone: async (ids, until) => {
      await db.reminder.updateMany({
        where: { id: { in: [...ids] } },
        data: { dueAt: toDate(until) },
      })
    },
    cancelFor: (deadlineId, unitCode, at) =>
      withdrawReminders(
        db,
        Prisma.sql`r.deadline_id = ${deadlineId} and r.unit_code = ${unitCode}`,
        at,
      ),
    cancelOutdated: (deadlineId, unitCode, at) => {
      const unit = unitCode === undefined ? Prisma.empty : Prisma.sql`and r.unit_code = ${unitCode}`
      return withdrawReminders(
        db,
        Prisma.sql`r.deadline_id = ${deadlineId} ${unit} and r.generation < (
          select d.generation from duty d
          where d.deadline_id = r.deadline_id and d.unit_code = r.unit_code)`,
        at,
      )
    },
    cancelCampaign: (campaignId, at) =>
      withdrawReminders(
        db,
        Prisma.sql`r.deadline_id in (select id from deadline where campaign_id = ${campaignId})`,
        at,
      ),
    list: async (campaignId) => {
      const rows = await db.$queryRaw<(ReminderRow & { settled: boolean })[]>`
        select ${REMINDER}, r.state <> 'due' as settled
        from reminder r join duty d using (deadline_id, unit_code)
        join deadline l on l.id = d.deadline_id
        where l.campaign_id = ${campaignId} and d.done_at is null and r.generation = d.generation
        order by r.id`
      return remindersFromRows(db, rows)
    },
    listTold: async (messageId) => {
      const rows = await db.reminder.findMany({
        where: { messageId },
        orderBy: [{ deadlineId: 'asc' }, { unitCode: 'asc' }],
      })
      const duties = await findDuties(db, rows)
      return rows
        .flatMap(({ deadlineId, unitCode, stage, reason }) => {
          const duty = duties.get(`${deadlineId} ${unitCode}`)
          return duty ? [{ duty, stage, reason: reason as ReminderReason }] : []
        })
        .sort(
          (a, b) =>
            a.duty.deadline.dueAt.epochMilliseconds - b.duty.deadline.dueAt.epochMilliseconds,
        )
    },
    planMoved: async (deadlineId, at) => db.$executeRaw`
      insert into reminder (deadline_id, stage, official_id, unit_code, generation, reason, due_at)
      select distinct r.deadline_id, 'moved', r.official_id, r.unit_code, d.generation, 'moved', ${toDate(at)}::timestamptz
      from reminder r join duty d using (deadline_id, unit_code)
      where r.deadline_id = ${deadlineId} and r.state = 'queued' and r.generation < d.generation
        and r.reason not in ('office', 'leader') and d.done_at is null and d.extended_to is null
      order by 1, 2, 3, 4
      on conflict do nothing`,
  }
}

/** What a reminder `r` of a duty `d` is, with the day on which a moved one was told before. */
const REMINDER = Prisma.sql`r.id, r.official_id as "officialId", r.deadline_id as "deadlineId",
  r.unit_code as "unitCode", r.stage, r.reason, r.due_at as "dueAt",
  r.generation < d.generation as outdated,
  case when r.reason = 'moved' then (
    select max(told.settled_at) from reminder told
    where told.deadline_id = r.deadline_id and told.official_id = r.official_id
      and told.unit_code = r.unit_code and told.state = 'queued'
      and told.generation < r.generation) end as "toldAt"`

/** Locks the persons first: two drains at once must not write to one of them twice. */
async function claimDue(db: Db, now: Instant, people: number): Promise<readonly Reminder[]> {
  const rows = await db.$queryRaw<ReminderRow[]>`
    with earliest as (
      select official_id from reminder
      where state = 'due' and due_at <= ${toDate(now)}
      order by due_at, official_id limit ${people * 4}
    ), persons as (
      select id from official where id in (select official_id from earliest)
      order by id limit ${people} for no key update skip locked
    )
    select ${REMINDER} from reminder r join duty d using (deadline_id, unit_code)
    where r.state = 'due' and r.due_at <= ${toDate(now)}
      and r.official_id in (select id from persons)
    order by r.official_id, r.id
    for update of r skip locked`
  return remindersFromRows(db, rows)
}

async function remindersFromRows<Row extends ReminderRow>(db: Db, rows: readonly Row[]) {
  const duties = await findDuties(db, rows)
  return rows.flatMap(({ deadlineId, unitCode, dueAt, toldAt, ...row }) => {
    const duty = duties.get(`${deadlineId} ${unitCode}`)
    if (!duty) return []
    const told = present('toldAt', toldAt && toInstant(toldAt))
    return { ...row, duty, dueAt: toInstant(dueAt), ...told }
  })
}

async function findDuties(db: Db, rows: readonly Pick<ReminderRow, 'deadlineId' | 'unitCode'>[]) {
  const unique = (key: 'deadlineId' | 'unitCode') => [...new Set(rows.map((row) => row[key]))]
  const duties = await db.duty.findMany({
    where: { deadlineId: { in: unique('deadlineId') }, unitCode: { in: unique('unitCode') } },
    include: { deadline: true },
  })
  return new Map(duties.map((row) => [`${row.deadlineId} ${row.unitCode}`, dutyFromRow(row)]))
}
