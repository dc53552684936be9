import { ApiRefusal } from '../bot-api.ts'
import { fetchMedia } from '../media-shelf.ts'
import { checkKeyboard, openChat } from './chats.ts'
import type { TelegramFields } from './fields.ts'
import {
  findPost,
  post,
  storeFile,
  type Chat,
  type StoredFile,
  type TelegramWorld,
  type WireMessage,
} from './world.ts'

type Target = {
  readonly folder: string
  readonly largest: number
  /** What may be fetched from a URL. */
  readonly types: RegExp
}
type Upload = TelegramFields['sendPhoto']['photo']
type Framing = Pick<TelegramFields['sendMessage'], 'chat_id' | 'reply_parameters' | 'reply_markup'>

/** Telegram Bot API, sendMessage: text of 1–4096 characters; counted here in UTF-16 units. */
const LONGEST_TEXT = 4096
/** Telegram Bot API, sendPhoto and sendDocument: caption of 0–1024 characters. */
const LONGEST_CAPTION = 1024
/** Telegram Bot API, Sending files: photos up to 10 MB, other files up to 50 MB. */
const MEGABYTE = 1024 * 1024
const PHOTO: Target = { folder: 'photos', largest: 10 * MEGABYTE, types: /^image\// }
/** Telegram Bot API, Sending files: a document by URL works for GIF, PDF and ZIP only. */
const DOCUMENT: Target = {
  folder: 'documents',
  largest: 50 * MEGABYTE,
  types: /^(image\/gif|application\/(pdf|zip))/,
}

export function sendMessage(
  world: TelegramWorld,
  fields: TelegramFields['sendMessage'],
): WireMessage {
  // Telegram Bot API server: text is trimmed before it is measured.
  const text = fields.text.trim()
  if (text === '') throw new ApiRefusal(400, 'Bad Request: message text is empty')
  if (text.length > LONGEST_TEXT) throw new ApiRefusal(400, 'Bad Request: message is too long')
  const { chat, frame } = framed(world, fields)
  return post(world, chat, world.bot, { text, ...frame })
}

export async function sendPhoto(
  world: TelegramWorld,
  fields: TelegramFields['sendPhoto'],
): Promise<WireMessage> {
  const { chat, frame } = framed(world, fields)
  const caption = checkedCaption(fields.caption)
  const file = await received(world, fields.photo, PHOTO)
  return post(world, chat, world.bot, { photo: [file.wire], caption, ...frame })
}

export async function sendDocument(
  world: TelegramWorld,
  fields: TelegramFields['sendDocument'],
): Promise<WireMessage> {
  const { chat, frame } = framed(world, fields)
  const caption = checkedCaption(fields.caption)
  const file = await received(world, fields.document, DOCUMENT)
  return post(world, chat, world.bot, { document: file.wire, caption, ...frame })
}

function framed(
  world: TelegramWorld,
  { chat_id, reply_parameters: reply, reply_markup }: Framing,
): { readonly chat: Chat; readonly frame: Partial<WireMessage> } {
  const chat = openChat(world, chat_id)
  checkKeyboard(reply_markup)
  const repliedTo = reply && findPost(world, chat.wire.id, reply.message_id)
  if (reply && !repliedTo && reply.allow_sending_without_reply !== true) {
    throw new ApiRefusal(400, 'Bad Request: message to be replied not found')
  }
  // Only an inline keyboard is part of the message that comes back.
  const inline = reply_markup && 'inline_keyboard' in reply_markup ? reply_markup : undefined
  return { chat, frame: { reply_to_message: repliedTo, reply_markup: inline } }
}

function checkedCaption(caption: string | undefined): string | undefined {
  const text = caption?.trim()
  if (text && text.length > LONGEST_CAPTION) {
    throw new ApiRefusal(400, 'Bad Request: message caption is too long')
  }
  return text === '' ? undefined : text
}

/** Telegram Bot API, Sending files: a file_id the server knows, a URL it fetches, or an upload. */
async function received(
  world: TelegramWorld,
  upload: Upload,
  { folder, largest, types }: Target,
): Promise<StoredFile> {
  if (upload instanceof File) {
    if (upload.size > largest) throw new ApiRefusal(413, 'Request Entity Too Large')
    const bytes = new Uint8Array(await upload.arrayBuffer())
    const extension = /\.(\w+)$/.exec(upload.name)?.[1] ?? 'dat'
    const media = { bytes, mediaType: upload.type || 'application/octet-stream', extension }
    return storeFile(world, folder, media, { file_name: upload.name, mime_type: media.mediaType })
  }
  const known = world.files.get(upload)
  if (known) return known
  if (!/^https?:\/\//.test(upload)) {
    throw new ApiRefusal(400, 'Bad Request: wrong file identifier/HTTP URL specified')
  }
  const media = await fetchMedia(world.fetch, upload, types)
  if (!media) throw new ApiRefusal(400, 'Bad Request: failed to get HTTP URL content')
  const extension = /\/(\w+)/.exec(media.mediaType)?.[1] ?? 'dat'
  return storeFile(world, folder, { ...media, extension })
}
