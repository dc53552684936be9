import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayPlanReadiness } from '../../../bot/texts/readiness.ts'
import type { Bot, BotKey } from '../../../core/delivery/bot.ts'
import { checkReadiness } from '../../../core/readiness/check-readiness.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, openTestMemory } from '../../support/memory.ts'
import { openTables } from '../../support/tables.ts'

const plan = { messages: 40, users: 50, counts: 'both' } as const
const ZALO: Bot = { key: 'zalo:1' as BotKey, channel: 'zalo', plan }
const TELEGRAM: Bot = { key: 'telegram:7' as BotKey, channel: 'telegram' }

let memory: TestMemory
/** Without changing the bots of the database's own memory. */
const check = (bots: readonly Bot[]) => memory.run((tx) => checkReadiness({ ...tx, bots }))

describe('before people are invited', () => {
  beforeAll(async () => {
    memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00' })
    await link(memory, 'CB-003', { channel: 'zalo', chat: 'zalo:1:a' })
    await link(memory, 'CB-005', { channel: 'telegram', chat: 'telegram:7:b' })
    await openTables(() => memory.database.url).rows(
      `update official set phone = null where code = 'CB-003'`,
    )
  })
  afterAll(() => memory.close())

  test('whom Zalo’s plan leaves out is named one by one: who is on a channel already is not among them', async () => {
    const [zalo] = (await check([ZALO])).plans
    const people = await memory.run((tx) => tx.officials.list({}))
    expect(zalo).toMatchObject({ people: people.length, places: 50, elsewhere: false })
    expect(zalo?.leftOut.length).toBe(people.length - 50 - 1)
    const left = new Set(zalo?.leftOut.map(({ code }) => code))
    expect([left.has('CB-003'), left.has('CB-005')]).toEqual([false, false])
    expect(zalo && sayPlanReadiness(zalo).map(({ level }) => level)).toEqual(['blocks', 'warning'])
  })

  test('a second bot doubles the places, and another channel takes the rest', async () => {
    const second = { ...ZALO, key: 'zalo:2' as BotKey }
    const { plans } = await check([ZALO, second, TELEGRAM])
    expect(plans).toMatchObject([{ places: 100, carried: 80, elsewhere: true }])
    const { plans: unbounded } = await check([TELEGRAM])
    expect(unbounded).toEqual([])
  })

  test('the forecast is of the campaign’s own reminders, month by month', async () => {
    const [zalo] = (await check([ZALO])).plans
    expect(zalo?.months.map(({ month }) => month)).toContain('2025-11')
    for (const { messages } of zalo?.months ?? []) expect(messages).toBeGreaterThan(0)
  })

  test('units that lack somebody, and contacts without a telephone, are named', async () => {
    await openTables(() => memory.database.url).rows(
      `delete from role_grant where role = 'head' and official_id in
         (select id from official where unit_code = (select unit_code from official where code = 'CB-025'))`,
    )
    const { unitCode } = await memory.official('CB-025')
    const [campaign] = (await check([ZALO])).campaigns
    expect(campaign?.noHead.map(({ code }) => code)).toContain(unitCode)
    expect(campaign?.noPhone.map(({ code }) => code)).toContain('CB-003')
    expect(campaign?.missingYears).toEqual([])
  })
})
