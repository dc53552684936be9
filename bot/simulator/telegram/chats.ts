import { ApiRefusal } from '../bot-api.ts'
import type { ReplyMarkup } from './fields.ts'
import type { Chat, Reach, TelegramWorld } from './world.ts'

/** Telegram Bot API server: the 403 for each reason why a bot may not write to a chat. */
const FORBIDDEN: Readonly<Record<Exclude<Reach, 'open'>, string>> = {
  // Telegram, Bots FAQ: a bot cannot start a conversation, the person must write or press Start first.
  'not-started': "Forbidden: bot can't initiate conversation with a user",
  blocked: 'Forbidden: bot was blocked by the user',
  deactivated: 'Forbidden: user is deactivated',
  kicked: 'Forbidden: bot was kicked from the group chat',
}

/** The chat that the bot means and may write to; otherwise the platform's refusal is thrown. */
export function openChat(world: TelegramWorld, chatId: number | string): Chat {
  const chat = world.chats.get(Number(chatId))
  if (!chat) throw chatNotFound()
  if (chat.movedTo !== undefined) throw chatMoved(chat.movedTo)
  if (chat.reach !== 'open') throw new ApiRefusal(403, FORBIDDEN[chat.reach])
  return chat
}

export function blockedByUser(): ApiRefusal {
  return new ApiRefusal(403, FORBIDDEN.blocked)
}

export function chatNotFound(): ApiRefusal {
  return new ApiRefusal(400, 'Bad Request: chat not found')
}

/** Telegram Bot API, ResponseParameters: migrate_to_chat_id names the supergroup that a group became. */
export function chatMoved(to: number): ApiRefusal {
  return new ApiRefusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: to,
  })
}

/** Telegram Bot API, ResponseParameters: retry_after counts seconds. */
export function tooManyRequests(retryAfter: number): ApiRefusal {
  return new ApiRefusal(429, `Too Many Requests: retry after ${retryAfter}`, {
    retry_after: retryAfter,
  })
}

/** Refuses inline buttons as the platform does: each has a text and exactly one action. */
export function checkKeyboard(markup: ReplyMarkup | undefined): void {
  if (!markup || !('inline_keyboard' in markup)) return
  for (const button of markup.inline_keyboard.flat()) checkButton(button)
}

function checkButton(button: { text: string; callback_data?: unknown; url?: unknown }): void {
  const { text, callback_data: data, url } = button
  if (text.trim() === '') throw new ApiRefusal(400, 'Bad Request: BUTTON_TEXT_INVALID')
  if ((data === undefined) === (url === undefined)) {
    throw new ApiRefusal(
      400,
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
  }
  if (typeof data === 'string' && !isCallbackData(data)) {
    throw new ApiRefusal(400, 'Bad Request: BUTTON_DATA_INVALID')
  }
  if (typeof url === 'string' && !/^(https?|tg):\/\//.test(url)) {
    throw new ApiRefusal(400, 'Bad Request: BUTTON_URL_INVALID')
  }
}

/** Telegram Bot API, InlineKeyboardButton: callback_data of 1–64 bytes. */
export function isCallbackData(data: string): boolean {
  const bytes = Buffer.byteLength(data)
  return bytes >= 1 && bytes <= 64
}
