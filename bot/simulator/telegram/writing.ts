import {
  chatOf,
  findPost,
  post,
  repost,
  storeFile,
  userOf,
  type Chat,
  type TelegramWorld,
  type WireEntity,
  type WireMessage,
} from './world.ts'

/** Where a message goes when not into the private chat with the bot, and what it hangs on. */
export type Placement = {
  readonly group?: number
  /** Puts the bot's @name in front, as its picker does. */
  readonly mention?: boolean
  readonly replyTo?: number
}

export type Sent = {
  readonly messageId: number
  /** Undefined when the bot is not told: a group message that is not for it, a type it did not ask for. */
  readonly updateId: number | undefined
}

export type Attachment = {
  readonly bytes: Uint8Array
  readonly mediaType?: string
  readonly caption?: string
}

/** What people write and send. An impossible act (writing to a bot that one has blocked) throws. */
export function telegramWriting(world: TelegramWorld) {
  return {
    userSends: (userId: number, text: string, placement: Placement = {}) =>
      userWrites(world, userId, { text, ...placement }),
    /** Opens `t.me/<bot>?start=<payload>` and presses Start. */
    userStarts: (userId: number, payload?: string) =>
      userWrites(world, userId, { text: startText(payload) }),
    userSendsPhoto: (
      userId: number,
      photo: Attachment & { readonly albumId?: string },
      placement: Placement = {},
    ) => userSendsPhoto(world, userId, photo, placement),
    userSendsDocument: (userId: number, file: Attachment & { readonly name: string }) =>
      userSendsDocument(world, userId, file),
    userSendsVoice: (userId: number, bytes: Uint8Array) => userSendsVoice(world, userId, bytes),
    userSendsSticker: (userId: number, emoji = '👍') => userSendsSticker(world, userId, emoji),
    userEdits: (userId: number, messageId: number, text: string, group = userId) =>
      userEdits(world, { userId, chatId: group, messageId, text }),
  }
}

type Words = Placement & { readonly text: string }

function userWrites(world: TelegramWorld, userId: number, words: Words): Sent {
  const { text, entities } = spoken(world, words)
  return deliver(world, userId, words, { text, entities })
}

/** The text as it is sent, with the entities that Telegram finds in it (offsets in UTF-16 units). */
function spoken(
  { bot }: TelegramWorld,
  { text, mention }: { readonly text: string; readonly mention?: boolean },
): { readonly text: string; readonly entities: readonly WireEntity[] | undefined } {
  const name = `@${bot.username}`
  const whole = mention ? `${name} ${text}` : text
  const entities: WireEntity[] = []
  const command = /^\/\w{1,32}(@\w+)?/.exec(whole)?.[0]
  if (command !== undefined) {
    entities.push({ type: 'bot_command', offset: 0, length: command.length })
  }
  const at = whole.indexOf(name)
  if (command === undefined && at >= 0) {
    entities.push({ type: 'mention', offset: at, length: name.length })
  }
  return { text: whole, entities: entities.length > 0 ? entities : undefined }
}

function startText(payload: string | undefined): string {
  if (payload === undefined) return '/start'
  // Telegram, Bot features, Deep linking: up to 64 characters A-Z, a-z, 0-9, _ and -.
  if (!/^[\w-]{1,64}$/.test(payload)) throw new Error('no deep link can carry this payload')
  return `/start ${payload}`
}

function userSendsPhoto(
  world: TelegramWorld,
  userId: number,
  photo: Attachment & { readonly albumId?: string },
  placement: Placement,
): Sent {
  const media = { bytes: photo.bytes, mediaType: photo.mediaType ?? 'image/jpeg', extension: 'jpg' }
  // Telegram Bot API, Message: photo holds the available sizes, the largest last.
  const sizes = [
    { width: 90, height: 67 },
    { width: 1280, height: 960 },
  ].map((size) => storeFile(world, 'photos', media, size).wire)
  const text = placement.mention === true ? (photo.caption ?? '') : photo.caption
  const caption = text === undefined ? undefined : spoken(world, { ...placement, text })
  return deliver(world, userId, placement, {
    photo: sizes,
    caption: caption?.text,
    caption_entities: caption?.entities,
    media_group_id: photo.albumId,
  })
}

function userSendsDocument(
  world: TelegramWorld,
  userId: number,
  { bytes, mediaType = 'application/octet-stream', caption, name }: Attachment & { name: string },
): Sent {
  const extension = /\.(\w+)$/.exec(name)?.[1] ?? 'dat'
  const facts = { file_name: name, mime_type: mediaType }
  const file = storeFile(world, 'documents', { bytes, mediaType, extension }, facts)
  return deliver(world, userId, {}, { document: file.wire, caption })
}

function userSendsVoice(world: TelegramWorld, userId: number, bytes: Uint8Array): Sent {
  const media = { bytes, mediaType: 'audio/ogg', extension: 'oga' }
  const facts = { duration: 3, mime_type: media.mediaType }
  return deliver(world, userId, {}, { voice: storeFile(world, 'voice', media, facts).wire })
}

function userSendsSticker(world: TelegramWorld, userId: number, emoji: string): Sent {
  const facts = { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false }
  const media = { bytes: new Uint8Array(), mediaType: 'image/webp', extension: 'webp' }
  const file = storeFile(world, 'stickers', media, { ...facts, emoji })
  return deliver(world, userId, {}, { sticker: file.wire })
}

function deliver(
  world: TelegramWorld,
  userId: number,
  placement: Placement,
  content: Partial<WireMessage>,
): Sent {
  const chat = chatOf(world, placement.group ?? userId)
  if (placement.group === undefined) openByWriting(chat)
  const reply_to_message =
    placement.replyTo === undefined ? undefined : findPost(world, chat.wire.id, placement.replyTo)
  const message = post(world, chat, userOf(world, userId), { ...content, reply_to_message })
  const updateId = isForBot(world, message)
    ? world.updates.add('message', message, chat.wire.id)
    : undefined
  return { messageId: message.message_id, updateId }
}

function openByWriting(chat: Chat): void {
  if (chat.reach !== 'open' && chat.reach !== 'not-started') {
    throw new Error(`nobody can write from a chat that is ${chat.reach}`)
  }
  chat.reach = 'open'
}

/**
 * Telegram, Bot features, Privacy mode: in a group a bot is told of commands, replies to it and
 * mentions of it, unless it reads all messages.
 */
function isForBot(world: TelegramWorld, message: WireMessage): boolean {
  if (message.chat.type === 'private') return true
  if (world.chats.get(message.chat.id)?.reach !== 'open') return false
  return (
    world.readsAllGroupMessages ||
    (message.entities ?? message.caption_entities) !== undefined ||
    message.reply_to_message?.from?.id === world.bot.id
  )
}

function userEdits(
  world: TelegramWorld,
  edit: { userId: number; chatId: number; messageId: number; text: string },
): Sent {
  const message = findPost(world, edit.chatId, edit.messageId)
  if (message?.from?.id !== edit.userId) throw new Error('people edit only what they wrote')
  const words = message.text === undefined ? { caption: edit.text } : { text: edit.text }
  const edited = { ...message, ...words, edit_date: Math.floor(world.clock() / 1000) }
  repost(world, edited)
  const updateId = isForBot(world, edited)
    ? world.updates.add('edited_message', edited, edit.chatId)
    : undefined
  return { messageId: edit.messageId, updateId }
}
