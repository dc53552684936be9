import type { Identity, InboundEvent, ParseOutcome } from '../../../core/delivery/channel.ts'
import { addressOf } from '../address.ts'
import { readCallbackData } from '../callback-data.ts'
import { eventTime } from '../event-time.ts'
import { fieldsOf, idOf, integerOf, storableText, stringOf, type Fields } from '../json-fields.ts'
import { accept, ignore, quarantine } from '../parse-outcome.ts'
import { conversationOf, identityOf, reasonToIgnoreAuthor } from './chat.ts'
import type { Conversation, TelegramBot } from './chat.ts'
import { readMedia } from './media.ts'
import { isReplyToBot, readSpeech } from './speech.ts'

/** What a reader of one kind of update knows besides the update itself. */
type Context = {
  readonly eventId: string
  readonly receivedAt: number
  readonly bot: TelegramBot
}

/** A message whose author we answer. */
type Heard = {
  readonly message: Fields
  readonly messageRef: string
  readonly from: Identity
  readonly conversation: Conversation
  readonly context: Context
}

const READERS: Readonly<Record<string, (content: Fields, context: Context) => ParseOutcome>> = {
  message: readMessage,
  edited_message: readEdit,
  callback_query: readButton,
  my_chat_member: readMembership,
}

/** Content that we cannot use as a report; a contact or a place is not looked into. */
const UNREADABLE = ['contact', 'location', 'venue', 'poll', 'dice', 'story', 'paid_media', 'game']

/** What a message of the bot is about stands at its beginning. */
const LONGEST_QUOTE = 300

/** Fields that every message may have and that say nothing about its kind. */
const COMMON = new Set([
  'message_id',
  'message_thread_id',
  'is_topic_message',
  'date',
  'from',
  'chat',
])

/**
 * An update of the Telegram Bot API ("Update") as an event. Total: whatever comes, it answers and
 * never throws. `receivedAt`: milliseconds since the epoch.
 */
export function parseTelegramUpdate(
  body: unknown,
  receivedAt: number,
  bot: TelegramBot,
): ParseOutcome {
  const update = fieldsOf(body)
  const updateId = integerOf(update?.update_id)
  if (update === undefined || updateId === undefined) return quarantine('no-update-id')
  const context = { eventId: updateId.toString(), receivedAt, bot }
  for (const [kind, read] of Object.entries(READERS)) {
    if (update[kind] === undefined) continue
    const content = fieldsOf(update[kind])
    return content === undefined ? quarantine(kind) : read(content, context)
  }
  const kind = Object.keys(update).find((name) => name !== 'update_id')
  return ignore(kind ?? 'empty-update')
}

function readMessage(message: Fields, context: Context): ParseOutcome {
  const conversation = conversationOf(message, context.bot)
  if (conversation === undefined) return quarantine('message.chat')
  const movedTo = integerOf(message.migrate_to_chat_id)
  if (movedTo !== undefined) {
    const to = addressOf(context.bot, movedTo.toString())
    return accept({ ...baseOf(context, conversation, message.date), kind: 'moved', to })
  }
  const heard = hear(message, conversation, context)
  return 'ok' in heard ? heard : readContent(heard)
}

function readContent(heard: Heard): ParseOutcome {
  const { message } = heard
  const text = stringOf(message.text)
  if (text !== undefined) return readText(heard, storableText(text))
  const media = readMedia(message)
  if (media !== undefined) return readAttachment(heard, media)
  if (UNREADABLE.some((kind) => message[kind] !== undefined)) return readUnreadable(heard)
  const kind = Object.keys(message).find((name) => !COMMON.has(name))
  return ignore(`message.${kind ?? 'empty'}`)
}

function readText(heard: Heard, original: string): ParseOutcome {
  const { message, from, messageRef, conversation, context } = heard
  const { text, isToBot } = readSpeech(original, message.entities, { message, bot: context.bot })
  if (conversation.kind === 'group' && !isToBot) return ignore('message.unaddressed')
  const startPayload = /^\/start\s+([\w-]{1,64})\s*$/.exec(text)?.[1]
  return accept({
    ...baseOf(context, conversation, message.date),
    kind: 'text',
    from,
    text,
    messageRef,
    ...(startPayload !== undefined && { startPayload }),
    ...quotedBy(message, context.bot),
  })
}

/** Of use are one's own message, by which a report is found, and the bot's, which names what it is about. */
function quotedBy(message: Fields, bot: TelegramBot): { repliesTo?: string; answers?: string } {
  const quoted = fieldsOf(message.reply_to_message)
  const ref = idOf(quoted?.message_id)
  const isOwn = idOf(fieldsOf(quoted?.from)?.id) === idOf(fieldsOf(message.from)?.id)
  if (ref !== undefined && isOwn) return { repliesTo: ref }
  const said = stringOf(quoted?.text)
  return said !== undefined && isReplyToBot(message, bot)
    ? { answers: storableText(said).slice(0, LONGEST_QUOTE) }
    : {}
}

function readAttachment(
  heard: Heard,
  media: Pick<InboundEvent & { kind: 'media' }, 'media' | 'ref'>,
): ParseOutcome {
  const { message, from, messageRef, conversation, context } = heard
  const { text: caption, isToBot } = readSpeech(
    storableText(stringOf(message.caption) ?? ''),
    message.caption_entities,
    { message, bot: context.bot },
  )
  if (conversation.kind === 'group' && !isToBot) return ignore('message.unaddressed')
  const albumId = idOf(message.media_group_id)
  return accept({
    ...baseOf(context, conversation, message.date),
    kind: 'media',
    from,
    ...media,
    messageRef,
    ...(caption !== '' && { caption }),
    ...(albumId !== undefined && { albumId }),
    ...quotedBy(message, context.bot),
  })
}

/** In a group only a reply to the bot deserves to hear that it cannot be read. */
function readUnreadable({ message, from, conversation, context }: Heard): ParseOutcome {
  const isOurs = conversation.kind === 'direct' || isReplyToBot(message, context.bot)
  if (!isOurs) return ignore('message.unaddressed')
  return accept({ ...baseOf(context, conversation, message.date), kind: 'opaque', from })
}

function readEdit(message: Fields, context: Context): ParseOutcome {
  const conversation = conversationOf(message, context.bot)
  if (conversation === undefined) return quarantine('edited_message.chat')
  if (conversation.kind === 'group') return ignore('edited_message.group')
  const heard = hear(message, conversation, context)
  if ('ok' in heard) return heard
  const original = stringOf(message.text) ?? stringOf(message.caption)
  if (original === undefined) return ignore('edited_message.no-text')
  const entities = message.text === undefined ? message.caption_entities : message.entities
  const { text } = readSpeech(storableText(original), entities, { message, bot: context.bot })
  const { from, messageRef } = heard
  const base = baseOf(context, conversation, message.edit_date)
  return accept({ ...base, kind: 'edit', from, text, messageRef })
}

/**
 * A pressed button. One we did not make, or can no longer read, becomes a choice of no set, which
 * is answered as expired: the person must not wait on it (Telegram Bot API, answerCallbackQuery).
 */
function readButton(query: Fields, context: Context): ParseOutcome {
  const ackRef = idOf(query.id)
  const from = fieldsOf(query.from)
  if (ackRef === undefined || from === undefined) return quarantine('callback_query')
  const ignored = reasonToIgnoreAuthor(query, context.bot)
  if (ignored !== undefined) return ignore(ignored)
  const pressed = fieldsOf(query.message) ?? { chat: { id: from.id, type: 'private' } }
  const conversation = conversationOf(pressed, context.bot)
  if (conversation === undefined) return quarantine('callback_query.chat')
  const target = readCallbackData(query.data) ?? { setId: '', optionIndex: -1 }
  return accept({
    ...baseOf(context, conversation, undefined),
    kind: 'choice',
    from: identityOf(from, context.bot),
    ...target,
    ackRef,
  })
}

/** The bot was stopped, removed, let in again (Telegram Bot API, ChatMemberUpdated). */
function readMembership(change: Fields, context: Context): ParseOutcome {
  const conversation = conversationOf(change, context.bot)
  if (conversation === undefined) return quarantine('my_chat_member.chat')
  const member = fieldsOf(change.new_chat_member)
  const reachable = canSpeak(member)
  if (reachable === undefined) return ignore('my_chat_member.status')
  const base = baseOf(context, conversation, change.date)
  if (reachable) return accept({ ...base, kind: 'reachability', reachable })
  const reason = conversation.kind === 'direct' ? 'blocked' : 'kicked'
  return accept({ ...base, kind: 'reachability', reachable, reason })
}

function canSpeak(member: Fields | undefined): boolean | undefined {
  switch (member?.status) {
    case 'member':
    case 'administrator':
    case 'creator':
      return true
    case 'left':
    case 'kicked':
      return false
    case 'restricted':
      return member.is_member === true && member.can_send_messages !== false
    default:
      return undefined
  }
}

function hear(message: Fields, conversation: Conversation, context: Context): Heard | ParseOutcome {
  const ignored = reasonToIgnoreAuthor(message, context.bot)
  if (ignored !== undefined) return ignore(ignored)
  const messageRef = idOf(message.message_id)
  const author = fieldsOf(message.from)
  if (messageRef === undefined || author === undefined) return quarantine('message.message_id')
  const from = identityOf(author, context.bot)
  return { message, messageRef, from, conversation, context }
}

function baseOf({ eventId, receivedAt, bot }: Context, conversation: Conversation, date: unknown) {
  return { eventId, botId: bot.botId, conversation, at: eventTime(date, receivedAt) }
}
