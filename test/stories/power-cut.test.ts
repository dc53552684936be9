import { randomInt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../bot/simulator/stand-ins.ts'
import { scratchFolder } from '../support/embedded-project.ts'
import type { Tables } from '../support/tables.ts'
import { openTables } from '../support/tables.ts'
import { thoroughly } from '../support/thorough.ts'
import type { ChannelName, Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import {
  heardBy,
  later,
  PATIENCE,
  ROSTER,
  settle,
  STAGES,
  sum,
  uncertainParts,
} from './aftermath.ts'

/** Which instants, people and orders are drawn; a run is repeated by giving its number. */
const SEED = Number(process.env['SEED'] ?? randomInt(1_000_000))
const random = seededRandom(SEED)
const below = (limit: number): number => Math.floor(random() * limit)
const oneOf = <T>(all: readonly T[]): T => all[below(all.length)]!

/** How often the plug is pulled, a multiple of the usual: CUTS=4 for thirty instants. */
const CUTS = Number(process.env['CUTS'] ?? thoroughly(1, 4))
/** A Zalo that goes on pushing, so that whatever is lost was lost by us. */
const PATIENT_ZALO = Array.from({ length: 1_200 }, () => 250)

describe(`power cuts (SEED=${SEED} draws them again)`, { timeout: 180_000 }, () => {
  let world: World
  let tables: Tables
  let people: readonly Phone[]
  beforeAll(async () => {
    process.stderr.write(`power cuts: SEED=${SEED}\n`)
    world = await openWorld({ zaloRetriesMs: PATIENT_ZALO })
    tables = openTables(() => world.databaseUrl)
    people = await Promise.all(
      ROSTER.map((code, index) => world.phone(index % 9 === 8 ? 'zalo' : 'telegram', code)),
    )
    await Promise.all(people.map((person) => person.register()))
  }, 60_000)
  afterAll(() => world.close())

  test('a cut between the answer of the platform and its receipt: listed, and not sent again', async () => {
    const asked: { phone: Phone; count: number }[] = []
    for (let cut = 0; cut < CUTS; cut += 1) {
      const phones = people.slice(9 * cut, 9 * (cut + 1))
      for (const phone of phones) {
        faultsOf(world, phone.channel).next({ kind: 'unanswered', chat: phone.chatId })
        asked.push({ phone, count: phone.heard().length + 1 })
        phone.types('hạn nào')
      }
      await eventually(
        () => asked.every(({ phone, count }) => phone.heard().length === count),
        'the answers are on the phones',
      )
      await world.pullThePlug()
      await startUpAfterFailing(world, 0)
    }
    await settle(world, tables)
    expect(await listUncertain(world)).toEqual(
      asked.map(() => expect.objectContaining({ cause: 'reply' }) as unknown),
    )
    for (const { phone, count } of asked) expect(phone.heard().length).toBe(count)
  })

  test('200 reminders, cut at every stage: nobody gets one twice, and only what had left is uncertain', async () => {
    let delivered = 0
    for (const [index, [moment, isFor]] of STAGES.entries()) {
      const cuts = Math.ceil((CUTS * (1 + (index % 2))) / 2)
      const before = heardBy(people)
      const uncertainBefore = await uncertainParts(tables)
      await world.moveTo(`${moment}:30+07:00`)
      for (let cut = 0; cut < cuts; cut += 1) {
        await sleep(below(1200))
        await world.pullThePlug()
        await startUpAfterFailing(world, 0)
        await world.moveTo(await later(tables, 1000))
      }
      await tables.until(`select count(*) = 0 as holds from reminder where state = 'due'`, PATIENCE)
      await settle(world, tables)

      const uncertain = (await uncertainParts(tables)).slice(uncertainBefore.length)
      const got = heardBy(people).map((count, index) => count - before[index]!)
      const given = people.map(({ chatId }) =>
        uncertain.some(({ address }) => address.endsWith(`:${chatId}`)),
      )
      const expected = people.map((_, index) => (isFor(index) ? 1 : 0))
      expect(got.map((count, index) => (given[index] ? Math.max(count, 1) : count))).toEqual(
        expected,
      )
      // A cut meets one call or two at the pace of the platforms, on a busy machine some more; never most.
      expect(uncertain.length).toBeLessThanOrEqual(cuts * 12)
      delivered += sum(got) + uncertain.length
    }
    expect(delivered).toBeGreaterThanOrEqual(200)
  })

  test('200 messages in a burst, cut again and again: each is one report and is answered once', async () => {
    const texts = reportTexts(200)
    const before = (await tables.rows('select 1 from inbox')).length
    const waiting = [...texts]
    const bursts = 2 * CUTS
    for (let cut = 1; cut <= bursts; cut += 1) {
      for (const text of waiting.splice(0, Math.ceil(texts.length / bursts)))
        oneOf(people).types(text)
      await sleep(below(600))
      await world.pullThePlug()
      await startUpAfterFailing(world, cut % 2 === 0 ? 1 : 0)
    }
    await tables.until(`select count(*) = ${before + 200} as holds from inbox`, PATIENCE)
    await settle(world, tables)
    await expectReports(tables, texts)
    await expectReceipts(tables, people)
  })

  test('the balance holds', async () => {
    const { stdout } = await world.admin('balance', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ waiting: 0, forPerson: 0, balanced: true })
  })
})

describe(`power cuts with the embedded database (SEED=${SEED})`, { timeout: 120_000 }, () => {
  let world: World
  let tables: Tables
  let dataDir: string
  let people: readonly Phone[]

  beforeAll(async () => {
    dataDir = join(await scratchFolder(), 'data')
    world = await openWorld({ dataDir, zaloRetriesMs: PATIENT_ZALO })
    tables = openTables(() => embeddedUrl(dataDir))
    const codes = ROSTER.slice(0, 8)
    people = await Promise.all(
      codes.map((code, index) => world.phone(index % 4 === 3 ? 'zalo' : 'telegram', code)),
    )
    await Promise.all(people.map((person) => person.register()))
  }, 60_000)
  afterAll(() => world.close())

  test('2 cuts, one of them of the database server too: nothing is lost and nothing doubled', async () => {
    const texts = reportTexts(50)
    const waiting = [...texts]
    for (const server of ['lives', 'dies']) {
      for (const text of waiting.splice(0, 25)) oneOf(people).types(text)
      await sleep(below(500))
      const pid = postmasterOf(dataDir)
      await world.pullThePlug()
      if (server === 'dies') process.kill(pid, 'SIGKILL')
      await startUpAfterFailing(world, 0)
      expect(postmasterOf(dataDir) === pid).toBe(server === 'lives')
    }
    await tables.until(`select count(*) = ${people.length + 50} as holds from inbox`, PATIENCE)
    await settle(world, tables)
    await expectReports(tables, texts)
    await expectReceipts(tables, people)
  })

  test('after an orderly end no server is left', async () => {
    await Promise.all(world.processes.map((process) => process.stop()))
    expect(existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false)
  })
})

function reportTexts(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `15/10 tổ chức 2 hội nghị tuyên truyền, ${index + 101} lượt người dự`,
  )
}

function faultsOf(world: World, channel: ChannelName) {
  return channel === 'telegram' ? world.telegram.faults : world.zalo.faults
}

/** Starts the product; before that it is cut on its way so many times. */
async function startUpAfterFailing(world: World, times: number): Promise<void> {
  for (let cut = 0; cut < times; cut += 1) {
    const onItsWay = AbortSignal.timeout(below(1200))
    await world.startUp(onItsWay).then(
      () => world.pullThePlug(),
      () => undefined,
    )
  }
  await world.startUp()
}

/** What the operator is shown. */
async function listUncertain(world: World): Promise<unknown[]> {
  const { stdout } = await world.admin('deliveries', '--json')
  return (JSON.parse(stdout) as { uncertain: unknown[] }).uncertain
}

/** Every message is one report and no more, and the codes leave no number out. */
async function expectReports(tables: Tables, texts: readonly string[]): Promise<void> {
  const reports = await tables.rows<{ code: string; text: string }>(
    `select r.code, v.content->>'text' as text from report r
     join report_version v on v.report_id = r.id order by r.code`,
  )
  expect(reports.map(({ text }) => text).sort()).toEqual([...texts].sort())
  expect(reports.map(({ code }) => code)).toEqual(
    texts.map((_, index) => `BC-${String(index + 1).padStart(4, '0')}`),
  )
}

/** Every report's receipt is on one phone, once; only one that is uncertain may be missing. */
async function expectReceipts(tables: Tables, people: readonly Phone[]): Promise<void> {
  const uncertain = await uncertainParts(tables)
  const heard = people.flatMap((person) => person.heard())
  for (const { code } of await tables.rows<{ code: string }>(`select code from report`)) {
    const receipt = (text: string): boolean => text.includes(`Đã ghi nhận ${code}`)
    const seen = heard.filter(receipt).length
    const given = uncertain.some(({ text }) => receipt(text))
    expect({ code, seen: given ? Math.max(seen, 1) : seen }).toEqual({ code, seen: 1 })
  }
}

function postmasterOf(dataDir: string): number {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

function embeddedUrl(dataDir: string): string {
  const file = join(dataDir, 'postgres', 'connection.json')
  const { password, port } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  return `postgresql://thi_dua:${password ?? ''}@127.0.0.1:${port ?? ''}/thi_dua`
}
