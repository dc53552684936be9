import { CallError } from '../call-error.ts'
import { fieldsOf, idOf, stringOf } from '../json-fields.ts'
import { callPlatform, type CallOptions, type PlatformEndpoint } from '../platform-call.ts'

/** How much longer than the long poll itself its answer may take. */
const POLL_GRACE_MS = 4_000

export type ZaloBotIdentity = {
  readonly id: string
  readonly account_name?: string
  readonly can_join_groups?: boolean
}
export type ZaloReceipt = { readonly message_id: string }
export type ZaloWebhook = {
  readonly url: string
  readonly updatedAt?: number
  /** What Zalo's own probe of the address found, as `outcome`, `status_code`, `hint` and such. */
  readonly verification?: Readonly<Record<string, unknown>>
}

/**
 * The methods of the Zalo Bot API that we use, under their REST names and with object parameters,
 * so that an SDK can take this place by one-line delegations. Every method rejects with a
 * `CallError`; any other error is taken for a call that nobody knows the end of.
 */
export interface ZaloBotApi {
  getMe(): Promise<ZaloBotIdentity>
  /** The next event, or nothing when none came within `timeout` seconds. Reading it removes it. */
  getUpdates(parameters: { readonly timeout: number }): Promise<unknown>
  setWebhook(parameters: {
    readonly url: string
    readonly secret_token: string
  }): Promise<ZaloWebhook>
  deleteWebhook(): Promise<void>
  getWebhookInfo(): Promise<ZaloWebhook>
  sendMessage(
    parameters: { readonly chat_id: string; readonly text: string },
    options?: Pick<CallOptions, 'signal'>,
  ): Promise<ZaloReceipt>
  sendPhoto(
    parameters: { readonly chat_id: string; readonly photo: string; readonly caption?: string },
    options?: Pick<CallOptions, 'signal'>,
  ): Promise<ZaloReceipt>
}

/** The Zalo Bot API over HTTP: `POST <root>/bot<token>/<method>`, JSON both ways. */
export function createZaloApi(endpoint: PlatformEndpoint): ZaloBotApi {
  const call = (method: string, parameters: object, options?: CallOptions) =>
    callPlatform(endpoint, method, parameters, options)
  return {
    getMe: async () => readIdentity(await call('getMe', {})),
    getUpdates: ({ timeout }) => nextEvent(call, timeout),
    setWebhook: async (parameters) =>
      readWebhook('setWebhook', await call('setWebhook', parameters)),
    deleteWebhook: async () => {
      await call('deleteWebhook', {})
    },
    getWebhookInfo: async () => readWebhook('getWebhookInfo', await call('getWebhookInfo', {})),
    sendMessage: async (parameters, options) =>
      readReceipt('sendMessage', await call('sendMessage', parameters, options)),
    sendPhoto: async (parameters, options) =>
      readReceipt('sendPhoto', await call('sendPhoto', parameters, options)),
  }
}

type Call = (method: string, parameters: object, options?: CallOptions) => Promise<unknown>

/** An empty poll is refused with 408 after exactly the asked time, or answered with an empty result. */
async function nextEvent(call: Call, timeout: number): Promise<unknown> {
  try {
    const timeoutMs = timeout * 1000 + POLL_GRACE_MS
    const event = await call('getUpdates', { timeout }, { timeoutMs })
    const isEmpty = event === undefined || event === null || Object.keys(event).length === 0
    return isEmpty ? undefined : event
  } catch (error) {
    const failure = error instanceof CallError ? error.failure : undefined
    if (failure?.kind === 'refused' && failure.code === 408) return undefined
    throw error
  }
}

function readIdentity(result: unknown): ZaloBotIdentity {
  const bot = fieldsOf(result)
  const id = idOf(bot?.id)
  if (id === undefined) throw unreadable('getMe')
  const name = stringOf(bot?.account_name)
  const { can_join_groups } = bot ?? {}
  return {
    id,
    ...(name !== undefined && { account_name: name }),
    ...(typeof can_join_groups === 'boolean' && { can_join_groups }),
  }
}

function readWebhook(method: string, result: unknown): ZaloWebhook {
  const webhook = fieldsOf(result)
  if (webhook === undefined) throw unreadable(method)
  const { url, updated_at: updatedAt } = webhook
  const verification = fieldsOf(webhook.verification)
  return {
    url: typeof url === 'string' ? url : '',
    ...(typeof updatedAt === 'number' && { updatedAt }),
    ...(verification !== undefined && { verification }),
  }
}

/** `ok: true` without a message id is no receipt. */
function readReceipt(method: string, result: unknown): ZaloReceipt {
  const messageId = idOf(fieldsOf(result)?.message_id)
  if (messageId === undefined) throw unreadable(method)
  return { message_id: messageId }
}

function unreadable(method: string): CallError {
  return new CallError(method, { kind: 'unreadable', status: 200 })
}
