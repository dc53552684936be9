import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { DatabaseRefusal } from '../../prisma/database-refusal.ts'
import { migrate, pendingMigrations } from '../../prisma/migrate.ts'
import { emptyDatabase, type TestDatabase } from '../support/database.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const FIRST = '20260101000000_first'
const SECOND = '20260102000000_second'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(join(inject('scratch'), 'migrations-'))
})
afterEach(() => database.drop())

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

async function tables(): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  )
  return rows.map(({ name }) => name)
}

async function refusal(): Promise<string> {
  const error: unknown = await migrate(database.url, folder).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(DatabaseRefusal)
  return error instanceof DatabaseRefusal ? error.message : ''
}

describe('migrate', () => {
  test('applies what is missing in the order of the names, and nothing twice', async () => {
    await write(SECOND, 'alter table unit add note text;')
    await write(FIRST, 'create table unit (code text primary key);')
    expect(await migrate(database.url, folder)).toEqual([FIRST, SECOND])
    expect(await migrate(database.url, folder)).toEqual([])
    await write('20260103000000_third', 'alter table unit add name text;')
    expect(await migrate(database.url, folder)).toEqual(['20260103000000_third'])
  })

  test('is told beforehand what it will apply, and the database is left as it is', async () => {
    await write(FIRST, 'create table unit (code text primary key);')
    await write(SECOND, 'alter table unit add note text;')
    expect(await pendingMigrations(database.url, folder)).toEqual([FIRST, SECOND])
    expect(await tables()).toEqual([])
    await migrate(database.url, folder)
    await write('20260103000000_third', 'alter table unit add name text;')
    expect(await pendingMigrations(database.url, folder)).toEqual(['20260103000000_third'])
    await write(SECOND, 'alter table unit add remark text;')
    await expect(pendingMigrations(database.url, folder)).rejects.toBeInstanceOf(DatabaseRefusal)
  })

  test('does nothing for a folder without migrations, or one that is not there', async () => {
    expect(await migrate(database.url, folder)).toEqual([])
    expect(await migrate(database.url, join(folder, 'none'))).toEqual([])
  })

  test('runs function bodies, which hold semicolons, as they are', async () => {
    await write(
      FIRST,
      `create function greet() returns text language plpgsql as $$
       begin perform 1; return 'chào'; end $$;`,
    )
    await migrate(database.url, folder)
    expect(await query('select greet() as said')).toEqual([{ said: 'chào' }])
  })

  test('undoes a failing migration whole, keeps those before it, and goes on when it is right', async () => {
    await write(FIRST, 'create table unit (code text primary key);')
    await write(SECOND, 'create table half (id int); create table unit (code text);')
    expect(await refusal()).toContain(`${SECOND} không áp dụng được`)
    expect(await tables()).toEqual(['_prisma_migrations', 'unit'])
    await write(SECOND, 'create table half (id int);')
    expect(await migrate(database.url, folder)).toEqual([SECOND])
  })

  test('lets processes that start together wait for the one that works', async () => {
    await write(FIRST, 'create table unit (code text primary key); select pg_sleep(0.3);')
    await write(SECOND, 'alter table unit add note text;')
    const all = await Promise.all(Array.from({ length: 5 }, () => migrate(database.url, folder)))
    expect(all.flat().sort()).toEqual([FIRST, SECOND])
  })

  test('takes a file with Windows line ends for the same file', async () => {
    await write(FIRST, 'create table unit (\n  code text primary key\n);\n')
    await migrate(database.url, folder)
    await write(FIRST, 'create table unit (\r\n  code text primary key\r\n);\r\n')
    expect(await migrate(database.url, folder)).toEqual([])
  })
})

describe('migrate refuses, and changes nothing', () => {
  beforeEach(async () => {
    await write(FIRST, 'create table unit (code text primary key);')
    await migrate(database.url, folder)
  })

  test('a migration that was edited after it was applied', async () => {
    await write(FIRST, 'create table unit (code varchar primary key);')
    await write(SECOND, 'create table later (id int);')
    expect(await refusal()).toContain(`${FIRST} đã bị sửa`)
    expect(await tables()).not.toContain('later')
  })

  test('a database that is ahead of the code', async () => {
    await rm(join(folder, FIRST), { recursive: true })
    expect(await refusal()).toContain('mới hơn chương trình')
  })

  test('a migration that another tool left failed', async () => {
    await query('update _prisma_migrations set finished_at = null')
    expect(await refusal()).toContain(`${FIRST} trước đây chưa chạy xong`)
  })

  test('a database that cannot be reached, without its address', async () => {
    const url = new URL(database.url)
    url.password = 'sai'
    await expect(migrate(url.href, folder)).rejects.toThrow(/không chấp nhận tên hoặc mật khẩu/)
  })
})

describe('Prisma’s own tools', () => {
  const run = promisify(execFile)

  async function changeSchema(project: string, model: string, name: string): Promise<void> {
    const schema = `datasource db {\n provider = "postgresql"\n}\n${model}`
    await writeFile(join(project, 'schema.prisma'), schema)
    await run(process.execPath, [join(project, 'diff.mjs'), name])
  }

  /** A folder with the developer's command, as `prisma/` is. */
  async function newProject(): Promise<string> {
    const root = await mkdtemp(join(inject('scratch'), 'project-'))
    await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'))
    await mkdir(join(root, 'prisma'))
    await cp(join(ROOT, 'prisma', 'diff.mjs'), join(root, 'prisma', 'diff.mjs'))
    return join(root, 'prisma')
  }

  /** What Prisma's engine makes of the history in the database. */
  async function diagnose(migrations: string): Promise<unknown> {
    const program = join(ROOT, 'test', 'support', 'migration-history.mjs')
    const { stdout } = await run(process.execPath, [program, database.url, migrations])
    return JSON.parse(stdout)
  }

  test('write a migration from each change of the schema, and read the history we keep', async () => {
    const project = await newProject()
    await changeSchema(project, 'model Unit {\n code String @id\n}', 'first')
    const migrations = join(project, 'migrations')
    expect(await migrate(database.url, migrations)).toEqual([
      expect.stringMatching(/^\d{14}_first$/),
    ])
    await changeSchema(project, 'model Unit {\n code String @id\n note String?\n}', 'second')
    expect(await diagnose(migrations)).toMatchObject({
      history: { diagnostic: 'databaseIsBehind' },
    })
    await migrate(database.url, migrations)
    expect(await diagnose(migrations)).toMatchObject({
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
      hasMigrationsTable: true,
    })
    expect(await query('select code, note from "Unit"')).toEqual([])
  })

  test('write nothing when the schema has not changed', async () => {
    const project = await newProject()
    await changeSchema(project, 'model Unit {\n code String @id\n}', 'first')
    const again = changeSchema(project, 'model Unit {\n code String @id\n}', 'again')
    await expect(again).rejects.toThrow('The schema has not changed.')
  })
})
