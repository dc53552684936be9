import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../bot/simulator/stand-ins.ts'
import type { Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'

/** Which instants, people and orders are drawn; a run is repeated by giving its number. */
const SEED = Number(process.env['SEED'] ?? randomInt(1_000_000))
const random = seededRandom(SEED)
const below = (limit: number): number => Math.floor(random() * limit)
const oneOf = <T>(all: readonly T[]): T => all[below(all.length)]!

/** Contacts and heads of the first 54 units; every eighth is on Zalo, which is slower. */
const ROSTER = Array.from({ length: 108 }, (_, index) => `CB-${String(index + 1).padStart(3, '0')}`)
/** The people of 20 units report; the others owe their report and are reminded of it. */
const REPORTING = 40

type Part = { messageId: string; address: string; state: string; cause: string; text: string }

describe(`power cuts (SEED=${SEED} draws the same again)`, { timeout: 120_000 }, () => {
  let world: World
  let people: readonly Phone[]
  let memory: pg.Client

  beforeAll(async () => {
    process.stderr.write(`power cuts: SEED=${SEED}\n`)
    world = await openWorld({ zaloRetriesMs: Array.from({ length: 80 }, () => 250) })
    memory = new pg.Client({ connectionString: world.databaseUrl })
    await memory.connect()
    people = await Promise.all(
      ROSTER.map((code, index) => world.phone(index % 8 === 7 ? 'zalo' : 'telegram', code)),
    )
    const t0=performance.now()
    await Promise.all(people.map((person) => person.register()))
    console.error('registered', performance.now()-t0)
  })
  afterAll(async () => {
    await memory.end()
    await world.close()
  })

  const rows = async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> =>
    (await memory.query<T>(sql)).rows
  const parts = (where: string) =>
    rows<Part>(
      `select message_id as "messageId", address, state, cause, payload->>'text' as text
       from outbox_part where ${where} order by seq`,
    )
  const none = async (table: string, where: string): Promise<boolean> =>
    (await rows(`select 1 from ${table} where ${where} limit 1`)).length === 0

  /** Nothing is under way any more; what a cut left in the middle of a send has been given up. */
  const settled = async (): Promise<void> => {
    await eventually(() => none('inbox', `state = 'waiting'`), 'every event is handled', 30_000)
    await world.moveTo(new Date((await clockOf(memory)) + 60_000).toISOString())
    await eventually(
      () => none('outbox_part', `state in ('pending', 'sending')`),
      'every part has left or been given up',
      30_000,
    )
  }

  test('of 200 messages that came in a burst with 12 cuts each is one report, answered once', async () => {
    const texts = Array.from(
      { length: 200 },
      (_, index) => `15/10 tổ chức 2 hội nghị tuyên truyền, ${index + 101} lượt người dự`,
    )
    const waiting = [...texts]
    for (let cut = 1; cut <= 12; cut += 1) {
      for (const text of waiting.splice(0, 17)) oneOf(people.slice(0, REPORTING)).types(text)
      await sleep(below(700))
      await world.pullThePlug()
      if (cut % 3 === 0) await world.startUp(AbortSignal.timeout(below(1500))).catch(ignore)
      await world.pullThePlug()
      const t1=performance.now()
      await world.startUp()
      console.error('start', performance.now()-t1)
    }
    const received = ROSTER.length + texts.length
    await eventually(
      async () => (await rows(`select 1 from inbox`)).length === received,
      'the platforms have handed over everything',
      30_000,
    )
    const t2=performance.now()
    await settled()
    console.error('settled', performance.now()-t2)

    const reports = await rows<{ code: string; text: string }>(
      `select r.code, v.content->>'text' as text from report r
       join report_version v on v.report_id = r.id order by r.code`,
    )
    expect(reports.map(({ text }) => text).sort()).toEqual([...texts].sort())
    expect(reports.map(({ code }) => code)).toEqual(
      texts.map((_, index) => `BC-${String(index + 1).padStart(4, '0')}`),
    )
    const answers = people.flatMap((person) => person.heard())
    const uncertain = await parts(`state = 'uncertain'`)
    console.error('uncertain after burst', uncertain.length)
    for (const { code } of reports) {
      const seen = answers.filter((answer) => answer.includes(`Đã ghi nhận ${code}`)).length
      const given = uncertain.some(({ text }) => text.includes(`Đã ghi nhận ${code}`))
      expect([code, seen]).toEqual([code, given ? Math.min(seen, 1) : 1])
    }
  })

  test('of 200 reminders with 10 cuts nobody gets one twice', async () => {
    const owing = people.slice(REPORTING)
    const stages = ['22T08:00', '24T08:00', '24T13:30', '27T08:00']
    let reminders = 0
    for (const stage of stages) {
      const before = owing.map((person) => person.heard().length)
      const u0 = (await parts(`state = 'uncertain'`)).length
      await world.moveTo(`2025-10-${stage}:30+07:00`)
      for (let cut = 0; cut < 3; cut += 1) {
        await sleep(below(1200))
        await world.pullThePlug()
        await world.startUp()
      }
      await settled()
      const seen = owing.map((person, index) => person.heard().length - before[index]!)
      reminders += seen.reduce((a, b) => a + b, 0)
      console.error(stage, 'uncertain', (await parts(`state = 'uncertain'`)).length - u0, 'seen', seen.join(''))
    }
    console.error(reminders, await rows(`select state, count(*) from reminder group by 1`))
    console.error(await rows(`select channel, failure, address, finished_at from outbox_part where state='uncertain'`))
  })
})

/** Where the simulation's clock stands, in milliseconds since the epoch. */
async function clockOf(memory: pg.Client): Promise<number> {
  const { rows } = await memory.query<{ value: string }>(
    `select value from setting where name = 'simulation-clock'`,
  )
  const { aheadMs } = JSON.parse(rows[0]?.value ?? '{}') as { aheadMs: number }
  return Date.now() + aheadMs
}

function ignore(): void {
  // Cut on its way: it was to end there.
}
