import { randomInt } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant, LocalDate } from '../../../core/calendar/local-time.ts'
import { instantOf, localDateOf } from '../../../core/calendar/local-time.ts'
import { isWorkingDay } from '../../../core/calendar/working-days.ts'
import { extendDuty } from '../../../core/duty/extend-duty.ts'
import { promiseDuty } from '../../../core/duty/make-promise.ts'
import { setDeadline } from '../../../core/duty/set-deadline.ts'
import { takeLeave } from '../../../core/official/take-leave.ts'
import type { Official } from '../../../core/official/official.ts'
import { queueReminders } from '../../../core/reminder/queue-reminders.ts'
import { sweepReminders } from '../../../core/reminder/sweep-reminders.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import { seededRandom } from '../../bot/simulator/stand-ins.ts'
import type { TestDatabase } from '../../support/database.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, loadedDatabase, openTestMemory } from '../../support/memory.ts'
import type { Tables } from '../../support/tables.ts'
import { openTables } from '../../support/tables.ts'
import type { Expected, Model, ModelDuty } from './ladder-model.ts'
import { lookAt, mayWrite, moveDuty, openChat, openModel } from './ladder-model.ts'

/**
 * A year of the shipped campaign, day by day, with all its units: twelve monthly reports, the nomination
 * window, and a day for the units' own plans that the office sets and then moves. What the officials do is
 * drawn; what they then find in the outbox is held against a model that reckons person by person.
 */
const FROM = Temporal.PlainDate.from('2025-01-13')
const TO = Temporal.PlainDate.from('2026-01-09')
const DAYS = FROM.until(TO).total('days')
/** Before, in and after the sending hours, and on the stages' own minutes. */
const HOURS = ['06:30', '08:00', '12:00', '13:30', '18:00'].map((time) =>
  Temporal.PlainTime.from(time),
)
/** Looked at on every working day, the first also on days off; the other hours where somebody does something. */
const EVERY_DAY = [1, 3]

const PLAN_DAY = { set: '2025-03-03', to: '2025-03-28', moved: '2025-03-26', later: '2025-04-04' }

type Deed = {
  readonly day: number
  readonly hour: number
  readonly who: number
  readonly what: 'report' | 'promise' | 'block' | 'unblock' | 'leave' | 'extend' | 'sweep-twice'
  readonly days: number
}

const DEEDS = [
  ...(['report', 'promise', 'promise', 'block', 'unblock'] as const),
  ...(['leave', 'extend', 'sweep-twice'] as const),
]
/** On which day of its month a unit is done with a report; a large number: never. */
const DONE = [3, 8, 15, 19, 22, 24, 25, 27, 99, 99]

/** What is drawn; a year is repeated by giving its number. */
const SEED = Number(process.env['SEED'] ?? randomInt(1_000_000))

function drawYear() {
  const random = seededRandom(SEED)
  const below = (limit: number): number => Math.floor(random() * limit)
  const times = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw)
  return {
    deeds: times(280, (): Deed => ({
      ...{ day: below(DAYS + 1), hour: below(HOURS.length), who: below(1000) },
      ...{ what: DEEDS[below(DEEDS.length)]!, days: 1 + below(9) },
    })),
    /** By unit and month. */
    reports: times(700, () => DONE[below(DONE.length)]!),
    /** By person: the day on which the account is linked; most are from the start. */
    joins: times(150, () => (below(6) > 0 ? 0 : below(DAYS))),
  }
}
type Year = ReturnType<typeof drawYear>

type Life = {
  readonly memory: TestMemory
  readonly tables: Tables
  readonly drawn: Year
  readonly people: readonly Official[]
  readonly office: Official
  readonly model: Model
  readonly expected: (Expected & { readonly at: string })[]
}

let loaded: TestDatabase

beforeAll(async () => {
  loaded = await loadedDatabase()
})
afterAll(() => loaded.drop())

/** Lives through the year; gives what was to be told, and what was. */
async function live(drawn: Year) {
  const memory = await openTestMemory({ at: `${FROM.toString()}T06:00:00+07:00`, from: loaded })
  try {
    const life = await begin(memory, drawn)
    for (let day = FROM; day.toString() <= TO.toString(); day = day.add({ days: 1 }))
      await liveDay(life, day)
    return { expected: life.expected, told: await whatWasTold(life.tables), life }
  } finally {
    await memory.close()
  }
}

async function begin(memory: TestMemory, drawn: Year): Promise<Life> {
  const tables = openTables(() => memory.database.url)
  // What fell due before this year is behind everybody.
  await tables.rows(`update duty d set done_at = now() from deadline l
    where l.id = d.deadline_id and l.due_on < '${FROM.toString()}'`)
  const all = await memory.run((tx) => tx.officials.list({}))
  const people = all.filter(({ roles }) => roles.includes('contact') || roles.includes('head'))
  const calendar = await memory.run((tx) => tx.calendars.load())
  const model = openModel(
    calendar,
    people.map(({ id, unitCode, roles }) => ({ id, unit: unitCode, roles, reachable: false })),
  )
  const office = await memory.official('CB-109')
  const life = { memory, tables, drawn, people, office, model, expected: [] }
  const { campaign } = (await memory.run((tx) => tx.campaigns.list()))[0]!
  for (const { id, kind } of await memory.run((tx) => tx.duties.listDeadlines(campaign.id, FROM)))
    await addDuties(life, id, campaign.ladders[kind] ?? [])
  return life
}

async function addDuties(
  { memory, model }: Life,
  deadlineId: string,
  ladder: ModelDuty['ladder'],
): Promise<void> {
  for (const { deadline, unitCode } of await memory.run((tx) => tx.duties.listFor(deadlineId)))
    model.duties.set(`${deadline.id} ${unitCode}`, {
      ...{ key: `${deadline.id} ${unitCode}`, unit: unitCode, ladder, dueAt: deadline.dueAt },
      ...{ generation: 1, extended: false, done: false },
    })
}

async function liveDay(life: Life, day: LocalDate): Promise<void> {
  const { memory, drawn } = life
  const { calendar } = life.model
  const number = FROM.until(day).total('days')
  const today = drawn.deeds.filter((one) => one.day === number)
  for (const [hour, time] of HOURS.entries()) {
    const deeds = today.filter((one) => one.hour === hour)
    const isLookedAt = hour === 1 || (EVERY_DAY.includes(hour) && isWorkingDay(calendar, day))
    if (deeds.length === 0 && !isLookedAt) continue
    memory.clock.set(instantOf(day, time).toString())
    if (hour === 1) await beginDay(life, day)
    for (const deed of deeds) await act(life, deed)
    await look(life)
  }
}

/** Chats that are opened, units that are done by now, and what the office does with the plans' day. */
async function beginDay(life: Life, day: LocalDate): Promise<void> {
  const { memory, model, drawn, people } = life
  const number = FROM.until(day).total('days')
  for (const [index, { code, id }] of people.entries())
    if (drawn.joins[index] === number) {
      await link(memory, code, { channel: 'zalo', chat: `zalo:1:${code}` })
      openChat(model, id)
    }
  const period = day.toString().slice(0, 7)
  const ready = [...model.duties.values()].filter((duty, index) => {
    const on = drawn.reports[(index + day.month * 45) % drawn.reports.length]
    return !duty.done && (on === day.day || (day.day === 28 && on === 3)) && isOf(duty, period)
  })
  if (ready.length > 0) await close(life, ready)
  if (day.toString() === PLAN_DAY.set) await setPlanDay(life, PLAN_DAY.to)
  if (day.toString() === PLAN_DAY.moved) await setPlanDay(life, PLAN_DAY.later)
}

/** Reports of that month; of what recurs less often any. */
function isOf({ key }: ModelDuty, period: string): boolean {
  return key.includes(`:report:${period} `) || !key.includes(':report:')
}

async function close({ memory }: Life, duties: readonly ModelDuty[]): Promise<void> {
  await memory.run(async (tx) => {
    for (const duty of duties) {
      const [deadlineId = '', unitCode = ''] = duty.key.split(' ')
      await tx.duties.close(deadlineId, unitCode, { at: tx.now, by: 'test' })
      await tx.reminders.cancelFor(deadlineId, unitCode, tx.now)
      duty.done = true
    }
  })
}

async function setPlanDay(life: Life, on: string): Promise<void> {
  const { memory, model } = life
  const { campaign } = (await memory.run((tx) => tx.campaigns.list()))[0]!
  const setting = { ruleId: 'ke-hoach-don-vi', on: Temporal.PlainDate.from(on), by: life.office.id }
  const [set] = await memory.run((tx) => setDeadline(tx, campaign, setting))
  const known = [...model.duties.values()].filter(({ key }) => key.startsWith(`${set!.id} `))
  if (known.length === 0) return addDuties(life, set!.id, campaign.ladders['unit-plan'] ?? [])
  for (const duty of known)
    if (!duty.extended) moveDuty(model, duty, { dueAt: set!.dueAt, tell: true })
}

async function look({ memory, model, expected, tables }: Life): Promise<void> {
  const now = memory.clock.now()
  const at = now.toString()
  const due = lookAt(model, now)
  expected.push(...due.map((one) => ({ ...one, at })))
  await memory.run(sweepReminders)
  while ((await memory.run((tx) => queueReminders(tx, 50))) > 0);
  if (due.length > 0)
    await tables.rows(`update outbox_part set state = 'sent' where state = 'pending'`)
}

async function act(life: Life, deed: Deed): Promise<unknown> {
  const { memory, people, model } = life
  const by = people[deed.who % people.length]!
  const person = model.people.get(by.id)!
  switch (deed.what) {
    case 'sweep-twice':
      return Promise.all([memory.run(sweepReminders), memory.run(sweepReminders)])
    case 'block':
    case 'unblock':
      if (!(await isLinked(life, by))) return undefined
      person.reachable = deed.what === 'unblock'
      return memory.run((tx) =>
        tx.accounts.setReachability(
          `zalo:1:${by.code}` as never,
          deed.what === 'block' ? 'blocked' : undefined,
        ),
      )
    case 'report':
      return report(life, by)
    case 'promise':
      return promise(life, by, memory.clock.now().add({ hours: 8 * deed.days - 3 }))
    case 'leave':
      return leave(life, by, deed.days)
    case 'extend':
      return extend(life, by, deed.days)
  }
}

function isLinked({ memory, drawn, people }: Life, by: Official): Promise<boolean> {
  const joined = drawn.joins[people.indexOf(by)] ?? 0
  const today = FROM.until(localDateOf(memory.clock.now())).total('days')
  return Promise.resolve(joined <= today)
}

async function report({ memory, model }: Life, by: Official): Promise<void> {
  const nothing = { items: [], dates: [], places: [], contents: [], nothingToReport: true }
  const content = { text: 'không phát sinh', ...nothing }
  const outcome = await memory.run((tx) => submitReport(tx, { official: by, content }))
  const duty = outcome.ok && model.duties.get(`${outcome.value.deadline?.id ?? ''} ${by.unitCode}`)
  if (duty) duty.done = true
}

async function promise({ memory, model }: Life, by: Official, at: Instant): Promise<void> {
  const outcome = await memory.run((tx) => promiseDuty(tx, by, at))
  const duty = outcome.ok && model.duties.get(`${outcome.value.deadline.id} ${by.unitCode}`)
  if (duty) duty.promise = { at, by: by.id }
}

/** Somebody else of the unit stands in. */
async function leave({ memory, model, people }: Life, by: Official, days: number): Promise<void> {
  const deputy = people.find(({ unitCode, id }) => unitCode === by.unitCode && id !== by.id)
  if (!deputy) return
  const from = localDateOf(memory.clock.now())
  const wish = { from, until: from.add({ days }), deputyId: deputy.id }
  const outcome = await memory.run(async (tx) => takeLeave(tx, await tx.officials.get(by.id), wish))
  if (outcome.ok) model.people.get(by.id)!.leave = wish
}

/** More time for what the unit owes next, to a day so much later. */
async function extend({ memory, model, office }: Life, by: Official, days: number): Promise<void> {
  const { unitCode } = by
  const today = localDateOf(memory.clock.now())
  const [urgent] = await memory.run((tx) => tx.duties.listOpen(unitCode, today))
  if (!urgent) return
  const to = (urgent.extension?.to ?? urgent.deadline.dueOn).add({ days })
  const extension = { deadlineId: urgent.deadline.id, unitCode, to, reason: 'lũ' }
  const outcome = await memory.run((tx) => extendDuty(tx, office, extension))
  const duty = model.duties.get(`${urgent.deadline.id} ${unitCode}`)
  if (!outcome.ok || !duty) return
  const { dueAt } = urgent.deadline
  const moved = instantOf(to, dueAt.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainTime())
  moveDuty(model, duty, { dueAt: moved, tell: false })
  duty.extended = true
}

type Told = Expected & {
  readonly at: string
  readonly message: string
  readonly doneBefore: boolean
}

async function whatWasTold(tables: Tables): Promise<Told[]> {
  const rows = await tables.rows<Omit<Told, 'at'> & { at: Date }>(
    `select p.queued_at as at, r.official_id as official, r.deadline_id || ' ' || r.unit_code as duty,
       r.stage, p.message_id as message, coalesce(d.done_at < p.queued_at, false) as "doneBefore"
     from reminder r join outbox_part p on p.message_id = r.message_id and p.index = 0
     join duty d using (deadline_id, unit_code)
     where r.state = 'queued' and r.reason not in ('office', 'leader') order by p.seq`,
  )
  return rows.map(({ at, ...row }) => ({
    ...row,
    at: Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString(),
  }))
}

const lineOf = ({ at, official, duty, stage }: Expected & { at: string }) =>
  `${at} ${official} ${duty} ${stage}`

describe(`a year of the campaign (SEED=${SEED} draws it again)`, { timeout: 240_000 }, () => {
  test('whatever officials do, everybody is told what the ladder says, then and never otherwise', async () => {
    const { expected, told, life } = await live(drawYear())
    const { calendar } = life.model
    expect(told.map(lineOf).sort()).toEqual(expected.map(lineOf).sort())
    expect(told.length).toBeGreaterThan(300)
    for (const { at } of told) expect(mayWrite(calendar, Temporal.Instant.from(at)), at).toBe(true)
    expect(told.filter(({ doneBefore }) => doneBefore)).toEqual([])
    const perDay = new Map<string, Set<string>>()
    for (const { at, official, message } of told) {
      const key = `${official} ${localDateOf(Temporal.Instant.from(at)).toString()}`
      perDay.set(key, (perDay.get(key) ?? new Set()).add(message))
    }
    for (const messages of perDay.values()) expect(messages.size).toBeLessThanOrEqual(2)
  })
})
