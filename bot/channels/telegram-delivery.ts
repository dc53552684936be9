import type { Address, DeliveryResult } from '../../core/delivery/channel.ts'
import { addressOf, type BotKey } from './address.ts'
import { CallError, type CallFailure } from './call-error.ts'

type Refusal = Extract<CallFailure, { kind: 'refused' }>
type Unreadable = Extract<CallFailure, { kind: 'unreadable' }>
type Unreachable = Extract<DeliveryResult, { status: 'unreachable-recipient' }>

const NOT_CONNECTED_MS = 5_000
const FLOOD_MS = 5_000
const OUTAGE_MS = 10_000
const GATEWAY_MS = 60_000

/** Telegram's words for a recipient it will not deliver to, and what they mean to us. */
const UNREACHABLE: readonly (readonly [RegExp, Unreachable['reason']])[] = [
  [/can't initiate conversation/i, 'never-contacted'],
  [/kicked|not a member/i, 'kicked'],
  [/deactivated|chat was deleted/i, 'gone'],
]

/**
 * What a failed send means (Telegram Bot API, "Making requests", ResponseParameters). Anything that
 * is no failure of a call at all is uncertain: nobody knows how far the request got.
 */
export function telegramFailure(error: unknown, bot: BotKey): DeliveryResult {
  if (!(error instanceof CallError)) return { status: 'uncertain', cause: 'bad-response' }
  const { failure } = error
  switch (failure.kind) {
    case 'not-sent':
      return retry(NOT_CONNECTED_MS, 'not-connected')
    case 'no-answer':
      return { status: 'uncertain', cause: failure.cause }
    case 'unreadable':
      return ofGateway(failure)
    case 'refused':
      return ofRefusal(failure, error.description, bot)
  }
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
  // A gateway that lost the server behind it, or an answer of success that we cannot read.
  if (code > 500 || (code >= 200 && code < 300)) {
    return { status: 'uncertain', cause: 'bad-response' }
  }
  return rejected('message', code)
}

function retry(delayMs: number, reason: 'outage' | 'not-connected'): DeliveryResult {
  return { status: 'retry-after', delayMs, scope: 'account', reason }
}

function rejected(scope: 'message' | 'account', code: number): DeliveryResult {
  return { status: 'rejected', scope, code: code.toString() }
}

function unreachable(reason: Unreachable['reason'], movedTo?: Address): DeliveryResult {
  return { status: 'unreachable-recipient', reason, ...(movedTo && { movedTo }) }
}
