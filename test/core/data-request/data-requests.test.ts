import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  decideDataRequest,
  listDataRequests,
} from '../../../core/data-request/decide-data-request.ts'
import {
  eraseAgain,
  eraseOfficial,
  planErasure,
} from '../../../core/data-request/erase-official.ts'
import { dropDataRequest, openDataRequest } from '../../../core/data-request/open-data-request.ts'
import type { DataRight } from '../../../core/data-request/data-request.ts'
import type { Address } from '../../../core/delivery/channel.ts'
import { draftNomination } from '../../../core/nomination/draft-nomination.ts'
import { loadOfficials } from '../../../core/official/load-officials.ts'
import type { Official } from '../../../core/official/official.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import { backUp } from '../../../prisma/backup.ts'
import { restore } from '../../../prisma/restore.ts'
import { freshDatabase } from '../../support/database.ts'
import { openMemory } from '../../../prisma/client.ts'
import { secureChance } from '../../../bot/chance.ts'
import { phraseForGroup } from '../../../bot/texts/groups.ts'
import { phraseNotice } from '../../../bot/texts/notices.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, openTestMemory } from '../../support/memory.ts'

const CHAT = 'telegram:1:77550001' as Address
const WORDS = 'con bò vàng ăn cỏ non'
const NOTHING_SENT = { render: () => undefined, linkTo: () => undefined, restate: () => undefined }
let memory: TestMemory
let person: Official
let officer: Official
let campaignId: string

beforeAll(async () => {
  memory = await openTestMemory({ at: '2025-10-20T08:15:00+07:00' })
  person = (await link(memory, 'CB-025', { channel: 'telegram', chat: CHAT })).official
  officer = (await link(memory, 'CB-109', { channel: 'telegram', chat: 'telegram:1:502' })).official
  campaignId = (await memory.run((tx) => tx.campaigns.list()))[0]?.campaign.id ?? ''
})
afterAll(() => memory.close())

const ask = (right: DataRight) => memory.run((tx) => openDataRequest(tx, person, right))
const codeOf = async (right: DataRight): Promise<string> => {
  const outcome = await ask(right)
  return outcome.ok ? outcome.value.request.code : ''
}
const decide = (code: string, kind: 'approve' | 'finish', by = officer) =>
  memory.run((tx) => decideDataRequest(tx, by, { code, decision: { kind } }))

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Tables in which a text stands, whatever their columns. */
async function tablesWith(url: string, text: string): Promise<string[]> {
  const tables = await query(
    url,
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const each = tables.map(
    ({ name }) =>
      `select '${String(name)}' as name where exists (select 1 from "${String(name)}" t where strpos(t::text, '${text}') > 0)`,
  )
  const found = await query(url, each.join(' union all '))
  return found.map(({ name }) => String(name)).sort()
}

/** A message of the person, taken in and done with. */
async function write(text: string): Promise<void> {
  const event = {
    kind: 'text',
    ...{ eventId: 'e1', botId: '1', messageRef: 'm1', addressed: true, text },
    conversation: { address: CHAT, kind: 'direct' },
    at: memory.clock.now().epochMilliseconds,
    from: { address: CHAT, userKey: CHAT, displayName: person.name },
  } as const
  await memory.intake.take('telegram', event, memory.clock.now())
  await memory.run(async (tx) => {
    for (const { seq } of await tx.inbox.listWaiting(CHAT, tx.now, 10))
      await tx.inbox.finish(seq, { state: 'done', what: 'said', at: tx.now })
  })
}

describe('a request about the own data', () => {
  test('runs by the clock of the day, tells the office, and is opened once', async () => {
    const first = await ask('correct')
    const due = memory.clock.now().add({ hours: 72 }).toString()
    expect(first).toMatchObject({ ok: true, value: { again: false, request: { code: 'YC-001' } } })
    expect(first.ok && first.value.request.dueAt?.toString()).toBe(due)
    expect(await ask('correct')).toMatchObject({
      value: { again: true, request: { code: 'YC-001' } },
    })
    const told = await query(
      memory.database.url,
      `select count(*)::int as n from outbox_part where official_id = '${officer.id}'`,
    )
    expect(told).toEqual([{ n: 1 }])
  })

  test('is declined for a reason only, by another person of the office, and once', async () => {
    const decline = (reason: string) => ({ kind: 'decline', reason }) as const
    const say = (by: Official, reason: string) =>
      memory.run((tx) => decideDataRequest(tx, by, { code: 'YC-001', decision: decline(reason) }))
    expect(await say(person, 'không')).toMatchObject({ refusal: { reason: 'not-allowed' } })
    expect(await say(officer, '')).toMatchObject({ refusal: { reason: 'refusal-reason-missing' } })
    expect(await say(officer, 'đã đúng')).toMatchObject({
      value: { request: { state: 'declined' } },
    })
    expect(await decide('YC-001', 'approve')).toMatchObject({
      refusal: { reason: 'data-request-settled' },
    })
    const own = await memory.run((tx) => openDataRequest(tx, officer, 'view'))
    const code = own.ok ? own.value.request.code : ''
    expect(await decide(code, 'approve')).toMatchObject({ refusal: { reason: 'own-data-request' } })
    expect(await memory.run((tx) => dropDataRequest(tx, person, code))).toMatchObject({
      refusal: { reason: 'data-request-not-found' },
    })
    expect(await memory.run((tx) => dropDataRequest(tx, officer, code))).toMatchObject({ ok: true })
  })

  test('a correction stays on the list until it is done', async () => {
    const code = await codeOf('correct')
    expect(await decide(code, 'finish')).toMatchObject({ refusal: {} })
    expect(await decide(code, 'approve')).toMatchObject({
      value: { request: { state: 'approved' } },
    })
    const pending = () => memory.run((tx) => listDataRequests(tx, campaignId))
    expect((await pending()).map(({ request }) => request.code)).toEqual([code])
    expect(await decide(code, 'finish')).toMatchObject({ value: { request: { state: 'done' } } })
    expect(await pending()).toEqual([])
  })

  test('withdrawn consent stops optional notices at once, and every message when the office agrees', async () => {
    const other = (await link(memory, 'CB-027', { channel: 'zalo', chat: 'zalo:1:9' })).official
    const asked = await memory.run((tx) => openDataRequest(tx, other, 'withdraw'))
    const muted = await memory.run((tx) => tx.announcements.listMuted([other.id]))
    expect([...muted]).toEqual([other.id])
    await decide(asked.ok ? asked.value.request.code : '', 'approve')
    expect(await memory.run((tx) => tx.accounts.findReachable(other.id))).toBeUndefined()
  })

  test('a copy holds what the person wrote, and nobody else did', async () => {
    await write(WORDS)
    const data = await memory.run((tx) => tx.personalData.gather(person))
    expect(data.written.map(({ text }) => text)).toEqual([WORDS])
    expect(data.accounts).toMatchObject([{ channel: 'telegram' }])
    expect((await memory.run((tx) => tx.personalData.gather(officer))).written).toEqual([])
  })
})

describe('erasing a person', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'erasure-'))
    await memory.run((tx) =>
      submitReport(tx, {
        official: person,
        messages: [{ ref: `${CHAT}:9`, text: WORDS }],
        content: {
          ...{ text: 'Tổ chức 2 hội nghị', items: [], dates: [], places: [], contents: [1] },
          nothingToReport: false,
        },
      }),
    )
    await memory.run((tx) =>
      draftNomination(tx, {
        official: person,
        ...{ nomineeKind: 'individual', nomineeName: person.name, achievement: 'số hóa hồ sơ' },
      }),
    )
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('needs a request that the office has approved', async () => {
    const asked = await ask('erase')
    if (!asked.ok) throw new Error('the request was refused')
    const { request } = asked.value
    expect(await memory.run((tx) => eraseOfficial(tx, request))).toMatchObject({
      refusal: { reason: 'data-request-open' },
    })
    await decide(request.code, 'approve')
  })

  test('waits for a nomination of the person that is on its way', async () => {
    const move = (state: string) =>
      query(memory.database.url, `update nomination set state = '${state}'`)
    await move('under-appraisal')
    const request = await memory.run((tx) => tx.dataRequests.findPending(person.id, 'erase'))
    if (!request) throw new Error('there is no request')
    const outcome = await memory.run((tx) => eraseOfficial(tx, request))
    expect(outcome).toMatchObject({ refusal: { reason: 'erasure-waits', codes: ['HS-001'] } })
    await move('withdrawn')
    expect(await memory.run((tx) => planErasure(tx, person))).toMatchObject({
      ...{ erased: ['HS-001'], kept: [], waitsFor: [] },
      holdings: { accounts: 1, written: 1, reports: 1 },
    })
  })

  test('leaves the report and the trail, and neither name, account nor words anywhere', async () => {
    const { url } = memory.database
    await query(url, `update outbox_part set state = 'sent' where state = 'pending'`)
    const backup = join(folder, 'before.backup')
    await backUp(url, backup)
    expect(await tablesWith(url, person.name)).toContain('official')
    const before = await memory.run((tx) => tx.inbox.balance())
    const request = await memory.run((tx) => tx.dataRequests.findPending(person.id, 'erase'))
    if (!request) throw new Error('there is no request')
    expect(await memory.run((tx) => eraseOfficial(tx, request))).toMatchObject({ ok: true })
    for (const gone of [person.name, '77550001', WORDS])
      expect(await tablesWith(url, gone)).toEqual([])
    expect(await memory.run((tx) => tx.inbox.balance())).toEqual(before)
    const reports = await memory.run((tx) =>
      tx.reports.list(campaignId, { unitCode: person.unitCode, limit: 9 }),
    )
    expect(reports).toMatchObject([{ officialId: person.id, state: 'submitted' }])
    expect(await tablesWith(url, 'official-erased')).toContain('audit_event')
  })

  test('no roster brings the person back, and the same account may register as somebody else', async () => {
    const counts = await memory.run((tx) => loadOfficials(tx, [person]))
    expect(counts).toEqual({ added: 0, updated: 0, erased: 1 })
    expect(await tablesWith(memory.database.url, person.name)).toEqual([])
    const next = await link(memory, 'CB-026', { channel: 'telegram', chat: CHAT })
    const found = await memory.run((tx) => tx.officials.findByAccount(CHAT))
    expect(found?.official.id).toBe(next.official.id)
  })

  test('an older backup brings the person back only until the list of erasures is applied', async () => {
    const ids = await memory.run((tx) => tx.personalData.listErased())
    const other = await freshDatabase()
    await restore(other.url, join(folder, 'before.backup'))
    expect(await tablesWith(other.url, person.name)).toContain('official')
    const restored = openMemory(other.url, 2, () => ({
      ...{ now: memory.clock.now(), chance: secureChance, bots: [] },
      voice: { phrase: phraseNotice, phraseForGroup, ...NOTHING_SENT },
    }))
    const again = (some: readonly string[]) =>
      restored.transactions.run((tx) => eraseAgain(tx, some))
    expect(await again([...ids, secureChance.uuid()])).toBe(1)
    expect(await again(ids)).toBe(0)
    for (const gone of [person.name, '77550001', WORDS])
      expect(await tablesWith(other.url, gone)).toEqual([])
    await restored.close()
    await other.drop()
  })
})
