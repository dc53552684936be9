import type { Address, Identity, InboundEvent } from '../../../core/delivery/channel.ts'
import { addressOf, chatOf, userKeyOf, type BotKey } from '../address.ts'
import { idOf, integerOf, storableText, stringOf, fieldsOf, type Fields } from '../json-fields.ts'

/** The bot as Telegram knows it. `botName` is its username, without `@`. */
export type TelegramBot = BotKey & { readonly botName?: string | undefined }

export type Conversation = InboundEvent['conversation']

const LONGEST_NAME = 100

/**
 * The conversation a message belongs to. A forum topic is a conversation of its own: its id is part
 * of the address, so that answers return to it. Nothing when the chat is missing.
 */
export function conversationOf(message: Fields, bot: BotKey): Conversation | undefined {
  const chat = fieldsOf(message.chat)
  const chatId = integerOf(chat?.id)
  if (chatId === undefined) return undefined
  if (chat?.type === 'private') return { address: addressOf(bot, `${chatId}`), kind: 'direct' }
  const topic = message.is_topic_message === true ? integerOf(message.message_thread_id) : undefined
  const place = topic === undefined ? `${chatId}` : `${chatId}/${topic}`
  return { address: addressOf(bot, place), kind: 'group' }
}

/** What `sendMessage` needs to reach an address; nothing when the address is not this bot's. */
export function destinationOf(
  address: Address,
  bot: BotKey,
): { readonly chat_id: number; readonly message_thread_id?: number } | undefined {
  const [, chat, topic] = /^(-?\d{1,16})(?:\/(\d{1,16}))?$/.exec(chatOf(bot, address) ?? '') ?? []
  if (chat === undefined) return undefined
  return { chat_id: Number(chat), ...(topic && { message_thread_id: Number(topic) }) }
}

/** Why a message has no author we answer: channels, other bots and ourselves. */
export function reasonToIgnoreAuthor(message: Fields, bot: BotKey): string | undefined {
  const from = fieldsOf(message.from)
  const userId = idOf(from?.id)
  if (message.is_automatic_forward === true) return 'automatic-forward'
  if (userId === undefined) return 'no-author'
  if (userId === bot.botId) return 'from-self'
  return from?.is_bot === true ? 'from-bot' : undefined
}

/** Who wrote. His own address is his private chat, which has his user's id. */
export function identityOf(from: Fields, bot: BotKey): Identity {
  const userId = idOf(from.id) ?? ''
  const names = [stringOf(from.first_name), stringOf(from.last_name)].filter(Boolean)
  const displayName = storableText(names.join(' ').slice(0, LONGEST_NAME)).trim()
  return {
    address: addressOf(bot, userId),
    userKey: userKeyOf(bot, userId),
    ...(displayName !== '' && { displayName }),
  }
}
