import { join } from 'node:path'
import { migrate } from '../../prisma/migrate.ts'
import { checkBaselineBooks, checkProductBooks } from './database/books.ts'
import { liftPace } from './database/pace.ts'
import type { DatabaseServer } from './database/server.ts'
import { onDatabase } from './database/server.ts'
import { registerOfficials } from './officials.ts'
import type { Closed, Loaded, Open, Webhook } from './platform/load.ts'
import type { Platform } from './platform/start.ts'
import type { ServerProcess } from './server-process.ts'
import { startServer } from './server-process.ts'
import type { Stage } from './stage.ts'

export type ContestantName = 'product' | 'bare' | 'starter'

/** CPU is the server process's own, until it has come to rest; undefined where it cannot be read. */
export type Measured = Loaded & { readonly cpuMs: number | undefined }

export type Contestant = {
  readonly name: ContestantName
  readonly databaseUrl: string
  readonly chats: readonly number[]
  /** Makes a load of reports on it. */
  measure(pattern: Closed | Open): Promise<Measured>
  /** Throws unless everything that was sent to it is in its database as it should be. */
  checkBooks(): Promise<void>
  stop(): Promise<void>
}

export type Surroundings = {
  readonly stage: Stage
  readonly platform: Platform
  readonly database: DatabaseServer
}

/**
 * A Saturday night of the campaign: reports are taken at any hour, but nobody is written to unasked,
 * so every message that reaches the platform is a reply.
 */
const NIGHT = '2025-10-18T21:00:00+07:00'
const SECRET = 'benchmark-secret-0123456789'
const BOT_ID = '7000000001'
const TOKEN = `${BOT_ID}:benchmark`

function webhookOf({ port }: ServerProcess): Webhook {
  const url = `http://127.0.0.1:${port}/webhooks/telegram`
  return { url, secret: SECRET, date: Date.parse(NIGHT) / 1000 }
}

/** The variables that all three read. */
function commonEnv(databaseUrl: string, { apiRoot }: Platform) {
  return {
    DATABASE_URL: databaseUrl,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  }
}

/** Both channels are configured, so that the process holds no stand-in; only its clock is simulated. */
function productEnv(databaseUrl: string, platform: Platform) {
  return {
    ...commonEnv(databaseUrl, platform),
    PORT: '0',
    PUBLIC_URL: 'http://127.0.0.1',
    CLOCK: NIGHT,
    TELEGRAM_BOT_NAME: 'thi_dua_bot',
    ZALO_API_ROOT: platform.apiRoot,
    ZALO_BOT_TOKEN: TOKEN,
    ZALO_WEBHOOK_SECRET: SECRET,
  }
}

/** The product as an operator runs it, dist/main.js, its demonstration people registered, its pace lifted. */
export async function startProduct(
  { stage, platform, database }: Surroundings,
  options: {
    nodeArgs?: readonly string[]
    database?: string
    through?: (url: string) => string
  } = {},
): Promise<Contestant> {
  const databaseUrl = await database.create(options.database ?? 'product')
  const env = productEnv(options.through?.(databaseUrl) ?? databaseUrl, platform)
  const program = join(stage.root, 'dist', 'main.js')
  const { nodeArgs = [] } = options
  const server = await startServer(stage, { program, env, args: ['--demo'], nodeArgs })
  await liftPace(databaseUrl)
  const to = webhookOf(server)
  const chats = await registerOfficials(stage, platform, { env, to })
  const contestant = contend({ name: 'product', platform, server, databaseUrl, chats })
  return {
    ...contestant,
    checkBooks: () => {
      const reports = contestant.sent()
      return checkProductBooks(databaseUrl, { registrations: chats.length, reports })
    },
  }
}

/** A program of ./baselines on the product's own tables, where it knows the given chats. */
export async function startBaseline(
  { stage, platform, database }: Surroundings,
  name: 'bare' | 'starter',
  chats: readonly number[],
): Promise<Contestant> {
  const databaseUrl = await database.create(name)
  await migrate(databaseUrl, join(stage.root, 'prisma', 'migrations'))
  await onDatabase(databaseUrl, (client) =>
    client.query(
      `insert into conversation (address, channel, state)
       select 'telegram:${BOT_ID}:' || chat, 'telegram', '{}' from unnest($1::text[]) as chat`,
      [chats.map(String)],
    ),
  )
  const program = join(stage.root, 'dist', 'bench', `${name}.js`)
  const server = await startServer(stage, { program, env: commonEnv(databaseUrl, platform) })
  const contestant = contend({ name, platform, server, databaseUrl, chats })
  return {
    ...contestant,
    checkBooks: () => checkBaselineBooks(databaseUrl, contestant.sent()),
  }
}

function contend(parts: {
  name: ContestantName
  platform: Platform
  server: ServerProcess
  databaseUrl: string
  chats: readonly number[]
}) {
  const { name, platform, server, databaseUrl, chats } = parts
  const to = webhookOf(server)
  let sent = 0
  return {
    name,
    databaseUrl,
    chats,
    sent: () => sent,
    measure: async (pattern: Closed | Open): Promise<Measured> => {
      const before = server.cpuMs()
      const first = chats.length + 1 + sent
      const loaded = await platform.load({ kind: 'updates', to, chats, first, pattern })
      sent += loaded.replies
      const after = await server.restedCpuMs()
      const known = before !== undefined && after !== undefined
      return { ...loaded, cpuMs: known ? after - before : undefined }
    },
    stop: () => server.stop(),
  }
}
