import { setTimeout as sleep } from 'node:timers/promises'
import { ApiRefusal } from '../bot-api.ts'
import { WebhookPush, type Webhook } from '../webhook-push.ts'

/** Zalo Bot API, webhook: the flat form that webhooks send, and the `result` of getUpdates. */
export type ZaloEvent = {
  readonly event_name: string
  readonly message?: Readonly<Record<string, unknown>> | undefined
}

export type ZaloEventsOptions = {
  readonly clock: () => number
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds to wait before each further attempt; after the last one the event is lost. */
  readonly retryDelaysMs: readonly number[]
  readonly isTwice: (chat: string) => boolean
}

/** How a probe of the webhook ended. */
export type Verification = {
  readonly ok: boolean
  readonly outcome: string
  readonly status_code?: number | undefined
  readonly latency_ms: number
  readonly hint: string
}

type Pending = { readonly event: ZaloEvent; readonly chat: string }

/** The shortest patience that anybody reports of the platform; its documentation names none. */
const PUSH_TIMEOUT_MS = 5_000
/** The platform documents no number; as many as any app here will ever need at once. */
const CONNECTIONS = 20

/** The events of one bot: each read once by a poll, or pushed while a webhook is set. */
export class ZaloEvents {
  readonly #options: ZaloEventsOptions
  #queue: Pending[] = []
  #pollers: AbortController[] = []
  #webhook: Webhook | undefined
  #updatedAt = 0
  #push: WebhookPush<Pending> | undefined
  #delivered: Pending[] = []

  constructor(options: ZaloEventsOptions) {
    this.#options = options
  }

  add(event: ZaloEvent, chat: string): void {
    if (this.#push) {
      this.#push.push({ event, chat })
      return
    }
    this.#queue.push({ event, chat })
    this.#pollers.shift()?.abort()
  }

  /**
   * Zalo Bot API, getUpdates: one event, which reading removes. Measured: an empty poll ends after
   * exactly the time asked with error 408. Documented: not while a webhook is set.
   */
  async poll(seconds: number, gone: AbortSignal): Promise<ZaloEvent> {
    if (this.#webhook) {
      throw new ApiRefusal(400, 'Bad request: getUpdates is not available while a webhook is set')
    }
    if (this.#queue.length === 0) await this.#wait(seconds * 1000, gone)
    // Whoever left takes nothing with him.
    const pending = gone.aborted ? undefined : this.#queue.shift()
    if (!pending) throw new ApiRefusal(408, 'Request timeout')
    return pending.event
  }

  /** Sets, replaces or (undefined) removes the webhook; events waiting for a poll go to the new one. */
  setWebhook(webhook: Webhook | undefined): void {
    this.#updatedAt = this.#options.clock()
    this.#push?.stop()
    this.#webhook = webhook
    this.#push = webhook && this.#startPush(webhook)
    if (!this.#push) return
    for (const pending of this.#queue.splice(0)) this.#push.push(pending)
  }

  /** Zalo Bot API, getWebhookInfo: the address and when it changed, nothing else. */
  webhookInfo() {
    return { url: this.#webhook?.url ?? '', updated_at: this.#updatedAt }
  }

  /** Zalo Bot API, setWebhook and testWebhook: asks the address once and names the outcome. */
  async verify(): Promise<Verification | undefined> {
    if (!this.#webhook) return undefined
    const { url, secret } = this.#webhook
    const from = this.#options.clock()
    const status = await this.#options
      .fetch(url, {
        method: 'POST',
        headers: headersFor(secret),
        redirect: 'manual',
        signal: AbortSignal.timeout(PUSH_TIMEOUT_MS),
      })
      .then(
        (response) => response.status,
        () => undefined,
      )
    const outcome = outcomeOf(status)
    return {
      ok: outcome === 'webhook.ok',
      outcome,
      status_code: status,
      latency_ms: this.#options.clock() - from,
      hint: `The webhook answered ${status ?? 'nothing'}`,
    }
  }

  /** Pushes the last events that were delivered once more, oldest first, with the ids they had. */
  redeliver(count: number): void {
    for (const pending of this.#delivered.slice(-count)) this.#push?.push(pending)
  }

  close(): void {
    this.#push?.stop()
    for (const poller of this.#pollers) poller.abort()
  }

  async #wait(ms: number, gone: AbortSignal): Promise<void> {
    const poller = new AbortController()
    this.#pollers.push(poller)
    const signal = AbortSignal.any([poller.signal, gone])
    await sleep(ms, undefined, { signal }).catch(() => undefined)
    this.#pollers = this.#pollers.filter((other) => other !== poller)
  }

  #startPush({ url, secret }: Webhook): WebhookPush<Pending> {
    const { fetch, retryDelaysMs, isTwice } = this.#options
    return new WebhookPush({
      fetch,
      url,
      headers: headersFor(secret),
      connections: CONNECTIONS,
      timeoutMs: PUSH_TIMEOUT_MS,
      laneOf: ({ chat }) => chat,
      bodyOf: ({ event }) => event,
      retryDelayMs: (attempts) => retryDelaysMs[attempts - 1],
      isTwice: ({ chat }) => isTwice(chat),
      onDelivered: (pending) => (this.#delivered = [...this.#delivered.slice(-99), pending]),
      onFailed: () => undefined,
    })
  }
}

/** Zalo Bot API, webhook: the secret comes in this header. Captured: the calls name Java as their agent. */
function headersFor(secret: string | undefined): Readonly<Record<string, string>> {
  return {
    'user-agent': 'Java/1.8.0_192',
    ...(secret !== undefined && { 'x-bot-api-secret-token': secret }),
  }
}

/** Zalo Bot API, testWebhook: the outcomes it names. */
function outcomeOf(status: number | undefined): string {
  if (status === undefined) return 'webhook.err.unreachable'
  if (status >= 200 && status < 300) return 'webhook.ok'
  if (status === 403 || status === 404) return `webhook.http.${status}`
  return status >= 500 ? 'webhook.http.5xx' : 'webhook.http.other'
}
