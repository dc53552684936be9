import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { FORMAT, metaLine, startTally, type Tally } from './backup-file.ts'
import { connect } from './database.ts'

/** Few, since a row may hold a photo. */
const ROWS_AT_ONCE = 20

/**
 * Writes all tables, as they stand at one moment, into `file` (readable by its owner alone), beside a running
 * product. The file is there whole or not at all. Not in it: the queue, which is only a clock. Gives the
 * number of rows. The file holds personal data.
 */
export async function backUp(url: string, file: string): Promise<number> {
  const client = await connect(url)
  const unfinished = `${file}.part`
  try {
    await client.query('begin isolation level repeatable read, read only')
    const tally = startTally()
    const target = createWriteStream(unfinished, { mode: 0o600 })
    await pipeline(Readable.from(linesOf(client, tally)), createGzip(), target)
    await client.query('commit')
    await rename(unfinished, file)
    return tally.rows
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function* linesOf(client: pg.Client, tally: Tally): AsyncGenerator<string> {
  const add = (line: string): string => {
    tally.hash.update(line)
    return line
  }
  yield add(metaLine({ format: FORMAT, migrations: await migrationsOf(client) }))
  for (const table of await tablesOf(client)) {
    yield add(metaLine({ table }))
    for await (const row of rowsOf(client, table)) {
      tally.rows += 1
      yield add(`${row}\n`)
    }
  }
  yield metaLine({ rows: tally.rows, sha256: tally.hash.digest('hex') })
}

async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<string> {
  const name = client.escapeIdentifier(table)
  await client.query(
    `declare backup_rows cursor for select row_to_json(t)::text as json from ${name} t`,
  )
  for (;;) {
    const { rows } = await client.query<{ json: string }>(`fetch ${ROWS_AT_ONCE} from backup_rows`)
    if (rows.length === 0) break
    for (const { json } of rows) yield json
  }
  await client.query('close backup_rows')
}

/** The product's own tables; the history of migrations is told by its names alone. */
export async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1`,
  )
  return rows.map(({ tablename }) => tablename)
}

export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations where rolled_back_at is null order by 1`,
  )
  return rows.map(({ name }) => name)
}
