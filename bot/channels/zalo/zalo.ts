import type { Dispatcher } from 'undici'
import type { Channel, DeliveryResult } from '../../../core/delivery/channel.ts'
import { chatOf, type BotKey } from '../address.ts'
import {
  isFetchablePhoto,
  isMediaSource,
  kindOfApiRoot,
  readUrl,
  type ApiRootKind,
} from '../api-root.ts'
import { openDispatcher, publicLookup } from '../http-exchange.ts'
import { downloadMedia } from '../media-download.ts'
import { createSecretCheck } from '../webhook-secret.ts'
import { createZaloApi, type ZaloBotApi } from './api.ts'
import { zaloFailure } from './delivery.ts'
import { parseZaloEvent } from './events.ts'
import { readPayload, renderZalo, restateZalo, type ZaloPayload } from './message.ts'

export const ZALO_API_ROOT = 'https://bot-api.zaloplatforms.com'

/**
 * Zalo Bot API, sendMessage: 1–2000 characters of a unit it does not name. Fewer, in UTF-16 units of
 * NFC text, holds under every reading of it.
 */
export const ZALO_TEXT_LIMIT = 1800

/** Zalo's media hosts, as seen in the URLs it sends. */
const MEDIA_DOMAINS = ['zdn.vn', 'zadn.vn']

export type ZaloOptions = {
  readonly token: string
  /** The digits in front of the token's colon: see `botIdOf`. */
  readonly botId: string
  /** What `setWebhook` was given as secret_token. Without it no webhook call is genuine. */
  readonly secret?: string | undefined
  readonly apiRoot?: string | undefined
  /** Made by `openDispatcher`, and closed by whoever made it. */
  readonly dispatcher: Dispatcher
  /** For media. Unless given, one that connects to public addresses only, or `dispatcher` beside a root on this machine. */
  readonly mediaDispatcher?: Dispatcher | undefined
  /** The bot's display name. Without it a mention stays in the text of a group's message. */
  readonly botName?: string | undefined
  /** Whether the bot may be in groups: see `watchGroups`. Unless given, it may. */
  readonly groups?: () => boolean
  /** Longest text of one message, in UTF-16 units. */
  readonly textLimit?: number | undefined
  /** In [0, 1); spreads the waiting after a flood. */
  readonly random?: () => number
}

type Zalo = {
  readonly api: ZaloBotApi
  readonly bot: BotKey
  readonly apiRoot: string
  readonly random: () => number
}

/** The Zalo channel. Makes no call until it is asked to deliver or fetch. */
export function createZaloChannel(options: ZaloOptions): Channel {
  const { botId, botName, dispatcher, textLimit = ZALO_TEXT_LIMIT, random = Math.random } = options
  const { groups = () => true } = options
  const apiRoot = options.apiRoot ?? ZALO_API_ROOT
  const bot = { channel: 'zalo', botId, botName, groups } as const
  const zalo = { api: createZaloApi({ ...options, apiRoot }), bot, apiRoot, random }
  const root = kindOfApiRoot(apiRoot)
  const mediaDispatcher = options.mediaDispatcher ?? mediaDispatcherFor(root, dispatcher)
  return {
    name: 'zalo',
    botId,
    authenticate: createSecretCheck('x-bot-api-secret-token', options.secret),
    parse: (body, receivedAt) => parseZaloEvent(body, receivedAt, bot),
    render: (message) => renderZalo(message, textLimit),
    restate: restateZalo,
    deliver: (to, part, signal) => {
      const chatId = chatOf(bot, to)
      const payload = readPayload(part)
      if (chatId === undefined) return refuse('address')
      if (payload === undefined) return refuse('payload')
      return send(zalo, { chat_id: chatId, payload }, signal)
    },
    // Zalo has no buttons, so nothing waits to be acknowledged.
    acknowledge: () => Promise.resolve(),
    fetchMedia: (ref, signal) => {
      const url = readUrl(ref)
      if (url === undefined) return Promise.resolve({ status: 'refused', reason: 'host' })
      const allowed = { domains: MEDIA_DOMAINS, root }
      const isAllowed = (source: URL) => isMediaSource(source, allowed)
      return downloadMedia({ dispatcher: mediaDispatcher, url, signal, isAllowed })
    },
  }
}

function mediaDispatcherFor(root: ApiRootKind, dispatcher: Dispatcher): Dispatcher {
  return root === 'loopback'
    ? dispatcher
    : openDispatcher({ connections: 4, lookup: publicLookup() })
}

function refuse(code: string): Promise<DeliveryResult> {
  return Promise.resolve({ status: 'rejected', scope: 'message', code })
}

type Send = { readonly chat_id: string; readonly payload: ZaloPayload }

async function send(
  { api, apiRoot, random }: Zalo,
  { chat_id, payload }: Send,
  signal: AbortSignal,
): Promise<DeliveryResult> {
  try {
    if (payload.method === 'sendMessage') {
      const { message_id } = await api.sendMessage({ chat_id, text: payload.text }, { signal })
      return { status: 'sent', receipt: message_id }
    }
    const { photo, caption } = payload
    if (!isFetchablePhoto(photo, kindOfApiRoot(apiRoot))) return await refuse('photo-url')
    const picture = { chat_id, photo, ...(caption !== undefined && { caption }) }
    const { message_id } = await api.sendPhoto(picture, { signal })
    return { status: 'sent', receipt: message_id }
  } catch (error) {
    return zaloFailure(error, random)
  }
}
