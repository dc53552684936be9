import { ApiRefusal, strictMethods, type ApiMethod } from '../bot-api.ts'
import type { FieldProblem } from '../request-fields.ts'
import { sendDocument, sendMessage, sendPhoto } from './sends.ts'
import { checkKeyboard, openChat } from './chats.ts'
import { telegramFields, type TelegramFields } from './fields.ts'
import { findPost, repost, type TelegramWorld } from './world.ts'

/** Telegram Bot API, getFile: bots can download files of up to 20 MB. */
const LARGEST_DOWNLOAD = 20 * 1024 * 1024

const method = strictMethods(describe)

/** The Bot API's methods, by their documented names. */
export function telegramMethods(world: TelegramWorld): Readonly<Record<string, ApiMethod>> {
  return {
    getMe: method(telegramFields.getMe, () => describeBot(world)),
    getUpdates: method(telegramFields.getUpdates, ({ allowed_updates, ...poll }, signal) => {
      world.updates.allow(allowed_updates)
      return world.updates.poll(poll, signal)
    }),
    setWebhook: method(telegramFields.setWebhook, (fields) => setWebhook(world, fields)),
    deleteWebhook: method(telegramFields.deleteWebhook, ({ drop_pending_updates }) => {
      if (drop_pending_updates) world.updates.drop()
      world.updates.setWebhook(undefined)
      return true
    }),
    getWebhookInfo: method(telegramFields.getWebhookInfo, () => world.updates.webhookInfo()),
    sendMessage: method(telegramFields.sendMessage, (fields) => sendMessage(world, fields)),
    sendPhoto: method(telegramFields.sendPhoto, (fields) => sendPhoto(world, fields)),
    sendDocument: method(telegramFields.sendDocument, (fields) => sendDocument(world, fields)),
    sendChatAction: method(telegramFields.sendChatAction, ({ chat_id }) => {
      world.phones.touch(openChat(world, chat_id).wire.id)
      return true
    }),
    answerCallbackQuery: method(telegramFields.answerCallbackQuery, (fields) =>
      answerCallbackQuery(world, fields),
    ),
    editMessageReplyMarkup: method(telegramFields.editMessageReplyMarkup, (fields) =>
      editMessageReplyMarkup(world, fields),
    ),
    setMyCommands: method(telegramFields.setMyCommands, (fields) => setMyCommands(world, fields)),
    getFile: method(telegramFields.getFile, ({ file_id }) => getFile(world, file_id)),
  }
}

function describe({ name, problem }: FieldProblem): string {
  // Telegram Bot API server: these two are worded by name, whatever is wrong with them.
  if (problem === 'missing' && name === 'chat_id') return 'Bad Request: chat_id is empty'
  if (problem === 'missing' && name === 'text') return 'Bad Request: message text is empty'
  return `Bad Request: field "${name}" is ${problem}`
}

function describeBot({ bot, readsAllGroupMessages }: TelegramWorld) {
  return {
    ...bot,
    can_join_groups: true,
    can_read_all_group_messages: readsAllGroupMessages,
    supports_inline_queries: false,
  }
}

function setWebhook(world: TelegramWorld, fields: TelegramFields['setWebhook']): true {
  const { url, secret_token: secret, max_connections: maxConnections } = fields
  if (url !== '') checkWebhookUrl(url)
  // Telegram Bot API, setWebhook: secret_token of 1–256 characters A-Z, a-z, 0-9, _ and -.
  if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
    throw new ApiRefusal(400, 'Bad Request: secret token contains unallowed characters')
  }
  if (fields.drop_pending_updates) world.updates.drop()
  world.updates.allow(fields.allowed_updates)
  world.updates.setWebhook(url === '' ? undefined : { url, secret, maxConnections })
  return true
}

/**
 * Telegram Bot API, setWebhook: an HTTPS URL on port 443, 80, 88 or 8443. An app on the stand-in's own
 * machine has no certificate, so plain http and any port are taken there and only there.
 */
function checkWebhookUrl(url: string): void {
  const { protocol, hostname, port } = URL.canParse(url) ? new URL(url) : new URL('invalid://')
  if (['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return
  if (protocol !== 'https:') {
    throw new ApiRefusal(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook')
  }
  if (!['', '80', '88', '8443'].includes(port)) {
    throw new ApiRefusal(
      400,
      'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    )
  }
}

function answerCallbackQuery(
  world: TelegramWorld,
  fields: TelegramFields['answerCallbackQuery'],
): true {
  const press = world.presses.get(fields.callback_query_id)
  if (!press) {
    throw new ApiRefusal(
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
  }
  // Telegram Bot API, answerCallbackQuery: text of 0–200 characters.
  if ((fields.text ?? '').length > 200) throw new ApiRefusal(400, 'Bad Request: MESSAGE_TOO_LONG')
  press.answer = {
    ...(fields.text && { text: fields.text }),
    showAlert: fields.show_alert ?? false,
    at: world.clock(),
  }
  world.phones.touch(press.chatId)
  return true
}

function editMessageReplyMarkup(
  world: TelegramWorld,
  fields: TelegramFields['editMessageReplyMarkup'],
) {
  const chat = openChat(world, fields.chat_id)
  const message = findPost(world, chat.wire.id, fields.message_id)
  if (!message) throw new ApiRefusal(400, 'Bad Request: message to edit not found')
  if (message.from?.id !== world.bot.id) {
    throw new ApiRefusal(400, "Bad Request: message can't be edited")
  }
  checkKeyboard(fields.reply_markup)
  const isEmpty = !fields.reply_markup?.inline_keyboard.some((row) => row.length > 0)
  const markup = isEmpty ? undefined : fields.reply_markup
  if (JSON.stringify(markup) === JSON.stringify(message.reply_markup)) {
    throw new ApiRefusal(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  const edited = { ...message, reply_markup: markup }
  repost(world, edited)
  return edited
}

/** Telegram Bot API, setMyCommands: at most 100; names 1–32 of a-z, 0-9, _; descriptions 1–256. */
function setMyCommands(world: TelegramWorld, fields: TelegramFields['setMyCommands']): true {
  const { commands, scope, language_code: language = '' } = fields
  if (commands.length > 100) throw new ApiRefusal(400, 'Bad Request: BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) {
      throw new ApiRefusal(400, 'Bad Request: BOT_COMMAND_INVALID')
    }
    if (description.length < 1 || description.length > 256) {
      throw new ApiRefusal(400, 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID')
    }
  }
  if (!/^([a-z]{2})?$/.test(language)) {
    throw new ApiRefusal(400, 'Bad Request: BOT_COMMAND_LANGUAGE_INVALID')
  }
  world.commands.set(`${scope?.type ?? 'default'}/${language}`, commands)
  return true
}

function getFile(world: TelegramWorld, fileId: string) {
  const file = world.files.get(fileId)
  if (!file) throw new ApiRefusal(400, 'Bad Request: invalid file_id')
  if (file.size > LARGEST_DOWNLOAD) throw new ApiRefusal(400, 'Bad Request: file is too big')
  const { file_id, file_unique_id, file_size } = file.wire
  return { file_id, file_unique_id, file_size, file_path: file.path }
}
