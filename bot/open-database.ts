import { join } from 'node:path'
import { checkDatabase } from '../prisma/database.ts'
import { startEmbedded } from '../prisma/embedded.ts'
import { migrate } from '../prisma/migrate.ts'
import type { Config } from './config.ts'

export type Database = {
  readonly url: string
  /** How many migrations it lacked. */
  readonly migrated: number
  /** Lets go of an embedded server; a server of the operator's own is left alone. */
  stop(): Promise<void>
}

/**
 * The database the configuration names, checked and migrated: the operator's server behind
 * DATABASE_URL, else the embedded one. Throws a refusal of one sentence when it cannot be used.
 */
export async function openDatabase(
  config: Config,
  root: string,
  say: (line: string) => void,
): Promise<Database> {
  const database =
    config.databaseUrl === undefined
      ? await startEmbedded({ dataDir: config.dataDir, say })
      : { url: config.databaseUrl, stop: () => Promise.resolve() }
  try {
    await checkDatabase(database.url)
    const applied = await migrate(database.url, join(root, 'prisma', 'migrations'))
    if (applied.length > 0) say(`Đã cập nhật cấu trúc dữ liệu (${applied.length} bước).`)
    return { ...database, migrated: applied.length }
  } catch (error) {
    await database.stop()
    throw error
  }
}
