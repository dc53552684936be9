import { fieldsOf, idOf, integerOf, listOf, type Fields } from '../json-fields.ts'
import { withoutSpans, type Span } from '../mention.ts'
import type { TelegramBot } from './chat.ts'

type Entity = Span & { readonly kind: unknown; readonly shown: string; readonly userId?: string }

/** What was said, without the bot's own name, and whether it was said to the bot. */
export type Speech = { readonly text: string; readonly isToBot: boolean }

/**
 * Reads a text with its entities (Telegram Bot API, MessageEntity: offsets in UTF-16 units). Spoken
 * to the bot are its mention, a command that names it or no other bot, and a reply to it.
 */
export function readSpeech(
  text: string,
  entities: unknown,
  { message, bot }: { readonly message: Fields; readonly bot: TelegramBot },
): Speech {
  const found = (listOf(entities) ?? []).flatMap((entity) => readEntity(entity, text))
  const names = found.flatMap((entity) => ownName(entity, bot))
  const isCommand = found.some((entity) => isOurCommand(entity, bot))
  const isToBot = names.length > 0 || isCommand || isReplyToBot(message, bot)
  return { text: withoutSpans(text, names), isToBot }
}

/** Whether the message answers one of the bot's own. */
export function isReplyToBot(message: Fields, bot: TelegramBot): boolean {
  const author = fieldsOf(fieldsOf(message.reply_to_message)?.from)
  return idOf(author?.id) === bot.botId
}

function readEntity(value: unknown, text: string): Entity[] {
  const entity = fieldsOf(value)
  const offset = integerOf(entity?.offset) ?? -1
  const length = integerOf(entity?.length) ?? 0
  if (offset < 0 || length <= 0 || offset + length > text.length) return []
  const userId = idOf(fieldsOf(entity?.user)?.id)
  const shown = text.slice(offset, offset + length)
  // One that cuts a character in two marks nothing.
  if (!shown.isWellFormed()) return []
  return [{ kind: entity?.type, offset, length, shown, ...(userId && { userId }) }]
}

/** The stretch of an entity that is the bot's name: a whole mention, or what follows a command. */
function ownName(entity: Entity, bot: TelegramBot): Span[] {
  const { kind, offset, length, shown, userId } = entity
  if (kind === 'mention') return isOurName(shown, bot) ? [{ offset, length }] : []
  if (kind === 'text_mention') return userId === bot.botId ? [{ offset, length }] : []
  const at = shown.indexOf('@')
  if (at < 0 || !isOurCommand(entity, bot)) return []
  return [{ offset: offset + at, length: length - at }]
}

/** A command stands at the beginning. Telegram passes on those for other bots to group admins. */
function isOurCommand({ kind, offset, shown }: Entity, bot: TelegramBot): boolean {
  if (kind !== 'bot_command' || offset !== 0) return false
  const at = shown.indexOf('@')
  return at < 0 || bot.botName === undefined || isOurName(shown.slice(at), bot)
}

function isOurName(mention: string, { botName }: TelegramBot): boolean {
  return botName !== undefined && mention.toLowerCase() === `@${botName.toLowerCase()}`
}
