import { join } from 'node:path'
import { checkDatabase } from '../prisma/database.ts'
import { startEmbedded } from '../prisma/embedded.ts'
import { migrate, pendingMigrations } from '../prisma/migrate.ts'
import type { Config } from './config.ts'

export type Database = {
  readonly url: string
  /** Migrations that it lacks; none unless it was opened as it is. */
  readonly pending: readonly string[]
  /** Lets go of an embedded server; a server of the operator's own is left alone. */
  stop(): Promise<void>
}

/**
 * The database the configuration names, checked and migrated: the operator's server behind
 * DATABASE_URL, else the embedded one. Throws a refusal of one sentence when it cannot be used.
 */
export function openDatabase(
  config: Config,
  root: string,
  say: (line: string) => void,
): Promise<Database> {
  return open(config, say, async (url) => {
    const applied = await migrate(url, migrationsOf(root))
    if (applied.length > 0) say(`Đã cập nhật cấu trúc dữ liệu (${applied.length} bước).`)
    return []
  })
}

/** The same, not migrated: its structure stays what it is. */
export function openDatabaseAsIs(
  config: Config,
  root: string,
  say: (line: string) => void,
): Promise<Database> {
  return open(config, say, (url) => pendingMigrations(url, migrationsOf(root)))
}

function migrationsOf(root: string): string {
  return join(root, 'prisma', 'migrations')
}

async function open(
  config: Config,
  say: (line: string) => void,
  prepare: (url: string) => Promise<readonly string[]>,
): Promise<Database> {
  const database =
    config.databaseUrl === undefined
      ? await startEmbedded({ dataDir: config.dataDir, say })
      : { url: config.databaseUrl, stop: () => Promise.resolve() }
  try {
    await checkDatabase(database.url)
    return { ...database, pending: await prepare(database.url) }
  } catch (error) {
    await database.stop()
    throw error
  }
}
