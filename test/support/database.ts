import { randomBytes } from 'node:crypto'
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
  await onServer(`create database "${name}" ${options}`)
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(`drop database if exists "${name}" with (force)`) }
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
