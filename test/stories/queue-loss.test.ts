import { Redis } from 'ioredis'
import { describe, expect, onTestFinished, test } from 'vitest'
import { describeNeeding } from '../support/needing.ts'
import { startProduct } from '../support/product.ts'
import { startRedis } from '../support/redis.ts'
import type { Tables } from '../support/tables.ts'
import { openTables } from '../support/tables.ts'
import type { Phone, World, WorldOptions } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import { heardBy, PATIENCE, ROSTER, STAGES, sum, uncertainParts, untilQuiet } from './aftermath.ts'

type Loss = {
  readonly world: World
  readonly tables: Tables
  readonly people: readonly Phone[]
  /** Takes away everything that the queue has stored. */
  readonly lose: () => Promise<unknown>
}

/** Two processes that sweep and deliver, one of which is the world's own. */
async function openLoss(
  options: WorldOptions,
  loseFrom: (tables: Tables) => Promise<unknown>,
): Promise<Loss> {
  const world = await openWorld(options)
  const second = [await startProduct({ env: world.env, args: ['worker', '--demo'] })]
  onTestFinished(async () => {
    for (const process of second) expect(await process.stop()).toBe(0)
    await world.close()
  })
  const tables = openTables(() => world.databaseUrl)
  const people = await Promise.all(
    ROSTER.slice(0, 6).map((code, index) =>
      world.phone(index % 3 === 2 ? 'zalo' : 'telegram', code),
    ),
  )
  await Promise.all(people.map((person) => person.register()))
  return { world, tables, people, lose: () => loseFrom(tables) }
}

/**
 * Three stages of one report, with the queue gone before the clock reaches one, gone again while its messages
 * leave, and gone while no process runs. Nobody is cut in the middle of a send, so nothing may be uncertain.
 */
async function remindThroughLosses({ world, tables, people, lose }: Loss): Promise<void> {
  let expected = heardBy(people)
  for (const [index, [moment, isFor]] of STAGES.slice(1).entries()) {
    const before = sum(expected)
    expected = expected.map((count, person) => count + (isFor(person) ? 1 : 0))
    if (index === 1) {
      await world.pullThePlug()
      await lose()
      await world.startUp()
    } else await lose()
    await world.moveTo(`${moment}:30+07:00`)
    await eventually(
      () => sum(heardBy(people)) > before,
      `somebody is reminded at ${moment}`,
      PATIENCE,
    )
    await lose()
    await eventually(
      () => sum(heardBy(people)) >= sum(expected),
      `everybody is reminded at ${moment}`,
      PATIENCE,
    )
    await untilQuiet(tables)
    expect(heardBy(people)).toEqual(expected)
  }
  expect(await uncertainParts(tables)).toEqual([])
}

/** Until it is not the one of two that PostgreSQL ends, while processes are at work in the schema. */
async function dropSchema(tables: Tables): Promise<unknown> {
  try {
    return await tables.rows('drop schema if exists bullmq cascade')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '40P01')
      return dropSchema(tables)
    throw error
  }
}

describe('the queue is lost while two processes work', { timeout: 240_000 }, () => {
  test('its schema in PostgreSQL is dropped: everybody is reminded once of each stage', async () => {
    await remindThroughLosses(await openLoss({}, dropSchema))
  })
})

describeNeeding('redis-server', 'the queue is lost in Redis', () => {
  test(
    'it is flushed: everybody is reminded once of each stage',
    { timeout: 240_000 },
    async () => {
      const redis = await startRedis()
      const client = new Redis(redis.url)
      onTestFinished(async () => {
        client.disconnect()
        await redis.stop()
      })
      const options = { processes: 'two', redisUrl: redis.url } as const
      await remindThroughLosses(await openLoss(options, () => client.flushall()))
    },
  )
})
