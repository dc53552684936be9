import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BotKey } from '../../core/delivery/bot.ts'
import type { ClaimedPart, DepartureStore } from '../../core/delivery/departure-store.ts'
import { departureStore } from '../../prisma/stores/departure-store.ts'
import type { TestDatabase } from '../support/database.ts'
import { freshDatabase } from '../support/database.ts'
import type { Tables } from '../support/tables.ts'
import { openTables } from '../support/tables.ts'

let database: TestDatabase
let pool: pg.Pool
let tables: Tables
let departures: DepartureStore

beforeEach(async () => {
  database = await freshDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 4 })
  tables = openTables(() => database.url)
  departures = departureStore(pool)
})
afterEach(async () => {
  await pool.end()
  await database.drop()
})

const BOT = 'telegram:7' as BotKey
const NOW = Temporal.Instant.from('2025-10-20T08:00:00+07:00')
const PACE = { perSecond: 30, perChat: { burst: 1, everyMs: 60_000 } }
const LEAVE = { bot: BOT, leaseUntil: NOW.add({ seconds: 25 }), pace: PACE }

/** So many messages of two parts each, to chats 1, 2, 3 … */
const queue = (count: number) =>
  tables.rows(
    `insert into outbox_part (message_id, index, "of", channel, bot, address, cause, payload, queued_at, not_before)
     select m.id, part, 2, 'telegram', '${BOT}', '${BOT}:' || m.n, 'announcement', '{}', '${NOW.toString()}', '${NOW.toString()}'
     from (select n, gen_random_uuid() as id from generate_series(1, ${count}) n) m, generate_series(0, 1) part`,
  )
const claim = (limit: number, at = NOW) =>
  departures.claim({ ...LEAVE, now: at, leaseUntil: at.add({ seconds: 15 }), limit })
const chats = (parts: readonly ClaimedPart[]) =>
  parts.map(({ address, part }) => `${address.split(':')[2] ?? ''}/${part.index}`)

test('claims give the first part of each chat, in the order of the queue, to one claimer each', async () => {
  await queue(40)
  const claims = await Promise.all([claim(15), claim(15), claim(15)])
  for (const claimed of claims) {
    const seqs = claimed.map(({ seq }) => seq)
    expect(seqs).toEqual([...seqs].sort((a, b) => Number(a - b)))
  }
  const all = claims.flatMap(chats)
  expect(new Set(all).size).toBe(40)
  expect(all.every((one) => one.endsWith('/0'))).toBe(true)
})

test('a claim that is over gives way to the next, and cannot be begun any more', async () => {
  await queue(2)
  const late = await claim(1)
  expect(await claim(5, NOW.add({ seconds: 14 }))).toHaveLength(1)
  const [again] = await claim(5, NOW.add({ seconds: 15 }))
  expect(again?.seq).toBe(late[0]?.seq)
  expect(await departures.begin(late, LEAVE)).toEqual([])
  expect(await departures.begin([again!], LEAVE)).toEqual([again])
})

test('the second part waits for the first one’s arrival, and for the pace of its chat', async () => {
  await queue(1)
  const [first] = await departures.begin(await claim(5), LEAVE)
  expect(await claim(5)).toEqual([])
  await departures.arrive([{ part: first!, receipt: '1' }], NOW)
  const [second] = await claim(5)
  expect(chats([second!])).toEqual(['1/1'])
  expect(second?.waitMs).toBeGreaterThan(30_000)
  expect(second?.waitMs).toBeLessThanOrEqual(60_000)
})

test('nothing begins while the bot rests; what is given back is anybody’s', async () => {
  await queue(2)
  const claimed = await claim(2)
  await tables.rows(
    `insert into bot_pace (bot, next_at, trips, paused_until) values ('${BOT}', now(), 1, now() + interval '1 hour')`,
  )
  expect(await departures.begin(claimed, LEAVE)).toEqual([])
  await departures.release(claimed)
  expect(await claim(2)).toEqual([])
  await tables.rows(`update bot_pace set trips = 0, paused_until = null`)
  expect(chats(await claim(2))).toEqual(chats(claimed))
})

test('of ten thousand that wait each statement reads its own rows only, also while nothing was sent yet', async () => {
  // Whoever looks at the table meanwhile keeps old rows in its pages; the server's own cleaner would.
  await tables.rows('alter table outbox_part set (autovacuum_enabled = off)')
  await queue(5_000)
  await tables.rows('analyze outbox_part')
  const own = new pg.Pool({ connectionString: database.url, max: 1 })
  departures = departureStore(own)
  for (let batch = 0; batch < 3; batch += 1) {
    const begun = await departures.begin(await claim(100), LEAVE)
    await departures.arrive(
      begun.map((part) => ({ part, receipt: '1' })),
      NOW,
    )
  }
  await own.end() // a connection tells what it has read when it ends
  const ofParts = `from pg_stat_user_tables where relname = 'outbox_part'`
  await tables.until(`select n_tup_upd >= 900 as holds ${ofParts}`)
  expect(
    await tables.rows(`select seq_scan::int, n_tup_hot_upd > 450 as mostly_in_place ${ofParts}`),
  ).toEqual([{ seq_scan: 0, mostly_in_place: true }])
})
