import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Instant } from '../core/calendar/local-time.ts'
import type { ChannelName } from '../core/delivery/channel.ts'
import { kindOfApiRoot } from './channels/api-root.ts'
import { TELEGRAM_API_ROOT } from './channels/telegram.ts'
import { ZALO_API_ROOT } from './channels/zalo.ts'

/** Configuration that cannot be used: one sentence that names the variable and says what to do. */
export class ConfigRefusal extends Error {
  override readonly name = 'ConfigRefusal'
}

export type ChannelConfig = {
  readonly token: string
  readonly secret?: string
  readonly apiRoot: string
  readonly mode: 'webhook' | 'polling'
  readonly botName?: string
}

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
  readonly channels: Readonly<Partial<Record<ChannelName, ChannelConfig>>>
  /** Stand-in platforms, the page and the movable clock: only without tokens, or with CLOCK. */
  readonly simulated: boolean
}

/** Every variable the product reads. An empty one counts as not set. */
export const VARIABLES = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/.+/u, 'phải có dạng postgresql://người-dùng:mật-khẩu@máy:cổng/tên')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/.+/u, 'phải có dạng redis://máy:cổng')
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, 'phải là số cổng từ 0 đến 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'phải là số cổng từ 0 đến 65535')
    .default(8080),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/u,
      error: 'phải là địa chỉ đầy đủ, ví dụ https://thidua.example.vn',
    })
    .optional(),
  DATA_DIR: z.string().default('.data'),
  CLOCK: z
    .string()
    .refine(isInstant, 'phải là một thời điểm, ví dụ 2025-10-20T08:00:00+07:00')
    .transform((text) => Temporal.Instant.from(text))
    .optional(),
  NODE_ENV: z.string().optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u, 'phải có dạng số:chuỗi-bí-mật như BotFather cấp')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/u, 'phải gồm 1–256 chữ cái không dấu, chữ số, dấu _ hoặc -')
    .optional(),
  TELEGRAM_API_ROOT: z.url('phải là một địa chỉ đầy đủ').optional(),
  TELEGRAM_MODE: z.enum(['webhook', 'polling'], 'phải là webhook hoặc polling').optional(),
  TELEGRAM_BOT_NAME: z.string().regex(/^\w+$/u, 'là tên bot không có dấu @').optional(),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/u, 'phải có dạng số:chuỗi-bí-mật như Zalo Bot Creator cấp')
    .optional(),
  ZALO_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,256}$/u, 'phải gồm 8–256 ký tự không dấu, không có khoảng trắng')
    .optional(),
  ZALO_API_ROOT: z.url('phải là một địa chỉ đầy đủ').optional(),
  ZALO_MODE: z.enum(['webhook', 'polling'], 'phải là webhook hoặc polling').optional(),
  ZALO_BOT_NAME: z.string().optional(),
})

type Values = z.infer<typeof VARIABLES>

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
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

const DEFAULT_ROOTS = { telegram: TELEGRAM_API_ROOT, zalo: ZALO_API_ROOT } as const

function channelConfig(
  name: ChannelName,
  values: Values,
): Partial<Record<ChannelName, ChannelConfig>> {
  const prefix = name === 'telegram' ? 'TELEGRAM' : 'ZALO'
  const token = values[`${prefix}_BOT_TOKEN`]
  const secret = values[`${prefix}_WEBHOOK_SECRET`]
  const mode = values[`${prefix}_MODE`]
  const root = values[`${prefix}_API_ROOT`]
  const botName = values[`${prefix}_BOT_NAME`]
  if (token === undefined) {
    const [stray] = Object.entries({
      WEBHOOK_SECRET: secret,
      MODE: mode,
      API_ROOT: root,
      BOT_NAME: botName,
    }).filter(([, value]) => value !== undefined)
    if (!stray) return {}
    throw new ConfigRefusal(
      `${prefix}_${stray[0]} đã đặt nhưng thiếu ${prefix}_BOT_TOKEN; hãy đặt cả hai hoặc bỏ cả hai.`,
    )
  }
  const apiRoot = root ?? DEFAULT_ROOTS[name]
  if (kindOfApiRoot(apiRoot) === 'refused')
    throw new ConfigRefusal(
      `${prefix}_API_ROOT phải dùng https (http chỉ được dùng trên chính máy này).`,
    )
  if ((mode ?? 'webhook') === 'webhook') checkWebhook(prefix, secret, values.PUBLIC_URL)
  return {
    [name]: {
      token,
      apiRoot,
      mode: mode ?? 'webhook',
      ...(secret === undefined ? {} : { secret }),
      ...(botName === undefined ? {} : { botName }),
    },
  }
}

function checkWebhook(
  prefix: string,
  secret: string | undefined,
  publicUrl: string | undefined,
): void {
  if (secret === undefined)
    throw new ConfigRefusal(
      `Thiếu ${prefix}_WEBHOOK_SECRET: chế độ webhook không nhận tin khi không có mã bí mật. Hãy đặt biến này, hoặc đặt ${prefix}_MODE=polling.`,
    )
  if (publicUrl === undefined)
    throw new ConfigRefusal(
      `Thiếu PUBLIC_URL: chế độ webhook cần địa chỉ công khai của máy chủ. Hãy đặt biến này, hoặc đặt ${prefix}_MODE=polling.`,
    )
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
