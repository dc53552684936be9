import type { Address, DeliveryResult } from '../../../core/delivery/channel.ts'
import { addressOf, type BotKey } from '../address.ts'
import {
  failedCall,
  isUnclear,
  rejected,
  retry,
  type Refusal,
  type Unreadable,
} from '../failed-call.ts'

type Unreachable = Extract<DeliveryResult, { status: 'unreachable-recipient' }>

const FLOOD_MS = 5_000
const OUTAGE_MS = 10_000
const GATEWAY_MS = 60_000

/** Telegram's words for a recipient it will not deliver to, and what they mean to us. */
const UNREACHABLE: readonly (readonly [RegExp, Unreachable['reason']])[] = [
  [/can't initiate conversation/i, 'never-contacted'],
  [/kicked|not a member/i, 'kicked'],
  [/deactivated|chat was deleted/i, 'gone'],
]

/** What a failed send means (Telegram Bot API, "Making requests", ResponseParameters). */
export function telegramFailure(error: unknown, bot: BotKey): DeliveryResult {
  return failedCall(error, {
    unreadable: ofGateway,
    refused: (refusal, description) => ofRefusal(refusal, description, bot),
  })
}

/** An answer that is not Telegram's own says nothing about the recipient. */
function ofGateway({ status, retryAfterMs }: Unreadable): DeliveryResult {
  if (status === 403) return retry(retryAfterMs ?? GATEWAY_MS, 'outage')
  if (status >= 300 && status < 400) return rejected('account', status)
  return ofCode({ kind: 'refused', code: status, ...(retryAfterMs && { retryAfterMs }) })
}

function ofRefusal(refusal: Refusal, description: string, bot: BotKey): DeliveryResult {
  const { code, migratedTo } = refusal
  if (migratedTo !== undefined) {
    return unreachable('gone', addressOf(bot, migratedTo.toString()))
  }
  if (code === 403) {
    const known = UNREACHABLE.find(([words]) => words.test(description))
    return unreachable(known?.[1] ?? 'blocked')
  }
  if (code === 400 && /chat not found/i.test(description)) return unreachable('gone')
  return ofCode(refusal)
}

function ofCode({ code, retryAfterMs }: Refusal): DeliveryResult {
  if (code === 429) {
    const delayMs = retryAfterMs ?? FLOOD_MS
    return { status: 'retry-after', delayMs, scope: 'recipient', reason: 'flood' }
  }
  if (code === 401 || code === 404) return rejected('account', code)
  if (code === 500 || code === 503) return retry(retryAfterMs ?? OUTAGE_MS, 'outage')
  if (code === 504) return { status: 'uncertain', cause: 'timeout' }
  if (isUnclear(code)) return { status: 'uncertain', cause: 'bad-response' }
  return rejected('message', code)
}

function unreachable(reason: Unreachable['reason'], movedTo?: Address): DeliveryResult {
  return { status: 'unreachable-recipient', reason, ...(movedTo && { movedTo }) }
}
