import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'

export interface TestDatabase {
  /** A database of its own. */
  url: string
  /** Removes it, cutting connections that are still open. */
  drop(): Promise<void>
}

/** Copies the migrated template of this run: some tens of milliseconds. */
export function freshDatabase(): Promise<TestDatabase> {
  return createDatabase(`template "${inject('template')}"`)
}

/** Copies another test's database with all that is in it; nobody may be connected to that one. */
export function copyOf({ url }: TestDatabase): Promise<TestDatabase> {
  return createDatabase(`template "${new URL(url).pathname.slice(1)}"`)
}

/** A database without any migration, for tests of the migrations themselves. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('')
}

async function createDatabase(options: string): Promise<TestDatabase> {
  // The run drops what begins with its template's name, should a test forget to.
  const name = `${inject('template')}_${randomBytes(6).toString('hex')}`
  await onServer((client) => client.query(`create database "${name}" ${options}`))
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await onServer(async (client) => {
        await untilUnused(client, name)
        await client.query(`drop database if exists "${name}" with (force)`)
      })
    },
  }
}

/** A pool is ended a moment before its connections are; one that is cut on its way out would fail the run. */
async function untilUnused(client: pg.Client, name: string): Promise<void> {
  for (let look = 0; look < 50; look += 1) {
    const { rowCount } = await client.query(
      'select 1 from pg_stat_activity where datname = $1 limit 1',
      [name],
    )
    if (rowCount === 0) return
    await sleep(10)
  }
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
