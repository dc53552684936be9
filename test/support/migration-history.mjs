// `node migration-history.mjs <database url> <migrations folder>`: prints, as JSON, what Prisma's
// own engine (here as WebAssembly) makes of the migration history that a database keeps.
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const [url, folder] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 2 })
const engine = await startEngine()
const history = await engine.diagnoseMigrationHistory({
  migrationsList: await listMigrations(),
  optInToShadowDatabase: false,
  filters: { externalTables: [], externalEnums: [] },
})
process.stdout.write(`${JSON.stringify(history)}\n`, () => process.exit(0))

async function startEngine() {
  const require = createRequire(import.meta.url)
  const packageFolder = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const wasm = await readFile(join(packageFolder, 'schema_engine_bg.wasm'))
  const { instance } = await globalThis.WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': engineModule,
  })
  engineModule.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return engineModule.SchemaEngine.new(
    { datamodels: [['schema.prisma', 'datasource db {\n provider = "postgresql"\n}\n']] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool)),
  )
}

async function listMigrations() {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.sort().map(readMigration)),
  }
}

async function readMigration(name) {
  const value = await readFile(join(folder, name, 'migration.sql'), 'utf8')
  return {
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } },
  }
}
