import type { MediaShelf } from '../media-shelf.ts'
import { randomHex, type Random } from '../random-ids.ts'
import type { PhoneAttachment, PhoneMessage, Phones } from '../phones.ts'
import type { ReplyMarkup } from './fields.ts'
import type { TelegramUpdates } from './updates.ts'

/** Telegram Bot API, User. */
export type WireUser = {
  readonly id: number
  readonly is_bot: boolean
  readonly first_name: string
  readonly last_name?: string | undefined
  readonly username?: string | undefined
  readonly language_code?: string | undefined
}

/** Telegram Bot API, Chat. */
export type WireChat = {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title?: string | undefined
  readonly first_name?: string | undefined
  readonly last_name?: string | undefined
  readonly username?: string | undefined
}

/** Telegram Bot API, Message: the fields that occur here. `date` counts seconds. */
export type WireMessage = {
  readonly message_id: number
  readonly date: number
  readonly chat: WireChat
  readonly from?: WireUser | undefined
  readonly edit_date?: number | undefined
  readonly text?: string | undefined
  readonly entities?: readonly WireEntity[] | undefined
  readonly caption?: string | undefined
  readonly caption_entities?: readonly WireEntity[] | undefined
  readonly media_group_id?: string | undefined
  readonly photo?: readonly WireFile[] | undefined
  readonly document?: WireFile | undefined
  readonly voice?: WireFile | undefined
  readonly sticker?: WireFile | undefined
  readonly reply_to_message?: WireMessage | undefined
  readonly reply_markup?: ReplyMarkup | undefined
  readonly migrate_to_chat_id?: number | undefined
  readonly migrate_from_chat_id?: number | undefined
}

export type WireEntity = { readonly type: string; readonly offset: number; readonly length: number }

/** Telegram Bot API, PhotoSize, Document, Voice or Sticker. */
export type WireFile = {
  readonly file_id: string
  readonly file_unique_id: string
  readonly file_size?: number
} & Readonly<Record<string, unknown>>

/** Why the bot may not write to a chat, or that it may. */
export type Reach = 'open' | 'not-started' | 'blocked' | 'deactivated' | 'kicked'

export type Chat = {
  readonly wire: WireChat
  reach: Reach
  /** Set when the group became a supergroup with this id. */
  movedTo?: number
}

/** One press of a button, and how the bot answered it. Instants in milliseconds since the epoch. */
export type ButtonPress = {
  readonly queryId: string
  readonly userId: number
  readonly chatId: number
  readonly messageId: number
  readonly data: string
  readonly at: number
  answer?: { readonly text?: string; readonly showAlert: boolean; readonly at: number }
}

export type StoredFile = {
  readonly wire: WireFile
  /** Its name on the media shelf. */
  readonly shelfName: string
  readonly size: number
  /** Telegram Bot API, getFile: what follows `/file/bot<token>/`. */
  readonly path: string
}

export type BotCommand = { readonly command: string; readonly description: string }

export type TelegramWorld = {
  readonly bot: WireUser & { readonly username: string }
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly random: Random
  readonly fetch: typeof globalThis.fetch
  readonly readsAllGroupMessages: boolean
  readonly users: Map<number, WireUser>
  readonly chats: Map<number, Chat>
  readonly posts: Map<string, WireMessage>
  readonly files: Map<string, StoredFile>
  readonly presses: Map<string, ButtonPress>
  /** By scope and language, as `default/` or `all_private_chats/vi`. */
  readonly commands: Map<string, readonly BotCommand[]>
  readonly phones: Phones
  readonly shelf: MediaShelf
  readonly updates: TelegramUpdates
  readonly mediaUrl: (shelfName: string) => string
  readonly nextMessageId: () => number
}

/** Puts a message into a chat: kept for edits and presses, and shown on the phone. */
export function post(
  world: TelegramWorld,
  chat: Chat,
  from: WireUser,
  content: Partial<WireMessage>,
): WireMessage {
  const message: WireMessage = {
    message_id: world.nextMessageId(),
    date: Math.floor(world.clock() / 1000),
    chat: chat.wire,
    from,
    ...content,
  }
  world.posts.set(postKey(chat.wire.id, message.message_id), message)
  world.phones.show(chat.wire.id, onPhone(world, message))
  return message
}

/** Replaces a message that was posted, in memory and on the phone. */
export function repost(world: TelegramWorld, message: WireMessage): void {
  world.posts.set(postKey(message.chat.id, message.message_id), message)
  world.phones.replace(message.chat.id, onPhone(world, message))
}

export function findPost(
  world: TelegramWorld,
  chatId: number,
  messageId: number,
): WireMessage | undefined {
  return world.posts.get(postKey(chatId, messageId))
}

/** Keeps bytes and gives them the ids under which the Bot API knows them. */
export function storeFile(
  world: TelegramWorld,
  folder: string,
  media: { readonly bytes: Uint8Array; readonly mediaType: string; readonly extension: string },
  facts: Readonly<Record<string, unknown>> = {},
): StoredFile {
  const shelfName = world.shelf.put(media, media.extension)
  const size = media.bytes.byteLength
  const wire = {
    file_id: `AgAC${randomHex(world.random, 48)}`,
    file_unique_id: `AQAD${randomHex(world.random, 12)}`,
    file_size: size,
    ...facts,
  }
  const file = { wire, shelfName, size, path: `${folder}/${shelfName}` }
  world.files.set(wire.file_id, file)
  return file
}

/** The user; a programming mistake throws. */
export function userOf(world: TelegramWorld, userId: number): WireUser {
  const user = world.users.get(userId)
  if (!user) throw new Error(`no such user: ${userId}`)
  return user
}

/** The chat; a programming mistake throws. */
export function chatOf(world: TelegramWorld, chatId: number): Chat {
  const chat = world.chats.get(chatId)
  if (!chat) throw new Error(`no such chat: ${chatId}`)
  return chat
}

function postKey(chatId: number, messageId: number): string {
  return `${chatId}/${messageId}`
}

function onPhone(world: TelegramWorld, message: WireMessage): PhoneMessage {
  const text = message.text ?? message.caption
  const attachment = attachmentOf(world, message)
  const buttons = buttonsOf(message.reply_markup)
  const isBot = message.from?.id === world.bot.id
  return {
    id: String(message.message_id),
    from: isBot ? 'bot' : 'user',
    at: message.date * 1000,
    ...(!isBot && message.from && { senderId: String(message.from.id) }),
    ...(message.edit_date !== undefined && { editedAt: message.edit_date * 1000 }),
    ...(text !== undefined && { text }),
    ...(attachment && { attachment }),
    ...(buttons && { buttons }),
  }
}

function attachmentOf(world: TelegramWorld, message: WireMessage): PhoneAttachment | undefined {
  if (message.sticker) return { kind: 'sticker', name: String(message.sticker['emoji']) }
  const [kind, wire] = message.photo
    ? (['photo', message.photo.at(-1)] as const)
    : message.voice
      ? (['voice', message.voice] as const)
      : (['document', message.document] as const)
  const file = wire && world.files.get(wire.file_id)
  if (!file) return undefined
  const name = wire['file_name']
  return {
    kind,
    url: world.mediaUrl(file.shelfName),
    ...(typeof name === 'string' && { name }),
  }
}

function buttonsOf(markup: ReplyMarkup | undefined): PhoneMessage['buttons'] {
  if (!markup || !('inline_keyboard' in markup)) return undefined
  return markup.inline_keyboard.map((row) =>
    row.map(({ text, callback_data, url }) => ({
      label: text,
      ...(callback_data !== undefined && { data: callback_data }),
      ...(url !== undefined && { url }),
    })),
  )
}
