import { CallError } from './call-error.ts'
import { fieldsOf, stringOf } from './json-fields.ts'
import type { PlatformEndpoint } from './platform-call.ts'
import { createRedactor } from './redact.ts'
import { ALLOWED_UPDATES, TelegramApi } from './telegram/api.ts'
import { createZaloApi, type ZaloWebhook } from './zalo/api.ts'

/** Telegram Bot API, setWebhook: 1–100, 40 unless told otherwise. */
const MAX_CONNECTIONS = 40

/** What a platform says about a bot's webhook; `url` is empty when none is set. */
export type WebhookReport =
  | {
      readonly ok: true
      readonly url: string
      readonly details: Readonly<Record<string, string | number | boolean>>
    }
  /** `code`: the platform's error code, or why there was no answer. `explanation`: its own words. */
  | { readonly ok: false; readonly code: string; readonly explanation: string }

/** The webhook of one bot, as an administrator handles it. Starting the product never does. */
export interface WebhookControl {
  /** `url`: public https. Gives what the platform has stored afterwards. */
  set(url: string, secret: string): Promise<WebhookReport>
  show(): Promise<WebhookReport>
  remove(): Promise<WebhookReport>
}

/** Telegram's webhook. Nothing it gives holds the token. */
export function telegramWebhook(endpoint: PlatformEndpoint): WebhookControl {
  const api = new TelegramApi(endpoint)
  const show = async () => {
    const { url, ...details } = fieldsOf(await api.getWebhookInfo()) ?? {}
    return { url: stringOf(url) ?? '', details }
  }
  return controlOf(endpoint, {
    set: async (url, secret) => {
      await api.setWebhook(url, {
        secret_token: secret,
        allowed_updates: ALLOWED_UPDATES,
        max_connections: MAX_CONNECTIONS,
      })
      return show()
    },
    show,
    remove: async () => {
      await api.deleteWebhook()
      return show()
    },
  })
}

/** Zalo's webhook. `verification.*` in the details is what Zalo's own probe of the address found. */
export function zaloWebhook(endpoint: PlatformEndpoint): WebhookControl {
  const api = createZaloApi(endpoint)
  return controlOf(endpoint, {
    set: async (url, secret) => answerOf(await api.setWebhook({ url, secret_token: secret })),
    show: async () => answerOf(await api.getWebhookInfo()),
    remove: async () => {
      await api.deleteWebhook()
      return answerOf(await api.getWebhookInfo())
    },
  })
}

type Answer = { readonly url: string; readonly details: Readonly<Record<string, unknown>> }
type Calls = {
  readonly set: (url: string, secret: string) => Promise<Answer>
  readonly show: () => Promise<Answer>
  readonly remove: () => Promise<Answer>
}

function controlOf(endpoint: PlatformEndpoint, calls: Calls): WebhookControl {
  const report = (call: Promise<Answer>, secret?: string) =>
    reportOf(call, createRedactor([endpoint.token, secret]))
  return {
    set: (url, secret) => report(calls.set(url, secret), secret),
    show: () => report(calls.show()),
    remove: () => report(calls.remove()),
  }
}

function answerOf({ url, updatedAt, verification = {} }: ZaloWebhook): Answer {
  const details: Record<string, unknown> = {}
  if (updatedAt !== undefined) details.updated_at = updatedAt
  for (const [name, value] of Object.entries(verification)) details[`verification.${name}`] = value
  return { url, details }
}

async function reportOf(
  call: Promise<Answer>,
  redact: (text: string) => string,
): Promise<WebhookReport> {
  try {
    const { url, details } = await call
    return { ok: true, url: redact(url), details: printable(details, redact) }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    const { failure } = error
    const code = failure.kind === 'refused' ? failure.code.toString() : failure.kind
    return { ok: false, code, explanation: redact(error.description) }
  }
}

function printable(
  details: Readonly<Record<string, unknown>>,
  redact: (text: string) => string,
): Record<string, string | number | boolean> {
  const shown: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'number' || typeof value === 'boolean') shown[name] = value
    else if (value !== undefined && value !== null) shown[name] = redact(textOf(value))
  }
  return shown
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
