import { randomInteger } from '../random-ids.ts'
import { isCallbackData } from './chats.ts'
import { changeMembership } from './groups.ts'
import {
  chatOf,
  findPost,
  userOf,
  type ButtonPress,
  type TelegramWorld,
  type WireUser,
} from './world.ts'

export type NewTelegramUser = {
  readonly id?: number
  readonly firstName: string
  readonly lastName?: string
  readonly username?: string
  /** True for somebody who pressed Start before this stand-in began; nothing is sent. */
  readonly started?: boolean
}

/** What people do on their phones besides writing. An impossible act throws. */
export function telegramPeople(world: TelegramWorld) {
  return {
    createUser: (user: NewTelegramUser) => createUser(world, user),
    /** `data` need not be on a button: a client may send anything (Telegram Bot API, CallbackQuery). */
    userPresses: (userId: number, messageId: number, data: string, group = userId) =>
      userPresses(world, { userId, chatId: group, messageId, data }),
    userBlocks: (userId: number) => changeMembership(world, userId, userId, 'kicked'),
    userUnblocks: (userId: number) => changeMembership(world, userId, userId, 'member'),
    /** The account is gone; the bot is not told. */
    userIsDeactivated: (userId: number) => {
      chatOf(world, userId).reach = 'deactivated'
    },
  }
}

function createUser(world: TelegramWorld, user: NewTelegramUser): WireUser {
  const id = user.id ?? randomInteger(world.random, 1_000_000_000, 8_999_999_999)
  const names = {
    first_name: user.firstName,
    ...(user.lastName !== undefined && { last_name: user.lastName }),
    ...(user.username !== undefined && { username: user.username }),
  }
  const wire = { id, is_bot: false, ...names, language_code: 'vi' }
  world.users.set(id, wire)
  const reach = user.started ? 'open' : 'not-started'
  world.chats.set(id, { wire: { id, type: 'private', ...names }, reach })
  return wire
}

function userPresses(
  world: TelegramWorld,
  {
    userId,
    chatId,
    messageId,
    data,
  }: Pick<ButtonPress, 'userId' | 'chatId' | 'messageId' | 'data'>,
): ButtonPress {
  const message = findPost(world, chatId, messageId)
  if (!message) throw new Error('there is no such message to press a button of')
  if (!isCallbackData(data)) throw new Error('a button carries 1 to 64 bytes')
  const queryId = String(randomInteger(world.random, 1e15, 9e15))
  const press: ButtonPress = { queryId, userId, chatId, messageId, data, at: world.clock() }
  world.presses.set(queryId, press)
  const from = userOf(world, userId)
  const query = { id: queryId, from, message, chat_instance: String(chatId), data }
  world.updates.add('callback_query', query, chatId)
  return press
}
