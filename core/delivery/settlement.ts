import type { Instant } from '../calendar/local-time.ts'
import type { Rest } from './breaker.ts'
import { restAfter } from './breaker.ts'
import type { Address, DeliveryResult } from './channel.ts'

/** What is written down about a part after one attempt. */
export type Settlement =
  | { readonly state: 'sent'; readonly receipt: string }
  | { readonly state: 'uncertain'; readonly failure: string }
  | { readonly state: 'rejected'; readonly failure: string }
  /** Nobody can be reached there: the person goes on the office's list. */
  | {
      readonly state: 'unreachable'
      readonly failure: string
      readonly reason: string
      readonly movedTo?: Address
    }
  | {
      readonly state: 'pending'
      readonly notBefore: Instant
      readonly failure: string
      readonly countsAsFailure: boolean
      /** The whole bot rests; the part is due as soon as it does no more. */
      readonly rest?: Rest
    }

/** It was not taken, or nobody knows. */
export type Failed = Exclude<Settlement, { state: 'sent' }>

/** Connection failures and outages are tried again this often, for most of a day, before the part is given up. */
export const MOST_FAILURES = 100

/** 5 s, 10 s, 20 s … at most 10 minutes between attempts after the n-th failure (from 0). */
export function backOffMs(failures: number): number {
  return Math.min(5_000 * 2 ** failures, 600_000)
}

/**
 * The only place where a retry is decided. Being told to wait costs no attempt; an outage or a
 * refused connection does; what is uncertain is never sent again.
 */
export function settlementOf(result: DeliveryResult, failures: number, now: Instant): Settlement {
  switch (result.status) {
    case 'sent':
      return { state: 'sent', receipt: result.receipt }
    case 'uncertain':
      return { state: 'uncertain', failure: `uncertain/${result.cause}` }
    case 'rejected':
      return result.scope === 'account'
        ? resting(result, `rejected/account/${result.code}`, now)
        : { state: 'rejected', failure: `rejected/message/${result.code}` }
    case 'unreachable-recipient':
      return {
        state: 'unreachable',
        failure: `unreachable-recipient/${result.reason}`,
        reason: result.reason,
        ...(result.movedTo ? { movedTo: result.movedTo } : {}),
      }
    case 'retry-after':
      return retry(result, failures, now)
  }
}

/** It is no fault of the message: nothing is lost, and no attempt is counted. */
function resting(result: DeliveryResult, failure: string, now: Instant): Settlement {
  const rest = restAfter(result, now)
  const waits = { state: 'pending', notBefore: now, failure, countsAsFailure: false } as const
  return rest ? { ...waits, rest } : waits
}

function retry(
  result: Extract<DeliveryResult, { status: 'retry-after' }>,
  failures: number,
  now: Instant,
): Settlement {
  const failure = `retry-after/${result.reason}`
  if (restAfter(result, now)) return resting(result, failure, now)
  const countsAsFailure = result.reason === 'outage' || result.reason === 'not-connected'
  const most = Math.min(MOST_FAILURES, result.atMost ?? MOST_FAILURES)
  if (countsAsFailure && failures + 1 >= most) return { state: 'rejected', failure }
  const delayMs = countsAsFailure ? Math.max(result.delayMs, backOffMs(failures)) : result.delayMs
  return {
    state: 'pending',
    notBefore: now.add({ milliseconds: delayMs }),
    failure,
    countsAsFailure,
  }
}
