import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { openQueue, type QueueOptions } from '../../jobs/queue.ts'
import { QueueRefusal } from '../../jobs/queue-refusal.ts'
import { queueContract } from '../contracts/queue-contract.ts'
import { aMoment, type Ground, handling, useBench } from '../contracts/queue/bench.ts'
import { freshDatabase } from '../support/database.ts'
import { openGate } from '../support/gate.ts'
import { freePort } from '../support/redis.ts'

queueContract('the queue on PostgreSQL', async () => (await onPostgres()).ground)

describe('on PostgreSQL alone', () => {
  let pool: pg.Pool
  const bench = useBench(async () => {
    const { ground, pool: own } = await onPostgres()
    pool = own
    return ground
  })

  test('the queue keeps to a schema of its own and to six connections for a queue and a worker', async () => {
    const tables = "select count(*)::int as n from pg_tables where schemaname = 'public'"
    const before = await pool.query<{ n: number }>(tables)
    const queue = await bench().open()
    await queue.work(handling({}), { concurrency: 8 })
    await queue.every('sweep', 50)
    // The server lists a connection for a moment after it was closed, the one of the migration too.
    await expect.poll(() => connections(pool)).toBeLessThanOrEqual(6)
    let most = 0
    for (let more = 0; more < 100; more += 1) {
      void queue.wake('deliver', `${more}`)
      if (more % 10 === 0) most = Math.max(most, await connections(pool))
    }
    await aMoment()
    expect(Math.max(most, await connections(pool))).toBeLessThanOrEqual(6)
    expect((await pool.query(tables)).rows).toEqual(before.rows)
  })

  test('a server that ends every connection ends nothing here', async () => {
    const queue = await bench().open({ ensureMs: 200 })
    let swept = 0
    await queue.work(handling({ sweep: async () => void (swept += 1) }), { concurrency: 2 })
    await queue.every('sweep', 200)
    await expect.poll(() => swept).toBeGreaterThanOrEqual(2)
    for (let round = 0; round < 3; round += 1) {
      await pool.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      swept = 0
      await expect.poll(() => swept, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
    }
  })

  test('a schedule that is as it should be is not written again', async () => {
    const queue = await bench().open({ ensureMs: 50 })
    await queue.every('sweep', 60_000)
    const written = () =>
      pool.query('select xmin, next_run_ms from bullmq.scheduler where queue = $1', [bench().name])
    const { rows } = await written()
    await (await bench().open()).every('sweep', 60_000)
    await aMoment()
    expect((await written()).rows).toEqual(rows)
    expect(rows).toHaveLength(1)
  })

  test('a tick taken by a worker that died at once is followed by others', async () => {
    const queue = await bench().open({ ensureMs: 200 })
    await queue.every('sweep', 300)
    // As it is left between the taking of a tick and the setting of the next one.
    const due = Date.now() - 60_000
    const at = [bench().name, due]
    await pool.query('update bullmq.scheduler set next_run_ms = $2 where queue = $1', at)
    await pool.query(`update bullmq.job set id = 'repeat:sweep:' || $2 where queue = $1`, at)
    await takenByTheDead(pool, bench().name)
    let swept = 0
    await queue.work(handling({ sweep: async () => void (swept += 1) }), { concurrency: 2 })
    await expect.poll(() => swept, { timeout: 5_000 }).toBeGreaterThanOrEqual(3)
  })

  test('a wake taken by a worker that died at once swallows others for ten seconds and no longer', async () => {
    const queue = await bench().open()
    await queue.wake('deliver', 'zalo')
    await takenByTheDead(pool, bench().name)
    let ran = 0
    await queue.work(handling({ deliver: async () => void (ran += 1) }), { concurrency: 1 })
    await queue.wake('deliver', 'zalo')
    await aMoment()
    expect(ran).toBe(0)
    await pool.query('update bullmq.dedup set expire_at_ms = expire_at_ms - 10000')
    await queue.wake('deliver', 'zalo')
    await expect.poll(() => ran).toBe(1)
  })

  test('a schedule whose chain of ticks is broken is mended', async () => {
    const queue = await bench().open({ ensureMs: 200 })
    let swept = 0
    await queue.work(handling({ sweep: async () => void (swept += 1) }), { concurrency: 2 })
    await queue.every('sweep', 300)
    await expect.poll(() => swept).toBeGreaterThanOrEqual(1)
    await pool.query("delete from bullmq.job where state = 'delayed'")
    swept = 0
    await expect.poll(() => swept, { timeout: 5_000 }).toBeGreaterThanOrEqual(2)
  })
})

describe('a PostgreSQL that cannot carry the queue', () => {
  test('is refused in one sentence without the password when it does not answer', async () => {
    const port = await freePort()
    const opening = open(`postgres://demo:mat-khau-demo@127.0.0.1:${port}/demo`)
    await expect(opening).rejects.toThrow(QueueRefusal)
    await expect(opening).rejects.toThrow(`127.0.0.1:${port} (ECONNREFUSED)`)
    await expect(opening).rejects.not.toThrow('mat-khau-demo')
  })

  test('is refused in one sentence without the password when it has no such database', async () => {
    const database = await freshDatabase()
    await database.drop()
    const url = new URL(database.url)
    const opening = open(url.href)
    await expect(opening).rejects.toThrow(`${url.host} (3D000)`)
    await expect(opening).rejects.toThrow('DATABASE_URL')
    await expect(opening).rejects.not.toThrow(url.password)
  })
})

function open(url: string): ReturnType<typeof openQueue> {
  const backend: QueueOptions['backend'] = { kind: 'postgres', url }
  return openQueue({ backend, name: 'test', now: Date.now, onError: () => undefined })
}

/** Leaves all jobs of a queue as a worker leaves them that is killed before it begins them. */
async function takenByTheDead(pool: pg.Pool, queue: string): Promise<void> {
  await pool.query(
    `update bullmq.job set state = 'active', lock_token = 'dead', locked_until_ms = $2 where queue = $1`,
    [queue, Date.now() + 30_000],
  )
}

async function connections(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  return rows[0]?.n ?? 0
}

/** Workers in the middle of a job may cross the dropping; the server then ends one of the two. */
async function dropSchema(pool: pg.Pool): Promise<void> {
  try {
    await pool.query('drop schema bullmq cascade')
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '40P01') throw error
    await dropSchema(pool)
  }
}

async function onPostgres(): Promise<{ ground: Ground; pool: pg.Pool }> {
  const database = await freshDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 1 })
  const ground: Ground = {
    kind: 'postgres',
    gate: await openGate(database.url),
    empty: () => dropSchema(pool),
    async stored() {
      const jobs = await pool.query('select * from bullmq.job')
      const events = await pool.query('select * from bullmq.event')
      return JSON.stringify([jobs.rows, events.rows])
    },
    async close() {
      await pool.end()
      await database.drop()
    },
  }
  return { ground, pool }
}
