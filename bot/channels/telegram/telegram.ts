import type { Dispatcher } from 'undici'
import type { Channel, DeliveryResult, MediaResult } from '../../../core/delivery/channel.ts'
import type { BotKey } from '../address.ts'
import { isFetchablePhoto, kindOfApiRoot, urlBelow } from '../api-root.ts'
import { CallError } from '../call-error.ts'
import { fieldsOf, integerOf, stringOf } from '../json-fields.ts'
import { downloadMedia, LARGEST_MEDIA } from '../media-download.ts'
import { TelegramApi } from './api.ts'
import { destinationOf } from './chat.ts'
import { telegramFailure } from './delivery.ts'
import { readPayload, renderTelegram, restateTelegram, type TelegramPayload } from './message.ts'
import { parseTelegramUpdate } from './updates.ts'
import { createSecretCheck } from '../webhook-secret.ts'

export const TELEGRAM_API_ROOT = 'https://api.telegram.org'

/** Telegram Bot API, answerCallbackQuery: text of 0–200 characters. */
const LONGEST_NOTE = 200

/** The name and the bytes of a stored file. */
export type ReadFile = (
  fileId: string,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>

export type TelegramOptions = {
  readonly token: string
  /** The digits in front of the token's colon: see `botIdOf`. */
  readonly botId: string
  /** What `setWebhook` was given as secret_token. Without it no webhook call is genuine. */
  readonly secret?: string | undefined
  readonly apiRoot?: string | undefined
  /** Made by `openDispatcher`, and closed by whoever made it. */
  readonly dispatcher: Dispatcher
  /** Reads a stored file when it is to be sent; undefined when it is no longer kept. */
  readonly readFile?: ReadFile | undefined
  /** The bot's username, without `@`. Without it a mention in a group is not recognised. */
  readonly botName?: string | undefined
}

type Telegram = {
  readonly api: TelegramApi
  readonly bot: BotKey
  readonly options: TelegramOptions & { readonly apiRoot: string }
}

/** The Telegram channel. Makes no call until it is asked to deliver, acknowledge or fetch. */
export function createTelegramChannel(given: TelegramOptions): Channel {
  const options = { ...given, apiRoot: given.apiRoot ?? TELEGRAM_API_ROOT }
  const bot = { channel: 'telegram', botId: options.botId, botName: options.botName } as const
  const telegram = { api: new TelegramApi(options), bot, options }
  return {
    name: 'telegram',
    botId: options.botId,
    authenticate: createSecretCheck('x-telegram-bot-api-secret-token', options.secret),
    parse: (body, receivedAt) => parseTelegramUpdate(body, receivedAt, bot),
    render: renderTelegram,
    restate: restateTelegram,
    deliver: (to, part, signal) => {
      const destination = destinationOf(to, bot)
      const payload = readPayload(part)
      if (destination === undefined) return refuse('address')
      if (payload === undefined) return refuse('payload')
      return send(telegram, { ...destination, payload }, signal)
    },
    acknowledge: (ackRef, note) => acknowledge(telegram, ackRef, note),
    fetchMedia: (fileId, signal) => fetchFile(telegram, fileId, signal),
  }
}

function refuse(code: string): Promise<DeliveryResult> {
  return Promise.resolve({ status: 'rejected', scope: 'message', code })
}

type Send = { readonly chat_id: number; readonly payload: TelegramPayload }

async function send(
  { api, bot, options }: Telegram,
  { payload, ...destination }: Send,
  signal: AbortSignal,
): Promise<DeliveryResult> {
  if (payload.method === 'sendDocument' || payload.method === 'sendStoredPhoto')
    return sendFile({ api, bot, options }, { payload, ...destination }, signal)
  const { method, ...content } = payload
  if (method === 'sendPhoto' && !isFetchablePhoto(payload.photo, kindOfApiRoot(options.apiRoot))) {
    return refuse('photo-url')
  }
  return receiptOf(api.callApi(method, { ...destination, ...content }, { signal }), bot)
}

/** The bytes are read now, since the outbox holds only the file's id. */
async function sendFile(
  { api, bot, options }: Telegram,
  { payload, ...destination }: Send & { payload: { method: 'sendDocument' | 'sendStoredPhoto' } },
  signal: AbortSignal,
): Promise<DeliveryResult> {
  const file = await options.readFile?.(payload.fileId)
  if (!file) return refuse('file-gone')
  const upload = { source: Buffer.from(file.bytes), filename: file.name }
  const { method, caption } = payload
  const fields = { ...destination, ...(caption !== '' && { caption }) }
  if (method === 'sendDocument')
    return receiptOf(api.callApi(method, { ...fields, document: upload }, { signal }), bot)
  const { reply_markup } = payload
  const photo = { ...fields, photo: upload, ...(reply_markup && { reply_markup }) }
  return receiptOf(api.callApi('sendPhoto', photo, { signal }), bot)
}

async function receiptOf(call: Promise<unknown>, bot: BotKey): Promise<DeliveryResult> {
  try {
    const receipt = integerOf(fieldsOf(await call)?.message_id)?.toString()
    if (receipt === undefined) return { status: 'uncertain', cause: 'bad-response' }
    return { status: 'sent', receipt }
  } catch (error) {
    return telegramFailure(error, bot)
  }
}

async function acknowledge({ api }: Telegram, ackRef: string, note?: string): Promise<void> {
  try {
    const text = note?.slice(0, LONGEST_NOTE)
    await api.answerCbQuery(ackRef, text)
  } catch {
    // The button stops waiting by itself; nothing is lost but the note.
  }
}

async function fetchFile(
  { api, options }: Telegram,
  fileId: string,
  signal: AbortSignal,
): Promise<MediaResult> {
  const { token, apiRoot, dispatcher } = options
  try {
    const file: unknown = await api.callApi('getFile', { file_id: fileId }, { signal })
    const path = stringOf(fieldsOf(file)?.file_path)
    const size = integerOf(fieldsOf(file)?.file_size) ?? 0
    if (size > LARGEST_MEDIA) return { status: 'refused', reason: 'too-large' }
    if (path === undefined) return { status: 'refused', reason: 'gone' }
    const base = urlBelow(apiRoot, `file/bot${token}/`)
    const isAllowed = (url: URL) => url.href.startsWith(base.href)
    return await downloadMedia({ dispatcher, url: new URL(path, base), signal, isAllowed })
  } catch (error) {
    return mediaFailure(error)
  }
}

function mediaFailure(error: unknown): MediaResult {
  if (!(error instanceof CallError) || error.failure.kind !== 'refused') return { status: 'retry' }
  const { code } = error.failure
  if (code !== 400 && code !== 404) return { status: 'retry' }
  const isTooBig = /too big/i.test(error.description)
  return { status: 'refused', reason: isTooBig ? 'too-large' : 'gone' }
}
