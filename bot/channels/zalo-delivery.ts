import type { DeliveryResult } from '../../core/delivery/channel.ts'
import { CallError } from './call-error.ts'

const NOT_CONNECTED_MS = 5_000
const OUTAGE_MS = 10_000
const REFUSAL_MS = 30_000
const QUOTA_MS = 60_000
const SHORTEST_FLOOD_MS = 5_000
const LONGEST_FLOOD_MS = 30_000

/** Zalo's documentation calls 403 an internal error; three of them in a row are no accident. */
const MOST_INTERNAL_ERRORS = 3

/**
 * What a failed send means (Zalo Bot API, "Error codes"; a refusal has HTTP status 200). Anything
 * that is no failure of a call at all is uncertain: nobody knows how far the request got. `random`
 * is in [0, 1) and spreads the waiting after a gateway's flood page.
 */
export function zaloFailure(error: unknown, random: () => number): DeliveryResult {
  if (!(error instanceof CallError)) return { status: 'uncertain', cause: 'bad-response' }
  const { failure } = error
  switch (failure.kind) {
    case 'not-sent':
      return retry(NOT_CONNECTED_MS, 'not-connected')
    case 'no-answer':
      return { status: 'uncertain', cause: failure.cause }
    case 'unreadable':
      if (failure.status === 429) return flood(failure.retryAfterMs, random)
      return ofCode(failure.status)
    case 'refused':
      return ofCode(failure.code)
  }
}

function ofCode(code: number): DeliveryResult {
  switch (code) {
    case 429:
      return retry(QUOTA_MS, 'quota')
    case 403:
      return {
        status: 'retry-after',
        delayMs: REFUSAL_MS,
        scope: 'recipient',
        reason: 'outage',
        atMost: MOST_INTERNAL_ERRORS,
      }
    case 500:
    case 503:
      return retry(OUTAGE_MS, 'outage')
    case 408:
    case 504:
      return { status: 'uncertain', cause: 'timeout' }
    case 401:
      return rejected('account', code)
    default:
      return ofRange(code)
  }
}

function ofRange(code: number): DeliveryResult {
  // A gateway that lost the server behind it, or an answer of success that we cannot read.
  if (code > 500 || (code >= 200 && code < 300)) {
    return { status: 'uncertain', cause: 'bad-response' }
  }
  return rejected(code >= 300 && code < 400 ? 'account' : 'message', code)
}

/** The page of the web server in front, which has nothing to do with the month's quota. */
function flood(retryAfterMs: number | undefined, random: () => number): DeliveryResult {
  const spread = SHORTEST_FLOOD_MS + random() * (LONGEST_FLOOD_MS - SHORTEST_FLOOD_MS)
  return retry(Math.max(retryAfterMs ?? 0, Math.round(spread)), 'flood')
}

function retry(
  delayMs: number,
  reason: 'flood' | 'quota' | 'outage' | 'not-connected',
): DeliveryResult {
  return { status: 'retry-after', delayMs, scope: 'account', reason }
}

function rejected(scope: 'message' | 'account', code: number): DeliveryResult {
  return { status: 'rejected', scope, code: code.toString() }
}
