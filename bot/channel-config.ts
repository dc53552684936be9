import type { ChannelName } from '../core/delivery/channel.ts'
import type { Plan } from '../core/delivery/bot.ts'
import { kindOfApiRoot } from './channels/api-root.ts'
import { TELEGRAM_API_ROOT } from './channels/telegram/telegram.ts'
import { ZALO_FREE_PLAN } from './channels/zalo/plan.ts'
import { ZALO_API_ROOT } from './channels/zalo/zalo.ts'
import { ConfigRefusal } from './config-refusal.ts'
import type { Values } from './variables.ts'

/** One platform with the bots on it. All of them share what is not in their tokens. */
export type ChannelConfig = {
  readonly token: string
  /** Of the bots beside the first: each serves people of its own. */
  readonly furtherTokens?: readonly string[]
  readonly secret?: string
  readonly apiRoot: string
  readonly mode: 'webhook' | 'polling'
  readonly botName?: string
  /** What the platform grants each of the bots. */
  readonly plan?: Plan
}

export type ChannelConfigs = Readonly<Partial<Record<ChannelName, ChannelConfig>>>

const DEFAULT_ROOTS = { telegram: TELEGRAM_API_ROOT, zalo: ZALO_API_ROOT } as const

/** The tokens of all bots of a platform, the first first. */
export function tokensOf({ token, furtherTokens = [] }: ChannelConfig): readonly string[] {
  return [token, ...furtherTokens]
}

/** A platform's variables, where its token is set. Refuses a half-set platform in one sentence that names no value. */
export function channelConfig(name: ChannelName, values: Values): ChannelConfigs {
  const prefix = name === 'telegram' ? 'TELEGRAM' : 'ZALO'
  const secret = values[`${prefix}_WEBHOOK_SECRET`]
  const mode = values[`${prefix}_MODE`] ?? 'webhook'
  const root = values[`${prefix}_API_ROOT`]
  const botName = values[`${prefix}_BOT_NAME`]
  const [token, ...furtherTokens] = readTokens(name, values)
  if (token === undefined) {
    checkNoStray(name, values)
    return {}
  }
  const apiRoot = root ?? DEFAULT_ROOTS[name]
  if (kindOfApiRoot(apiRoot) === 'refused')
    throw new ConfigRefusal(
      `${prefix}_API_ROOT phải dùng https (http chỉ được dùng trên chính máy này).`,
    )
  if (mode === 'webhook') checkWebhook(prefix, secret, values.PUBLIC_URL)
  return {
    [name]: {
      token,
      apiRoot,
      mode,
      ...(furtherTokens.length > 0 && { furtherTokens }),
      ...(secret !== undefined && { secret }),
      ...(botName !== undefined && { botName }),
      ...(name === 'zalo' && { plan: zaloPlan(values, apiRoot) }),
    },
  }
}

function readTokens(name: ChannelName, values: Values): readonly string[] {
  if (name === 'telegram') return values.TELEGRAM_BOT_TOKEN ? [values.TELEGRAM_BOT_TOKEN] : []
  const { ZALO_BOT_TOKEN: first, ZALO_BOT_TOKENS: further = [] } = values
  const tokens = [...new Set([...(first === undefined ? [] : [first]), ...further])]
  const bots = new Set(tokens.map((token) => token.split(':', 1)[0]))
  if (bots.size === tokens.length) return tokens
  throw new ConfigRefusal(
    'ZALO_BOT_TOKENS có hai mã khác nhau của cùng một bot; hãy chỉ giữ mã đang dùng.',
  )
}

/** A platform without its token is off; settings of it then show that the token was forgotten. */
function checkNoStray(name: ChannelName, values: Values): void {
  const prefix = name === 'telegram' ? 'TELEGRAM' : 'ZALO'
  const stray = Object.keys(values).find((variable) => variable.startsWith(`${prefix}_`))
  if (stray === undefined) return
  throw new ConfigRefusal(
    `${stray} đã đặt nhưng thiếu ${prefix}_BOT_TOKEN; hãy đặt cả hai hoặc bỏ cả hai.`,
  )
}

/** 0 means without a bound. A stand-in on this machine serves as many people as come. */
function zaloPlan(values: Values, apiRoot: string): Plan {
  const isStandIn = kindOfApiRoot(apiRoot) === 'loopback'
  const messages = values.ZALO_MONTHLY_MESSAGES ?? ZALO_FREE_PLAN.messages
  const users = values.ZALO_MOST_USERS ?? (isStandIn ? 0 : ZALO_FREE_PLAN.users)
  return {
    ...(messages > 0 && { messages }),
    ...(users > 0 && { users }),
    counts: values.ZALO_COUNTS ?? ZALO_FREE_PLAN.counts,
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
