import { createHash } from 'node:crypto'
import type { Identity, InboundEvent, ParseOutcome } from '../../../core/delivery/channel.ts'
import { addressOf, userKeyOf, type BotKey } from '../address.ts'
import { eventTime } from '../event-time.ts'
import { fieldsOf, idOf, refOf, storableText, stringOf, type Fields } from '../json-fields.ts'
import { withoutNamedMention } from '../mention.ts'
import { accept, ignore, quarantine } from '../parse-outcome.ts'

/** The bot as Zalo shows it. `botName` is its display name, which is all that marks a mention. */
export type ZaloBot = BotKey & {
  readonly botName?: string | undefined
  /** Whether it is let into groups; elsewhere a group's message can only be a mistake. */
  readonly groups: () => boolean
}

type Context = { readonly name: string; readonly receivedAt: number; readonly bot: ZaloBot }

/** A message with everything that its events have in common. */
type Letter = {
  readonly message: Fields
  readonly from: Identity
  readonly base: Pick<InboundEvent, 'eventId' | 'botId' | 'conversation' | 'at'>
  readonly bot: ZaloBot
}

const LONGEST_NAME = 100

const READERS = new Map<string, (letter: Letter) => ParseOutcome>([
  ['message.text.received', readText],
  ['message.image.received', (letter) => readMedia(letter, 'photo')],
  ['message.sticker.received', (letter) => readMedia(letter, 'sticker')],
  ['message.voice.received', (letter) => readMedia(letter, 'voice')],
  ['message.unsupported.received', ({ base, from }) => accept({ ...base, kind: 'opaque', from })],
])

/** Where each kind of media has its URL. Zalo documents `photo` and sends `photo_url`. */
const URL_FIELDS = {
  photo: ['photo_url', 'photo'],
  sticker: ['url'],
  voice: ['voice_url'],
} as const

/**
 * An event of the Zalo Bot API, flat as webhooks send it or in the envelope `{ok, result}` of
 * `getUpdates`; both forms of one event give the same outcome. Total: whatever comes, it answers
 * and never throws. `receivedAt`: milliseconds since the epoch.
 */
export function parseZaloEvent(body: unknown, receivedAt: number, bot: ZaloBot): ParseOutcome {
  const outer = fieldsOf(body)
  if (outer === undefined) return quarantine('not-an-object')
  const event = outer.event_name === undefined ? (fieldsOf(outer.result) ?? outer) : outer
  const name = stringOf(event.event_name)
  if (name === undefined) return outer.ok === false ? ignore('not-ok') : quarantine('no-event-name')
  const read = READERS.get(name)
  if (read === undefined) return ignore(name)
  const message = fieldsOf(event.message)
  // Zalo announces some protected or unsupported messages by their name alone.
  if (message === undefined) return ignore(name)
  const letter = open(message, { name, receivedAt, bot })
  return 'ok' in letter ? letter : read(letter)
}

function open(message: Fields, { name, receivedAt, bot }: Context): Letter | ParseOutcome {
  const author = fieldsOf(message.from)
  const userId = idOf(author?.id)
  const chatId = idOf(fieldsOf(message.chat)?.id) ?? userId
  if (chatId === undefined || author === undefined || userId === undefined) {
    return quarantine(`${name}.chat`)
  }
  if (userId === bot.botId) return ignore('from-self')
  if (author.is_bot === true) return ignore('from-bot')
  const kind = kindOfChat(message, chatId === userId)
  if (kind === 'group' && !bot.groups()) return ignore('groups-off')
  const conversation = { address: addressOf(bot, chatId), kind }
  return {
    message,
    from: identityOf(author, userId, bot),
    base: {
      eventId: idOf(message.message_id) ?? fingerprint(name, message, [chatId, userId]),
      botId: bot.botId,
      conversation,
      at: eventTime(message.date, receivedAt),
    },
    bot,
  }
}

/** A chat of unknown kind that is not the author's own might be read by others. */
function kindOfChat(message: Fields, isAuthors: boolean): 'direct' | 'group' {
  const kind = stringOf(fieldsOf(message.chat)?.chat_type)?.toUpperCase()
  if (kind === 'GROUP') return 'group'
  return kind === 'PRIVATE' || isAuthors ? 'direct' : 'group'
}

/** In a private chat the chat and the author have the same id. */
function identityOf(author: Fields, userId: string, bot: ZaloBot): Identity {
  const name = stringOf(author.display_name) ?? stringOf(author.name) ?? ''
  const displayName = storableText(name.slice(0, LONGEST_NAME)).trim()
  return {
    address: addressOf(bot, userId),
    userKey: userKeyOf(bot, userId),
    ...(displayName !== '' && { displayName }),
  }
}

function readText(letter: Letter): ParseOutcome {
  const { message, from, base } = letter
  const original = stringOf(message.text)
  if (original === undefined) return ignore('message.text.received.empty')
  const text = spokenText(original, letter)
  return accept({ ...base, kind: 'text', from, text, messageRef: base.eventId })
}

function readMedia(letter: Letter, media: keyof typeof URL_FIELDS): ParseOutcome {
  const { message, from, base } = letter
  const ref = URL_FIELDS[media].map((field) => refOf(message[field])).find(Boolean)
  const caption = spokenText(stringOf(message.caption) ?? '', letter)
  return accept({
    ...base,
    kind: 'media',
    from,
    media,
    messageRef: base.eventId,
    ...(ref !== undefined && { ref }),
    ...(caption.trim() !== '' && { caption }),
  })
}

/**
 * What was said, without the bot's name. Zalo hands a bot only those group messages that mention it
 * or reply to it, and nothing in a reply says so: every message that arrives is meant for the bot.
 */
function spokenText(original: string, { base, bot }: Letter): string {
  const text = storableText(original)
  if (base.conversation.kind === 'direct' || bot.botName === undefined) return text
  return withoutNamedMention(text, bot.botName)
}

/** Recognises a repeat of an event that came without an id of its own. */
function fingerprint(name: string, message: Fields, ids: readonly string[]): string {
  const { date, text, caption, photo_url: photo, voice_url: voice, sticker } = message
  const told = [date, text, caption, photo, voice, sticker].map((value) =>
    typeof value === 'string' || typeof value === 'number' ? value : null,
  )
  const digest = createHash('sha256').update(JSON.stringify([name, ...ids, ...told]))
  return `h-${digest.digest('hex').slice(0, 32)}`
}
