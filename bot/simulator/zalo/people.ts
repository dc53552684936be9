import { randomHex } from '../random-ids.ts'
import { newMessageId, show, type Shown, type ZaloUser, type ZaloWorld } from './world.ts'

export type NewZaloUser = {
  readonly id?: string
  readonly displayName: string
  /** True for somebody whom the bot has heard from before; nothing is sent. */
  readonly started?: boolean
}

/** Where a message goes when not into the private chat with the bot. */
export type ZaloPlacement = {
  readonly group?: string
  /** Puts the bot's name in front, as the picker does. */
  readonly mention?: boolean
  /** Hangs the message on one of the bot's, which the bot is told of without a sign of it. */
  readonly reply?: boolean
}

export type ZaloPhoto = {
  readonly bytes: Uint8Array
  readonly mediaType?: string
  readonly caption?: string
}

export type ZaloSent = {
  readonly messageId: string
  /** False for a group message that is not for the bot. */
  readonly isToldToBot: boolean
}

type Utterance = {
  readonly name: 'text' | 'image' | 'sticker' | 'voice'
  /** The event's own fields, as captured on the wire. */
  readonly wire: Readonly<Record<string, unknown>>
  readonly shown: Shown
}

/** What people do on their phones. */
export function zaloPeople(world: ZaloWorld) {
  return {
    createUser: (user: NewZaloUser) => createUser(world, user),
    /** @returns the id of a group that the bot is in. */
    createGroup: (id = randomHex(world.random, 16)) => {
      world.chats.set(id, { id, type: 'GROUP', known: true })
      return id
    },
    userSends: (userId: string, text: string, placement: ZaloPlacement = {}) =>
      userSends(world, userId, text, placement),
    userSendsPhoto: (userId: string, photo: ZaloPhoto, placement: ZaloPlacement = {}) =>
      userSendsPhoto(world, userId, photo, placement),
    userSendsSticker: (userId: string, sticker = 'a1b2c3d4') =>
      userSendsSticker(world, userId, sticker),
    userSendsVoice: (userId: string, bytes: Uint8Array) => userSendsVoice(world, userId, bytes),
    /** A file, a contact, a location, a protected sender: the bot learns that something came, at most. */
    userSendsUnsupported: (userId: string, withMessage = true) =>
      userSendsUnsupported(world, userId, withMessage),
  }
}

function createUser(world: ZaloWorld, { id, displayName, started }: NewZaloUser): ZaloUser {
  const user = { id: id ?? randomHex(world.random, 16), displayName }
  world.users.set(user.id, user)
  // Captured: in a private chat the chat's id is the person's.
  world.chats.set(user.id, { id: user.id, type: 'PRIVATE', known: started ?? false })
  return user
}

function userSends(
  world: ZaloWorld,
  userId: string,
  text: string,
  placement: ZaloPlacement,
): ZaloSent {
  const said = spoken(world, text, placement)
  return tell(world, userId, placement, {
    name: 'text',
    wire: { text: said },
    shown: { text: said },
  })
}

/** Captured: an image has `photo_url`, message_type CHAT_PHOTO and a caption, which may be empty. */
function userSendsPhoto(
  world: ZaloWorld,
  userId: string,
  { bytes, mediaType = 'image/jpeg', caption = '' }: ZaloPhoto,
  placement: ZaloPlacement,
): ZaloSent {
  const url = world.mediaUrl(world.shelf.put({ bytes, mediaType }, 'jpg'))
  const said = spoken(world, caption, placement)
  return tell(world, userId, placement, {
    name: 'image',
    wire: { message_type: 'CHAT_PHOTO', photo_url: url, caption: said },
    shown: { ...(said !== '' && { text: said }), attachment: { kind: 'photo', url } },
  })
}

function userSendsSticker(world: ZaloWorld, userId: string, sticker: string): ZaloSent {
  const picture = { bytes: new Uint8Array(), mediaType: 'image/png' }
  const url = world.mediaUrl(world.shelf.put(picture, 'png'))
  return tell(
    world,
    userId,
    {},
    {
      name: 'sticker',
      wire: { message_type: 'CHAT_STICKER', sticker, url },
      shown: { attachment: { kind: 'sticker', name: sticker } },
    },
  )
}

function userSendsVoice(world: ZaloWorld, userId: string, bytes: Uint8Array): ZaloSent {
  const url = world.mediaUrl(world.shelf.put({ bytes, mediaType: 'audio/aac' }, 'aac'))
  return tell(
    world,
    userId,
    {},
    {
      name: 'voice',
      wire: { message_type: 'CHAT_VOICE', voice_url: url },
      shown: { attachment: { kind: 'voice', url } },
    },
  )
}

/** Zalo Bot API, groups: a mention stays in the text as the bot's literal @name, without an entity. */
function spoken({ bot }: ZaloWorld, text: string, { mention }: ZaloPlacement): string {
  return mention ? `@${bot.displayName} ${text}`.trimEnd() : text
}

function tell(
  world: ZaloWorld,
  userId: string,
  placement: ZaloPlacement,
  { name, wire, shown }: Utterance,
): ZaloSent {
  const { group, mention = false, reply = false } = placement
  const { envelope, chat } = messageFrom(world, userId, group)
  show(world, chat, { id: envelope.message_id, senderId: userId, ...shown })
  // Zalo Bot API, groups: a bot is told only of what mentions it or replies to it.
  const isToldToBot = chat.type === 'PRIVATE' || mention || reply
  if (isToldToBot) {
    chat.known = true
    const message = { ...envelope, ...wire }
    world.events.add({ event_name: `message.${name}.received`, message }, chat.id)
  }
  return { messageId: envelope.message_id, isToldToBot }
}

/** Captured: some of these events have only a message's frame, some no message at all. */
function userSendsUnsupported(world: ZaloWorld, userId: string, withMessage: boolean): ZaloSent {
  const { envelope, chat } = messageFrom(world, userId, undefined)
  const attachment = { kind: 'document', name: 'tệp' } as const
  show(world, chat, { id: envelope.message_id, senderId: userId, attachment })
  chat.known ||= withMessage
  const event_name = 'message.unsupported.received'
  world.events.add(withMessage ? { event_name, message: envelope } : { event_name }, chat.id)
  return { messageId: envelope.message_id, isToldToBot: true }
}

/** Captured: the fields every message has; `date` in milliseconds since the epoch. */
function messageFrom(world: ZaloWorld, userId: string, group: string | undefined) {
  const user = world.users.get(userId)
  const chat = world.chats.get(group ?? userId)
  if (!user || !chat) throw new Error(`no such user or group: ${userId}, ${group ?? ''}`)
  const envelope = {
    date: world.clock(),
    chat: { chat_type: chat.type, id: chat.id },
    message_id: newMessageId(world),
    from: { id: user.id, is_bot: false, display_name: user.displayName },
  }
  return { envelope, chat }
}
