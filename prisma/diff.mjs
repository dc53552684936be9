// For developers: `node prisma/diff.mjs <name>` writes the SQL that leads from the schema of the
// last migration to prisma/schema.prisma as a new migration. Read it before you commit it.
// It drives Prisma's schema engine as WebAssembly, so it needs neither a network nor a database.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'

const folder = import.meta.dirname
const schemaFile = join(folder, 'schema.prisma')
const migrations = join(folder, 'migrations')
const lastSchemaFile = join(migrations, 'schema.last.prisma')

/** Writes the migration and returns its file. */
async function addMigration(name) {
  const sql = await diff(await readIfThere(lastSchemaFile), await readFile(schemaFile, 'utf8'))
  if (sql.includes('-- This is an empty migration')) stop('The schema has not changed.')
  const stamp = new Date().toISOString().slice(0, 19).replace(/\D/g, '')
  const target = join(migrations, `${stamp}_${name}`)
  await mkdir(target, { recursive: true })
  await writeFile(join(target, 'migration.sql'), sql)
  await writeFile(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n')
  await copyFile(schemaFile, lastSchemaFile)
  return join(target, 'migration.sql')
}

/** The SQL from one schema to the other; `undefined` stands for an empty database. */
async function diff(from, to) {
  const engine = await startEngine(to)
  try {
    const { stdout } = await engine.diff({
      from: from === undefined ? { tag: 'empty' } : schemaSide(from),
      to: schemaSide(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return `${stdout.trimEnd()}\n`
  } finally {
    engine.free()
  }
}

function schemaSide(content) {
  return {
    tag: 'schemaDatamodel',
    files: [{ path: schemaFile, content }],
    configDir: folder,
  }
}

async function startEngine(schema) {
  const require = createRequire(import.meta.url)
  const packageFolder = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const wasm = await readFile(join(packageFolder, 'schema_engine_bg.wasm'))
  const { instance } = await globalThis.WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': engineModule,
  })
  engineModule.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return engineModule.SchemaEngine.new(
    { datamodels: [[schemaFile, schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({
      provider: dialect.provider,
      adapterName: dialect.adapterName,
      connect: async () => dialect,
      connectToShadowDb: async () => dialect,
    }),
  )
}

/**
 * What the engine asks of a database before it compares two files: does the schema `public`
 * exist, and which PostgreSQL is this? 13 is the oldest that the product promises to run on.
 */
const dialect = {
  provider: 'postgres',
  adapterName: 'dialect-only',
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 13.0', 130000]],
  }),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  dispose: async () => undefined,
}

async function refuse() {
  throw new Error('A comparison of two schema files reads no database.')
}

async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  stop('Usage: node prisma/diff.mjs <name>   (a-z, 0-9 and _, for example add_dossier)')
}
process.stdout.write(`${await addMigration(name)}\n`)
