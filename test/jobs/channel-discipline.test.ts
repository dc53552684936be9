import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listLostContacts } from '../../core/chasing/list-lost-contacts.ts'
import type { BotKey } from '../../core/delivery/bot.ts'
import { setFallbackHours } from '../../core/delivery/fall-back.ts'
import { readBudgets } from '../../core/delivery/read-budget.ts'
import { ZALO_TOKEN } from '../bot/simulator/stand-ins.ts'
import type { TestDatabase } from '../support/database.ts'
import { loadedDatabase } from '../support/memory.ts'
import { openTables } from '../support/tables.ts'
import { setStage } from './stage.ts'

const MONDAY = '2025-10-20T08:00:00+07:00'
const ZALO = `zalo:${ZALO_TOKEN.split(':')[0] ?? ''}` as BotKey
const FIVE = ['CB-025', 'CB-027', 'CB-029', 'CB-031', 'CB-033']

let loaded: TestDatabase

beforeAll(async () => {
  loaded = await loadedDatabase()
  const players = [...FIVE, 'CB-109'].map((code) => `'${code}'`).join()
  await openTables(() => loaded.url).rows(
    `update official set active = false where code not in (${players})`,
  )
})
afterAll(() => loaded.drop())

describe('a Zalo bot with a budget of 20 messages a month', () => {
  const zaloPlan = { messages: 20, counts: 'both' } as const

  test('tells the office at 80 %, over its other channel, and at 95 % holds back what can wait', async () => {
    const pace = { perSecond: 4 }
    const stage = await setStage(loaded, { at: MONDAY, zaloPlan, pace })
    const office = await stage.person('CB-109')
    const reader = await stage.person('CB-025', 'zalo')
    await stage.tables.rows(
      `insert into outbox_part (message_id, index, "of", channel, bot, address, cause, payload, state, queued_at, not_before, finished_at)
       select gen_random_uuid(), 0, 1, 'zalo', '${ZALO}', '${ZALO}:' || n, 'reply', '{}', 'sent', '${MONDAY}', '${MONDAY}', '${MONDAY}'
       from generate_series(1, 15) n`,
    )
    await stage.run('deliver')
    expect(office.heard()).toEqual([])

    for (const text of ['Mười sáu.', 'Mười bảy.', 'Mười tám.', 'Mười chín.', 'Hai mươi.'])
      await stage.announce(reader, text)
    await stage.run('deliver')
    await stage.run('deliver')
    expect(reader.heard().length).toBe(4)
    expect(office.heard().map((text) => /đã dùng (\S+) tin/u.exec(text)?.[1])).toEqual([
      '16/20',
      '19/20',
    ])
    expect(stage.warned).toEqual([
      { bot: ZALO, used: 16, level: 'warned' },
      { bot: ZALO, used: 19, level: 'essential' },
    ])
    expect(
      await stage.tables.rows(
        `select state, failure, not_before::text as since from outbox_part
         where bot = '${ZALO}' and state <> 'sent'`,
      ),
    ).toEqual([{ state: 'pending', failure: 'budget/put-off', since: '2025-10-31 17:00:00+00' }])

    await stage.memory.run((tx) =>
      tx.outbox.insert(
        {
          id: tx.chance.uuid(),
          ...{ channel: 'zalo', address: reader.address, cause: 'reply' },
          parts: [{ index: 0, of: 1, payload: { method: 'sendMessage', text: 'Trả lời.' } }],
        },
        tx.now,
      ),
    )
    await stage.run('deliver')
    expect(reader.heard().at(-1)).toBe('Trả lời.')
    const [standing] = await stage.memory.run(readBudgets)
    expect(standing).toMatchObject({ used: 20, limit: 20, level: 'essential' })

    stage.at('2025-11-01T00:00:00+07:00')
    await stage.run('deliver')
    expect(reader.heard().at(-1)).toContain('Hai mươi.')
    expect(await stage.memory.run(readBudgets)).toMatchObject([{ used: 1, level: 'free' }])
  })
})

describe('a bot whose quota the platform calls used up', () => {
  test('rests by steps, asks with one message each time, and says so once', async () => {
    const stage = await setStage(loaded, { at: MONDAY, pace: { perSecond: 5 } })
    const office = await stage.person('CB-109')
    const people = await Promise.all(FIVE.map((code) => stage.person(code, 'zalo')))
    for (const person of people) await stage.announce(person, 'Mời treo cờ.')
    stage.zalo.faults.next({ kind: 'quota-exceeded', times: 1_000 })
    const asked = async (): Promise<number> => {
      const before = stage.sendsToZalo().length
      await Promise.all([stage.run('deliver'), stage.run('deliver')])
      return stage.sendsToZalo().length - before
    }
    const restMinutes = async (): Promise<number> => {
      const [row] = await stage.tables.rows<{ minutes: number }>(
        `select round(extract(epoch from paused_until - now()) / 60)::int as minutes from bot_pace
         where bot = '${ZALO}'`,
      )
      return row?.minutes ?? 0
    }
    const wakeUp = () =>
      stage.tables.rows(`update bot_pace set paused_until = now() where bot = '${ZALO}'`)

    expect(await asked()).toBeGreaterThan(0)
    expect(await restMinutes()).toBe(1)
    expect(await asked()).toBe(0)
    for (const minutes of [15, 60, 16 * 60 + 1]) {
      await wakeUp()
      expect(await asked()).toBe(1)
      expect(await restMinutes()).toBe(minutes)
    }
    expect(stage.rests).toEqual([{ bot: ZALO, cause: 'quota' }])
    expect(office.heard().length).toBe(1)
    expect(office.heard()[0]).toContain('Zalo báo đã hết hạn mức tin')

    stage.zalo.faults.clear()
    await wakeUp()
    await asked()
    await asked()
    for (const { heard } of people) expect(heard().length).toBe(1)
    expect(await stage.memory.pace.list()).toContainEqual({ bot: ZALO })
  })
})

describe('what cannot be delivered for four working hours', () => {
  test('goes to the person’s other chat, once; who has none is for the office to telephone', async () => {
    const stage = await setStage(loaded, { at: MONDAY, pace: { perSecond: 5 } })
    const elsewhere = await stage.person('CB-025')
    stage.at('2025-10-20T08:00:01+07:00')
    const stuck = await stage.person('CB-025', 'zalo')
    const alone = await stage.person('CB-027', 'zalo')
    stage.zalo.faults.next({ kind: 'quota-exceeded', times: 1_000 })
    for (const person of [stuck, alone]) await stage.announce(person, 'Mời treo cờ.')
    for (const time of ['08:00:02', '11:29:00', '12:15:00', '13:59:00'])
      await stage.tick(`2025-10-20T${time}+07:00`)
    expect(elsewhere.heard()).toEqual([])
    await stage.tick('2025-10-20T14:00:02+07:00')
    await stage.tick('2025-10-20T16:00:00+07:00')
    expect(elsewhere.heard().filter((text) => text.includes('Mời treo cờ.')).length).toBe(1)
    const lost = await stage.memory.run(async (tx) => {
      const [loadedCampaign] = await tx.campaigns.list()
      return listLostContacts(tx, loadedCampaign!.campaign)
    })
    expect(
      lost.filter(({ loss }) => loss === 'undelivered').map(({ official }) => official),
    ).toEqual([expect.objectContaining({ code: 'CB-027' })])

    stage.zalo.faults.clear()
    await stage.tables.rows(`update bot_pace set paused_until = now() where bot = '${ZALO}'`)
    await stage.run('deliver')
    await stage.run('deliver')
    expect([stuck.heard().length, alone.heard().length]).toEqual([0, 1])
    const ledger = await stage.memory.run((tx) =>
      tx.outbox.listLedger({ limit: 20, official: 'CB-025', cause: 'announcement' }),
    )
    expect(ledger.map(({ channel, state, failure }) => [channel, state, failure])).toEqual([
      ['telegram', 'sent', undefined],
      ['zalo', 'cancelled', `fallback/${ZALO}`],
    ])
  })

  test('is not taken from a chat that merely waits its turn, nor when the office switched it off', async () => {
    const stage = await setStage(loaded, { at: MONDAY, pace: { perSecond: 5 } })
    const elsewhere = await stage.person('CB-025')
    stage.at('2025-10-20T08:00:01+07:00')
    const reader = await stage.person('CB-025', 'zalo')
    await stage.announce(reader, 'Mời dự lễ.')
    await stage.tick('2025-10-21T09:00:00+07:00')
    expect([elsewhere.heard().length, reader.heard().length]).toEqual([0, 1])

    await stage.memory.run((tx) => setFallbackHours(tx, 0))
    stage.zalo.faults.next({ kind: 'quota-exceeded', times: 1_000 })
    await stage.announce(reader, 'Mời họp.')
    await stage.tick('2025-10-21T09:00:01+07:00')
    await stage.tick('2025-10-22T07:30:00+07:00')
    expect(elsewhere.heard().filter((text) => text.includes('Mời họp.'))).toEqual([])
  })
})

test('an optional notice waits for the next day where somebody has got enough today; an order does not', async () => {
  const stage = await setStage(loaded, { at: MONDAY })
  const reader = await stage.person('CB-025')
  for (const text of ['Một.', 'Hai.']) await stage.announce(reader, text)
  await stage.memory.run(async (tx) => {
    const [known] = await tx.campaigns.list()
    const common = { campaignId: known!.campaign.id, authorId: reader.official.id, weekly: false }
    for (const [code, optional] of [
      ['TB-001', true],
      ['TB-002', false],
    ] as const)
      await tx.announcements.insert(
        {
          ...common,
          ...{ id: tx.chance.uuid(), code, optional, state: 'released', audience: {} },
          text: optional ? 'Tùy chọn.' : 'Bắt buộc.',
        },
        [reader.official.id],
        tx.now,
      )
  })
  const said = (text: string): boolean => reader.heard().some((one) => one.includes(text))
  await stage.tick('2025-10-20T08:30:00+07:00')
  expect([said('Tùy chọn.'), said('Bắt buộc.')]).toEqual([false, true])
  await stage.tick('2025-10-21T07:00:00+07:00')
  expect(said('Tùy chọn.')).toBe(true)
})
