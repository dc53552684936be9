/** Why a call of a platform's method brought no result. */
export type CallFailure =
  /** No byte of the request left us. */
  | { readonly kind: 'not-sent' }
  /** The request may have been read; no answer came back. */
  | { readonly kind: 'no-answer'; readonly cause: 'timeout' | 'reset' }
  /** An answer that is not the platform's: a gateway's page, or a result of the wrong shape. */
  | { readonly kind: 'unreadable'; readonly status: number; readonly retryAfterMs?: number }
  /** The platform itself said no. `code`: its error_code, or the HTTP status when it gave none. */
  | {
      readonly kind: 'refused'
      readonly code: number
      readonly retryAfterMs?: number
      /** Telegram: the new id of a group that became a supergroup. */
      readonly migratedTo?: number
    }

/**
 * A failed call. Its message names the method and the code only, since a platform's description
 * may quote the message and an error of the network carries the token in its URL. The description
 * is kept where no logger looks, for the few decisions that depend on it.
 */
export class CallError extends Error {
  readonly failure: CallFailure
  readonly #description: string

  constructor(method: string, failure: CallFailure, description = '') {
    super(`${method}: ${inWords(failure)}`)
    this.name = 'CallError'
    this.failure = failure
    this.#description = description
  }

  /** The platform's own words: to be decided by, or shown redacted to the operator, never logged. */
  get description(): string {
    return this.#description
  }
}

function inWords(failure: CallFailure): string {
  switch (failure.kind) {
    case 'not-sent':
      return 'not connected'
    case 'no-answer':
      return `no answer (${failure.cause})`
    case 'unreadable':
      return `unreadable answer (HTTP ${failure.status})`
    case 'refused':
      return `refused (${failure.code})`
  }
}
