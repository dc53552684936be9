import type { DeliveryResult } from '../../../core/delivery/channel.ts'
import { failedCall, isUnclear, rejected, retry } from '../failed-call.ts'

const OUTAGE_MS = 10_000
const REFUSAL_MS = 30_000
const QUOTA_MS = 60_000
const SHORTEST_FLOOD_MS = 5_000
const LONGEST_FLOOD_MS = 30_000

/** Zalo's documentation calls 403 an internal error; three of them in a row are no accident. */
const MOST_INTERNAL_ERRORS = 3

/**
 * What a failed send means (Zalo Bot API, "Error codes"; a refusal has HTTP status 200). `random` is in
 * [0, 1) and spreads the waiting after a gateway's flood page.
 */
export function zaloFailure(error: unknown, random: () => number): DeliveryResult {
  return failedCall(error, {
    unreadable: ({ status, retryAfterMs }) =>
      status === 429 ? flood(retryAfterMs, random) : ofCode(status),
    refused: ({ code }) => ofCode(code),
  })
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
  if (isUnclear(code)) return { status: 'uncertain', cause: 'bad-response' }
  return rejected(code >= 300 && code < 400 ? 'account' : 'message', code)
}

/** The page of the web server in front, which has nothing to do with the month's quota. */
function flood(retryAfterMs: number | undefined, random: () => number): DeliveryResult {
  const spread = SHORTEST_FLOOD_MS + random() * (LONGEST_FLOOD_MS - SHORTEST_FLOOD_MS)
  return retry(Math.max(retryAfterMs ?? 0, Math.round(spread)), 'flood')
}
