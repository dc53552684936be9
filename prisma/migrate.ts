import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { codeOf, DatabaseRefusal } from './database-refusal.ts'
import { connect } from './database.ts'

/** The advisory lock that Prisma's own engine takes while it migrates. */
const PRISMA_LOCK = 72707369
const LOCK_PATIENCE = '60s'

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface Applied {
  name: string
  checksum: string
  finished: boolean
}

/**
 * Applies what is missing of `<migrationsDir>/<name>/migration.sql`, in the order of the names,
 * and returns the names applied now. Each migration is one transaction: it is there whole or not
 * at all. The rows in `_prisma_migrations` are Prisma's own, so its tools read the same history.
 * Any number of processes may call this at once; one works, the others wait for it.
 *
 * Refuses (`DatabaseRefusal`) a migration edited after it was applied, a database that is ahead of
 * this code, a migration that another tool left failed, and a migration that fails.
 */
export async function migrate(url: string, migrationsDir: string): Promise<string[]> {
  const wanted = await readMigrations(migrationsDir)
  const client = await connect(url)
  try {
    await lock(client)
    await client.query(HISTORY_TABLE)
    const missing = missingOf(wanted, await readHistory(client))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end() // also releases the advisory lock
  }
}

/** What `migrate` would apply. Changes nothing and waits for nobody; refuses what `migrate` refuses. */
export async function pendingMigrations(url: string, migrationsDir: string): Promise<string[]> {
  const wanted = await readMigrations(migrationsDir)
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ begun: boolean }>(
      `select to_regclass('_prisma_migrations') is not null as begun`,
    )
    const history = rows[0]?.begun === true ? await readHistory(client) : []
    return missingOf(wanted, history).map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      // A checkout that rewrites line ends must not look like an edited migration.
      const sql = text.replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function lock(client: pg.Client): Promise<void> {
  await client.query(`set lock_timeout = '${LOCK_PATIENCE}'`)
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK])
  } catch (error) {
    if (codeOf(error) !== '55P03') throw error
    throw new DatabaseRefusal(
      'Một tiến trình khác đang nâng cấp cơ sở dữ liệu hơn một phút chưa xong: hãy chờ tiến trình đó rồi chạy lại.',
    )
  }
}

/** As Prisma's engine creates it. */
const HISTORY_TABLE = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

async function readHistory(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by started_at`,
  )
  return rows
}

function missingOf(wanted: Migration[], history: Applied[]): Migration[] {
  const byName = new Map(wanted.map((migration) => [migration.name, migration]))
  for (const { name, checksum, finished } of history) {
    const migration = byName.get(name)
    if (!finished) throw new DatabaseRefusal(unfinished(name))
    if (migration === undefined) throw new DatabaseRefusal(ahead(name))
    if (migration.checksum !== checksum) throw new DatabaseRefusal(edited(name))
  }
  const applied = new Set(history.map(({ name }) => name))
  return wanted.filter(({ name }) => !applied.has(name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new DatabaseRefusal(failed(name, error))
  }
}

function unfinished(name: string): string {
  return `Bước nâng cấp ${name} trước đây chưa chạy xong: hãy khôi phục bản sao lưu, hoặc xử lý bằng “npx prisma migrate resolve” rồi chạy lại.`
}

function ahead(name: string): string {
  return `Cơ sở dữ liệu mới hơn chương trình (đã có bước nâng cấp ${name}): hãy chạy phiên bản chương trình mới hơn.`
}

function edited(name: string): string {
  return `Bước nâng cấp ${name} đã bị sửa sau khi áp dụng: hãy lấy lại tệp prisma/migrations/${name}/migration.sql nguyên bản.`
}

function failed(name: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : 'lỗi không rõ'
  return `Bước nâng cấp ${name} không áp dụng được (${reason}): cơ sở dữ liệu giữ nguyên như trước bước này, hãy báo người phát triển.`
}
