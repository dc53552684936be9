import type { DeliveryResult } from '../../core/delivery/channel.ts'
import { CallError, type CallFailure } from './call-error.ts'

export type Refusal = Extract<CallFailure, { kind: 'refused' }>
export type Unreadable = Extract<CallFailure, { kind: 'unreadable' }>

const NOT_CONNECTED_MS = 5_000

/** What only a platform's own documentation says. */
type Reading = {
  /** An answer that is not the platform's own. */
  readonly unreadable: (failure: Unreadable) => DeliveryResult
  readonly refused: (failure: Refusal, description: string) => DeliveryResult
}

/**
 * What a failed send means. A request that never left is tried again; anything that is no failure of
 * a call at all is uncertain: nobody knows how far the request got.
 */
export function failedCall(error: unknown, { unreadable, refused }: Reading): DeliveryResult {
  if (!(error instanceof CallError)) return { status: 'uncertain', cause: 'bad-response' }
  const { failure } = error
  switch (failure.kind) {
    case 'not-sent':
      return retry(NOT_CONNECTED_MS, 'not-connected')
    case 'no-answer':
      return { status: 'uncertain', cause: failure.cause }
    case 'unreadable':
      return unreadable(failure)
    case 'refused':
      return refused(failure, error.description)
  }
}

/** A gateway that lost the server behind it, or an answer of success that we cannot read. */
export const isUnclear = (code: number): boolean => code > 500 || (code >= 200 && code < 300)

export function retry(
  delayMs: number,
  reason: 'flood' | 'quota' | 'outage' | 'not-connected',
): DeliveryResult {
  return { status: 'retry-after', delayMs, scope: 'account', reason }
}

export function rejected(scope: 'message' | 'account', code: number): DeliveryResult {
  return { status: 'rejected', scope, code: code.toString() }
}
