import { Telegram } from 'telegraf'
import type { Opts, Telegram as Methods } from 'telegraf/types'
import type { StopSignal } from '../http-exchange.ts'
import type { Upload } from '../multipart.ts'
import { CALL_TIMEOUT_MS, callPlatform, type PlatformEndpoint } from '../platform-call.ts'

/** How much longer than the long poll itself its answer may take. */
const POLL_GRACE_MS = 10_000

/** The kinds of update we read; named in every call that takes them, or Telegram keeps an old list. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
] as const

/**
 * Telegraf's client of the Bot API, its methods and types, over our own connections. Telegraf's
 * transport puts the token into the text of some errors and the message into others, waits 500 s,
 * loses the status of an answer that is not JSON and cannot tell whether a request was written.
 * Every method rejects with a `CallError` only.
 */
export class TelegramApi extends Telegram {
  readonly #endpoint: PlatformEndpoint

  constructor(endpoint: PlatformEndpoint) {
    super(endpoint.token, { apiRoot: endpoint.apiRoot, webhookReply: false })
    this.#endpoint = endpoint
  }

  override async callApi<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    { signal }: { signal?: StopSignal } = {},
  ): Promise<ReturnType<Methods[M]>> {
    const timeoutMs = timeoutOf(payload)
    const { fields, upload } = withoutUpload(payload)
    const options = { signal, timeoutMs, upload }
    const result = await callPlatform(this.#endpoint, method, fields, options)
    // As in telegraf itself, the type is a promise of the Bot API; whoever depends on it checks.
    return result as ReturnType<Methods[M]>
  }
}

const UPLOADED: ReadonlySet<string> = new Set(['document', 'photo'])

/** Takes out the bytes of a document or photo, which telegraf gives as `{ source, filename }` (its InputFile). */
function withoutUpload(payload: object): { fields: object; upload?: Upload } {
  for (const [field, value] of Object.entries(payload) as [string, unknown][]) {
    if (!UPLOADED.has(field) || typeof value !== 'object' || value === null) continue
    if (!('source' in value) || !(value.source instanceof Uint8Array)) continue
    const name = 'filename' in value ? String(value.filename) : field
    const fields = Object.fromEntries(Object.entries(payload).filter(([key]) => key !== field))
    return { fields, upload: { field, name, bytes: value.source } }
  }
  return { fields: payload }
}

function timeoutOf(payload: object): number {
  const seconds = 'timeout' in payload && typeof payload.timeout === 'number' ? payload.timeout : 0
  return seconds > 0 ? seconds * 1000 + POLL_GRACE_MS : CALL_TIMEOUT_MS
}
