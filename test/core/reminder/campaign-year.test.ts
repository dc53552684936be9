import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant, LocalDate } from '../../../core/calendar/local-time.ts'
import { instantOf, localDateOf, localTimeOf } from '../../../core/calendar/local-time.ts'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import { isWorkingDay } from '../../../core/calendar/working-days.ts'
import { promiseDuty } from '../../../core/duty/make-promise.ts'
import type { Official } from '../../../core/official/official.ts'
import { queueReminders } from '../../../core/reminder/queue-reminders.ts'
import { sweepReminders } from '../../../core/reminder/sweep-reminders.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import type { TestDatabase } from '../../support/database.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, loadedDatabase, openTestMemory } from '../../support/memory.ts'
import type { Tables } from '../../support/tables.ts'
import { openTables } from '../../support/tables.ts'

/**
 * The last months of the shipped campaign and the days after it, hour by hour: three reports, the nomination
 * window and the New Year. Every unit's contact has an account;
 * what they do is drawn. Nothing is told of how the messages are made: only what the outbox then holds.
 */
const FROM = Temporal.PlainDate.from('2025-10-20')
const TO = Temporal.PlainDate.from('2026-01-09')
/** Before, in and after the sending hours, and on the stages' own minutes. */
const HOURS = ['06:30', '08:00', '12:00', '13:30', '18:00'].map((time) =>
  Temporal.PlainTime.from(time),
)
const PEOPLE = ['CB-025', 'CB-027', 'CB-029', 'CB-031', 'CB-033', 'CB-035', 'CB-037', 'CB-039']

/** What somebody does on some day of the time, at one of the hours. */
type Deed = {
  readonly day: number
  readonly hour: number
  readonly who: number
  readonly what: 'report' | 'promise' | 'block' | 'unblock' | 'sweep-twice'
}

const deed: fc.Arbitrary<Deed> = fc.record({
  day: fc.nat(FROM.until(TO).total('days')),
  hour: fc.nat(HOURS.length - 1),
  who: fc.nat(PEOPLE.length - 1),
  what: fc.constantFrom('report', 'report', 'promise', 'block', 'unblock', 'sweep-twice'),
})

type Told = { at: Instant; official: string; deadline: string; stage: string; unit: string }
type Closed = { at: Instant; deadline: string; unit: string }

let loaded: TestDatabase

beforeAll(async () => {
  loaded = await loadedDatabase()
  const codes = PEOPLE.map((code) => `'${code}'`).join()
  await openTables(() => loaded.url).rows(
    `update official set active = false where code not in (${codes})`,
  )
})
afterAll(() => loaded.drop())

/** One run of the time; gives what everybody was told, and what was closed when. */
async function live(deeds: readonly Deed[]) {
  const memory = await openTestMemory({ at: `${FROM.toString()}T06:00:00+07:00`, from: loaded })
  try {
    const tables = openTables(() => memory.database.url)
    const people: Official[] = []
    for (const code of PEOPLE)
      people.push((await link(memory, code, { channel: 'zalo', chat: `zalo:1:${code}` })).official)
    const closed: Closed[] = []
    for (let day = FROM; day.toString() <= TO.toString(); day = day.add({ days: 1 })) {
      const today = deeds.filter((one) => one.day === FROM.until(day).total('days'))
      await liveDay(memory, day, (hour) => {
        const now = today.filter((one) => one.hour === hour)
        return now.map((one) => () => act(memory, people[one.who]!, one, closed))
      })
    }
    const calendar = await memory.run((tx) => tx.calendars.load())
    return { told: await whatWasTold(tables), closed, calendar, people }
  } finally {
    await memory.close()
  }
}

async function liveDay(
  memory: TestMemory,
  day: LocalDate,
  deedsAt: (hour: number) => readonly (() => Promise<unknown>)[],
): Promise<void> {
  for (const [hour, time] of HOURS.entries()) {
    memory.clock.set(instantOf(day, time).toString())
    for (const does of deedsAt(hour)) await does()
    await tick(memory)
  }
}

async function tick(memory: TestMemory): Promise<void> {
  await memory.run(sweepReminders)
  while ((await memory.run((tx) => queueReminders(tx, 5))) > 0);
}

async function act(
  memory: TestMemory,
  by: Official,
  { what }: Deed,
  closed: Closed[],
): Promise<unknown> {
  if (what === 'sweep-twice')
    return Promise.all([memory.run(sweepReminders), memory.run(sweepReminders)])
  if (what === 'block' || what === 'unblock') {
    const reason = what === 'block' ? 'blocked' : undefined
    const account = `zalo:1:${by.code}` as never
    return memory.run((tx) => tx.accounts.setReachability(account, reason))
  }
  if (what === 'promise') {
    const at = memory.clock.now().add({ hours: 26 })
    return memory.run((tx) => promiseDuty(tx, by, at))
  }
  const nothing = { items: [], dates: [], places: [], contents: [], nothingToReport: true }
  const content = { text: 'không phát sinh', ...nothing }
  const outcome = await memory.run((tx) => submitReport(tx, { official: by, content }))
  const deadline = outcome.ok ? outcome.value.deadline : undefined
  if (deadline) closed.push({ at: memory.clock.now(), deadline: deadline.id, unit: by.unitCode })
  return undefined
}

async function whatWasTold(tables: Tables): Promise<Told[]> {
  const rows = await tables.rows<Omit<Told, 'at'> & { at: Date }>(
    `select p.queued_at as at, r.official_id as official, r.deadline_id as deadline, r.stage, r.unit_code as unit
     from reminder r join outbox_part p on p.message_id = r.message_id and p.index = 0
     where r.state = 'queued' order by p.seq`,
  )
  return rows.map(({ at, ...row }) => ({
    ...row,
    at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
  }))
}

function isInOfficeHours(calendar: WorkingCalendar, at: Instant): boolean {
  const { hour, minute } = localTimeOf(at)
  const now = hour * 60 + minute
  const inHours = (now >= 420 && now < 690) || (now >= 810 && now < 1050)
  return inHours && isWorkingDay(calendar, localDateOf(at))
}

const dayOf = (at: Instant): LocalDate => localDateOf(at)

describe('the last months of the campaign, hour by hour', { timeout: 240_000 }, () => {
  test('whatever officials do: office hours, none twice, none for what is done, two a day at most', async () => {
    const deeds = fc.array(deed, { minLength: 20, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(deeds, async (drawn) => {
        const { told, closed, calendar } = await live(drawn)
        for (const { at } of told) expect(isInOfficeHours(calendar, at), at.toString()).toBe(true)
        const once = told.map((one) => [one.official, one.deadline, one.stage, one.unit].join())
        expect(new Set(once).size).toBe(once.length)
        for (const { at, deadline, unit } of closed)
          for (const late of told.filter((one) => one.deadline === deadline && one.unit === unit))
            expect(Temporal.Instant.compare(late.at, at)).toBeLessThan(0)
        const perDay = new Map<string, Set<number>>()
        for (const { at, official } of told) {
          const key = `${official} ${dayOf(at).toString()}`
          perDay.set(key, (perDay.get(key) ?? new Set()).add(at.epochMilliseconds))
        }
        for (const moments of perDay.values()) expect(moments.size).toBeLessThanOrEqual(2)
      }),
      { numRuns: 2, endOnFailure: true },
    )
  })

  test('silent officials are told every stage of every ladder, on its own day', async () => {
    const { told, people } = await live([])
    /** By hand, from the plan and the calendar: the 25th is a working day but in October, a Saturday. */
    const reports = {
      // The day before and the day itself fall together: only the later stage still matters.
      '2025-10': ['2025-10-22', '2025-10-24', '2025-10-24', '2025-10-27'],
      '2025-11': ['2025-11-20', '2025-11-24', '2025-11-25', '2025-11-25', '2025-11-26'],
      '2025-12': ['2025-12-22', '2025-12-24', '2025-12-25', '2025-12-25', '2025-12-26'],
    }
    for (const { id } of people) {
      for (const [period, days] of Object.entries(reports)) {
        const own = told.filter(
          (one) => one.official === id && one.deadline === `chi-lang:report:${period}`,
        )
        expect(own.map(({ at }) => dayOf(at).toString())).toEqual(days)
      }
    }
  })
})
