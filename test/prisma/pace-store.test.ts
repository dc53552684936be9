import pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BotKey } from '../../core/delivery/bot.ts'
import type { PaceStore, WantedTurns } from '../../core/delivery/pace-store.ts'
import { paceStore } from '../../prisma/stores/pace-store.ts'
import type { TestDatabase } from '../support/database.ts'
import { freshDatabase } from '../support/database.ts'

let database: TestDatabase
let pool: pg.Pool
let [one, two]: PaceStore[] = []

beforeEach(async () => {
  database = await freshDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 4 })
  ;[one, two] = [paceStore(pool, 'one'), paceStore(pool, 'two')]
})
afterEach(async () => {
  await pool.end()
  await database.drop()
})

const BOT = 'telegram:7' as BotKey
const TURNS: WantedTurns = { count: 10, intervalMs: 100, mostWaitMs: 5_000, toEverybody: true }
const ANSWER = { ...TURNS, count: 1, toEverybody: false }

const reserve = (store: PaceStore | undefined, wanted: WantedTurns = TURNS) =>
  store!.reserve(BOT, wanted)
const waitOf = async (store: PaceStore | undefined, wanted?: WantedTurns): Promise<number> => {
  const turn = await reserve(store, wanted)
  if (turn.kind !== 'turn') throw new Error(turn.kind)
  return turn.waitMs
}
const waited = (seconds: number) =>
  pool.query(
    `update bot_pace set next_at = next_at - $1::float8 * interval '1 second',
      sender_until = sender_until - $1::float8 * interval '1 second'`,
    [seconds],
  )

test('slots follow one another, across processes too', async () => {
  expect(await waitOf(one)).toBeLessThan(50)
  const second = await waitOf(one)
  expect(second).toBeGreaterThan(500)
  expect(await waitOf(two, ANSWER)).toBeGreaterThan(second + 900)
})

test('while one process sends to everybody no other does, but each answers its people', async () => {
  await waitOf(one)
  expect(await reserve(two)).toEqual({ kind: 'busy' })
  expect(await reserve(two, ANSWER)).toMatchObject({ kind: 'turn' })
  expect(await reserve(one)).toMatchObject({ kind: 'turn' })
})

test('a process whose slots are over for more than a second has its work taken over', async () => {
  await waitOf(one)
  await waited(1.9)
  expect(await reserve(two)).toEqual({ kind: 'busy' })
  await waited(0.2)
  expect(await reserve(two)).toMatchObject({ kind: 'turn' })
  expect(await reserve(one)).toEqual({ kind: 'busy' })
})

test('whoever only answers does not become the one who sends', async () => {
  await waitOf(two, ANSWER)
  expect(await reserve(one)).toMatchObject({ kind: 'turn' })
})

test('slots further ahead than wanted are refused, and so is a bot that rests', async () => {
  for (let turn = 0; turn < 6; turn += 1) await waitOf(one)
  expect(await reserve(one)).toEqual({ kind: 'busy' })
  await one!.rest(BOT, { cause: 'quota', steps: [60_000] })
  expect(await reserve(one)).toEqual({ kind: 'rests' })
  expect(await reserve(two, ANSWER)).toEqual({ kind: 'rests' })
})

test('who asks without wanting a slot takes none, and takes over when nobody else sends', async () => {
  const ask = { ...TURNS, count: 0 }
  await waitOf(one)
  const before = await waitOf(one, { ...ANSWER, count: 0 })
  expect(await reserve(two, ask)).toEqual({ kind: 'busy' })
  expect(await waitOf(one, { ...ANSWER, count: 0 })).toBeLessThanOrEqual(before)
  await waited(2.1)
  expect(await reserve(two, ask)).toMatchObject({ kind: 'turn' })
  expect(await reserve(one)).toEqual({ kind: 'busy' })
})

test('who asks without wanting a slot does not use up the one message after a rest', async () => {
  await one!.rest(BOT, { cause: 'account', steps: [60_000] })
  await pool.query('update bot_pace set paused_until = now()')
  expect(await reserve(one, { ...TURNS, count: 0 })).toEqual({ kind: 'rests' })
  expect(await reserve(two)).toEqual({ kind: 'probe' })
})

test('after a rest one message tries; a refusal is the next step, an answer closes the breaker', async () => {
  const rest = { cause: 'quota', steps: [60_000, 900_000] } as const
  const over = () => pool.query('update bot_pace set paused_until = now(), probing_until = null')
  const stepOf = ({ until }: { until: Temporal.Instant }) =>
    Math.round((until.epochMilliseconds - Date.now()) / 60_000)
  const first = await one!.rest(BOT, rest)
  expect([first.opened, stepOf(first)]).toEqual([true, 1])
  expect((await two!.rest(BOT, rest)).opened).toBe(false)
  await over()
  expect(await reserve(one)).toEqual({ kind: 'probe' })
  expect(await reserve(two, ANSWER)).toEqual({ kind: 'rests' })
  const second = await one!.rest(BOT, rest)
  expect([second.opened, stepOf(second)]).toEqual([false, 15])
  await over()
  expect(await reserve(two, ANSWER)).toEqual({ kind: 'probe' })
  await two!.recover(BOT)
  expect(await reserve(two, ANSWER)).toMatchObject({ kind: 'turn' })
  expect(await one!.list()).toEqual([{ bot: BOT }])
  expect((await one!.rest(BOT, { ...rest, cause: 'account' })).opened).toBe(true)
})
