import type { Instant } from '../core/calendar/local-time.ts'
import type { ChannelConfigs } from './channel-config.ts'
import { channelConfig } from './channel-config.ts'
import { kindOfApiRoot } from './channels/api-root.ts'
import { ConfigRefusal } from './config-refusal.ts'
import type { Values } from './variables.ts'
import { VARIABLES } from './variables.ts'

export { ConfigRefusal, VARIABLES }

export type Config = {
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string
  /** Absent: the queue lives in PostgreSQL. */
  readonly redisUrl?: string
  readonly dataDir: string
  readonly port: number
  readonly publicUrl?: string
  /** Where the movable clock starts; absent: the machine's clock, or the demonstration's. */
  readonly clock?: Instant
  readonly production: boolean
  /** Working hours until an undelivered message tries another chat; absent: the product's own, 0: never. */
  readonly fallbackHours?: number
  readonly channels: ChannelConfigs
  /** Stand-in platforms, the page and the movable clock: only without tokens, or with CLOCK. */
  readonly simulated: boolean
}

/**
 * Reads the configuration from environment variables. Throws `ConfigRefusal` for a broken or half-set
 * one; the sentence names variables, never their values, since some are secrets.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const values = validate(environment)
  const production = values.NODE_ENV === 'production'
  if (production && values.CLOCK)
    throw new ConfigRefusal('CLOCK chỉ dùng để chạy thử; hãy bỏ CLOCK khi NODE_ENV=production.')
  const channels = {
    ...channelConfig('telegram', values),
    ...channelConfig('zalo', values),
  }
  const roots = Object.values(channels).map(({ apiRoot }) => kindOfApiRoot(apiRoot))
  checkPublicUrl(
    values.PUBLIC_URL,
    roots.every((kind) => kind === 'loopback'),
  )
  return {
    ...(values.DATABASE_URL === undefined ? {} : { databaseUrl: values.DATABASE_URL }),
    ...(values.REDIS_URL === undefined ? {} : { redisUrl: values.REDIS_URL }),
    dataDir: values.DATA_DIR,
    port: values.PORT,
    ...(values.PUBLIC_URL === undefined
      ? {}
      : { publicUrl: values.PUBLIC_URL.replace(/\/+$/u, '') }),
    ...(values.CLOCK === undefined ? {} : { clock: values.CLOCK }),
    production,
    ...(values.FALLBACK_HOURS === undefined ? {} : { fallbackHours: values.FALLBACK_HOURS }),
    channels,
    simulated: values.CLOCK !== undefined || Object.keys(channels).length === 0,
  }
}

function validate(environment: Readonly<Record<string, string | undefined>>): Values {
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value.trim() !== '',
  )
  const outcome = VARIABLES.safeParse(Object.fromEntries(given))
  if (outcome.success) return outcome.data
  const sentences = outcome.error.issues.map(
    ({ path, message }) => `Biến ${String(path[0])} ${message}.`,
  )
  throw new ConfigRefusal(sentences.join(' '))
}

function checkPublicUrl(publicUrl: string | undefined, everythingOnThisMachine: boolean): void {
  if (publicUrl === undefined || publicUrl.startsWith('https:') || everythingOnThisMachine) return
  throw new ConfigRefusal('PUBLIC_URL phải dùng https, vì các nền tảng chỉ gọi tới địa chỉ https.')
}

/** The process's own environment, with a `.env` file of the working folder beneath it where there is one. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  try {
    process.loadEnvFile()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ENOENT')
      throw new ConfigRefusal(
        'Không đọc được tệp .env trong thư mục này; hãy kiểm tra quyền đọc tệp.',
      )
  }
  return process.env
}
