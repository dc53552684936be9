import { setTimeout as sleep } from 'node:timers/promises'
import { ApiRefusal } from '../bot-api.ts'
import { WebhookPush, type Webhook } from '../webhook-push.ts'

export type TelegramUpdate = { readonly update_id: number } & Readonly<Record<string, unknown>>

type Pending = { readonly update: TelegramUpdate; readonly chat: string; readonly at: number }

export type TelegramUpdatesOptions = {
  readonly clock: () => number
  readonly fetch: typeof globalThis.fetch
  /** The id of the first update; each later one is greater by one. */
  readonly firstId: number
  /** Milliseconds before a failed push is tried again; doubled by every further failure. */
  readonly retryMs: number
  readonly isTwice: (chat: string) => boolean
}

export type Poll = {
  readonly offset?: number | undefined
  readonly limit?: number | undefined
  /** Seconds. */
  readonly timeout?: number | undefined
}

export type WebhookSettings = Webhook & { readonly maxConnections?: number | undefined }

/** Telegram Bot API, Getting updates: kept by the server until received, not longer than 24 hours. */
const KEPT_MS = 24 * 60 * 60 * 1000
/** Telegram Bot API server: a webhook that has not answered 2xx after 60 s is asked again. */
const PUSH_TIMEOUT_MS = 60_000
const LONGEST_RETRY_MS = 60_000
/** Telegram Bot API, setWebhook: max_connections defaults to 40. */
const CONNECTIONS = 40

/** The updates of one bot: waiting to be polled, or pushed while a webhook is set. */
export class TelegramUpdates {
  readonly #options: TelegramUpdatesOptions
  #pending: Pending[] = []
  #nextId: number
  #allowed: readonly string[] = []
  #webhook: WebhookSettings | undefined
  #push: WebhookPush<Pending> | undefined
  #lastFailure: { readonly at: number; readonly reason: string } | undefined
  #lastDelivered: Pending[] = []
  #wake: (() => void) | undefined
  #conflict: AbortController | undefined

  constructor(options: TelegramUpdatesOptions) {
    this.#options = options
    this.#nextId = options.firstId
  }

  /** @returns the update's id, or undefined when the bot did not ask for this type. */
  add(type: string, content: unknown, chatId: number): number | undefined {
    if (this.#allowed.length > 0 && !this.#allowed.includes(type)) return undefined
    const update = { update_id: this.#nextId++, [type]: content }
    const pending = { update, chat: String(chatId), at: this.#options.clock() }
    this.#pending.push(pending)
    this.#push?.push(pending)
    this.#wake?.()
    return update.update_id
  }

  /** Telegram Bot API, getUpdates and setWebhook: an empty list means all, no list leaves it as it was. */
  allow(types: readonly string[] | undefined): void {
    if (types) this.#allowed = types
  }

  /**
   * Telegram Bot API, getUpdates: an offset confirms everything before it, a negative one keeps only
   * that many from the end. A poll ends the poll that waits: 409 goes to the earlier one.
   */
  async poll({ offset, limit = 100, timeout = 0 }: Poll, signal: AbortSignal) {
    if (this.#webhook) {
      throw new ApiRefusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    this.#conflict?.abort(
      'terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    this.#confirm(offset)
    if (this.#kept().length === 0 && timeout > 0) await this.#wait(timeout * 1000, signal)
    return this.#kept()
      .slice(0, limit)
      .map(({ update }) => update)
  }

  /** Sets, replaces or (undefined) removes the webhook. What is pending is kept for whatever comes next. */
  setWebhook(webhook: WebhookSettings | undefined): void {
    this.#conflict?.abort('terminated by setWebhook request')
    this.#push?.stop()
    this.#webhook = webhook
    this.#lastFailure = undefined
    this.#push = webhook && this.#startPush(webhook)
    for (const pending of this.#kept()) this.#push?.push(pending)
  }

  drop(): void {
    this.#pending = []
  }

  /** Pushes the last updates that were delivered once more, oldest first, with the ids they had. */
  redeliver(count: number): void {
    for (const pending of this.#lastDelivered.slice(-count)) this.#push?.push(pending)
  }

  webhookInfo() {
    const failure = this.#lastFailure
    return {
      url: this.#webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.#kept().length,
      max_connections: this.#webhook && (this.#webhook.maxConnections ?? CONNECTIONS),
      last_error_date: failure && Math.floor(failure.at / 1000),
      last_error_message: failure?.reason,
      allowed_updates: this.#allowed.length > 0 ? this.#allowed : undefined,
    }
  }

  close(): void {
    this.#push?.stop()
    this.#conflict?.abort('closed')
  }

  #confirm(offset: number | undefined): void {
    if (offset === undefined || offset === 0) return
    this.#pending =
      offset < 0
        ? this.#pending.slice(offset)
        : this.#pending.filter(({ update }) => update.update_id >= offset)
  }

  #kept(): readonly Pending[] {
    const since = this.#options.clock() - KEPT_MS
    if (this.#pending[0] && this.#pending[0].at < since) {
      this.#pending = this.#pending.filter(({ at }) => at >= since)
    }
    return this.#pending
  }

  async #wait(ms: number, gone: AbortSignal): Promise<void> {
    const conflict = new AbortController()
    const woken = new AbortController()
    this.#conflict = conflict
    this.#wake = () => woken.abort()
    const end = AbortSignal.any([conflict.signal, woken.signal, gone])
    await sleep(ms, undefined, { signal: end }).catch(() => undefined)
    if (this.#conflict === conflict) this.#conflict = this.#wake = undefined
    if (conflict.signal.aborted) {
      throw new ApiRefusal(409, `Conflict: ${String(conflict.signal.reason)}`)
    }
  }

  #startPush({ url, secret, maxConnections }: WebhookSettings): WebhookPush<Pending> {
    const { clock, fetch, retryMs, isTwice } = this.#options
    return new WebhookPush({
      fetch,
      url,
      // Telegram Bot API, setWebhook: the secret comes back in this header of every request.
      headers: secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret },
      connections: maxConnections ?? CONNECTIONS,
      timeoutMs: PUSH_TIMEOUT_MS,
      laneOf: ({ chat }) => chat,
      bodyOf: ({ update }) => update,
      retryDelayMs: (attempts, { at }) =>
        clock() - at > KEPT_MS
          ? undefined
          : Math.min(retryMs * 2 ** (attempts - 1), LONGEST_RETRY_MS),
      isTwice: ({ chat }) => isTwice(chat),
      onDelivered: (pending) => {
        this.#pending = this.#pending.filter((other) => other !== pending)
        this.#lastDelivered = [...this.#lastDelivered.slice(-99), pending]
      },
      onFailed: (_pending, reason) => (this.#lastFailure = { at: clock(), reason }),
    })
  }
}
