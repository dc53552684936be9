import type { Dispatcher } from 'undici'
import { urlBelow } from './api-root.ts'
import { CallError } from './call-error.ts'
import { exchange, type Exchange, type StopSignal } from './http-exchange.ts'
import { multipart, type Upload } from './multipart.ts'
import { fieldsOf, integerOf, stringOf, type Fields } from './json-fields.ts'

/** Where and as whom a platform's methods are called. */
export type PlatformEndpoint = {
  readonly token: string
  /** https, or http on this machine: see `kindOfApiRoot`. */
  readonly apiRoot: string
  readonly dispatcher: Dispatcher
}

export type CallOptions = {
  readonly signal?: StopSignal | undefined
  /** How long to wait for the whole answer. 15 s unless the call is a long poll. */
  readonly timeoutMs?: number
  /** A file that goes along; the call is then a form instead of JSON. */
  readonly upload?: Upload | undefined
}

export const CALL_TIMEOUT_MS = 15_000
const LARGEST_ANSWER = 4 * 1024 * 1024

/**
 * Calls a method as both platforms have it: `POST <root>/bot<token>/<method>` with JSON (a form where a
 * file goes along), answered
 * by `{ok, result | description, error_code}` (Telegram Bot API, "Making requests"; Zalo Bot API,
 * where a refusal comes as HTTP 200 with `ok: false`). Gives the result, unchecked; rejects with a
 * `CallError` for everything else. One HTTP request, no retry.
 */
export async function callPlatform(
  { token, apiRoot, dispatcher }: PlatformEndpoint,
  method: string,
  payload: object,
  { signal, timeoutMs = CALL_TIMEOUT_MS, upload }: CallOptions = {},
): Promise<unknown> {
  const outcome = await exchange({
    dispatcher,
    url: urlBelow(apiRoot, `bot${token}/${method}`),
    method: 'POST',
    ...(upload ? multipart({ ...payload }, upload) : { body: JSON.stringify(payload) }),
    signal,
    timeoutMs,
    maxBytes: LARGEST_ANSWER,
  })
  return resultOf(outcome, method)
}

function resultOf(outcome: Exchange, method: string): unknown {
  if (outcome.kind === 'too-large') throw new CallError(method, { kind: 'unreadable', status: 200 })
  if (outcome.kind !== 'answered') throw new CallError(method, outcome)
  const { status } = outcome
  const envelope = fieldsOf(readJson(outcome.body))
  if (envelope?.ok === true && status >= 200 && status < 300) return envelope.result
  if (envelope?.ok === false) throw refusal(method, envelope, status)
  const retryAfterMs = milliseconds(Number(outcome.headers['retry-after']))
  throw new CallError(method, { kind: 'unreadable', status, ...retryAfterMs })
}

function refusal(method: string, envelope: Fields, status: number): CallError {
  const parameters = fieldsOf(envelope.parameters)
  const migratedTo = integerOf(parameters?.migrate_to_chat_id)
  return new CallError(
    method,
    {
      kind: 'refused',
      code: codeOf(envelope) ?? (status >= 400 ? status : 0),
      ...milliseconds(Number(parameters?.retry_after)),
      ...(migratedTo !== undefined && { migratedTo }),
    },
    stringOf(envelope.description),
  )
}

/** Zalo does not promise the type of `error_code` and one of its methods spells it otherwise. */
function codeOf({ error_code: usual, errorCode: other }: Fields): number | undefined {
  const given = usual ?? other
  const code = typeof given === 'string' && given !== '' ? Number(given) : given
  return integerOf(code)
}

function milliseconds(seconds: number): { retryAfterMs?: number } {
  return seconds > 0 && Number.isFinite(seconds) ? { retryAfterMs: Math.ceil(seconds * 1000) } : {}
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
