import { z } from 'zod'
import type { FormTypes } from '../request-fields.ts'

/*
 * The parameters of each method as the Telegram Bot API lists them (7.1). The platform overlooks
 * fields it does not know; here they are refused, because a misspelt field is a mistake of ours.
 */

const chatId = z.union([z.int(), z.string().min(1)])
const parseMode = z.enum(['Markdown', 'MarkdownV2', 'HTML'])

const entities = z.array(
  z.strictObject({
    type: z.string(),
    offset: z.int(),
    length: z.int(),
    url: z.string().optional(),
    user: z.looseObject({ id: z.int() }).optional(),
    language: z.string().optional(),
    custom_emoji_id: z.string().optional(),
  }),
)

const linkPreviewOptions = z.strictObject({
  is_disabled: z.boolean().optional(),
  url: z.string().optional(),
  prefer_small_media: z.boolean().optional(),
  prefer_large_media: z.boolean().optional(),
  show_above_text: z.boolean().optional(),
})

const replyParameters = z.strictObject({
  message_id: z.int(),
  chat_id: chatId.optional(),
  allow_sending_without_reply: z.boolean().optional(),
  quote: z.string().optional(),
  quote_parse_mode: z.string().optional(),
  quote_entities: entities.optional(),
  quote_position: z.int().optional(),
})

const inlineKeyboard = z.strictObject({
  inline_keyboard: z.array(
    z.array(
      z.strictObject({
        text: z.string(),
        callback_data: z.string().optional(),
        url: z.string().optional(),
      }),
    ),
  ),
})

const replyKeyboard = z.strictObject({
  keyboard: z.array(z.array(z.union([z.string(), z.strictObject({ text: z.string() })]))),
  is_persistent: z.boolean().optional(),
  resize_keyboard: z.boolean().optional(),
  one_time_keyboard: z.boolean().optional(),
  input_field_placeholder: z.string().min(1).max(64).optional(),
  selective: z.boolean().optional(),
})

const keyboardRemoval = z.strictObject({
  remove_keyboard: z.literal(true),
  selective: z.boolean().optional(),
})

const forcedReply = z.strictObject({
  force_reply: z.literal(true),
  input_field_placeholder: z.string().min(1).max(64).optional(),
  selective: z.boolean().optional(),
})

const replyMarkup = z.union([inlineKeyboard, replyKeyboard, keyboardRemoval, forcedReply])

const everySend = {
  chat_id: chatId,
  message_thread_id: z.int().optional(),
  parse_mode: parseMode.optional(),
  disable_notification: z.boolean().optional(),
  protect_content: z.boolean().optional(),
  reply_parameters: replyParameters.optional(),
  reply_markup: replyMarkup.optional(),
}

const upload = z.union([z.string().min(1), z.instanceof(File)])

const updateTypes = z.array(
  z.enum([
    'message',
    'edited_message',
    'channel_post',
    'edited_channel_post',
    'message_reaction',
    'message_reaction_count',
    'inline_query',
    'chosen_inline_result',
    'callback_query',
    'shipping_query',
    'pre_checkout_query',
    'poll',
    'poll_answer',
    'my_chat_member',
    'chat_member',
    'chat_join_request',
    'chat_boost',
    'removed_chat_boost',
  ]),
)

export const telegramFields = {
  getMe: z.strictObject({}),
  getUpdates: z.strictObject({
    offset: z.int().optional(),
    limit: z.int().min(1).max(100).optional(),
    timeout: z.int().min(0).optional(),
    allowed_updates: updateTypes.optional(),
  }),
  setWebhook: z.strictObject({
    url: z.string(),
    certificate: z.instanceof(File).optional(),
    ip_address: z.string().optional(),
    max_connections: z.int().min(1).max(100).optional(),
    allowed_updates: updateTypes.optional(),
    drop_pending_updates: z.boolean().optional(),
    secret_token: z.string().optional(),
  }),
  deleteWebhook: z.strictObject({ drop_pending_updates: z.boolean().optional() }),
  getWebhookInfo: z.strictObject({}),
  sendMessage: z.strictObject({
    ...everySend,
    text: z.string(),
    entities: entities.optional(),
    link_preview_options: linkPreviewOptions.optional(),
  }),
  sendPhoto: z.strictObject({
    ...everySend,
    photo: upload,
    caption: z.string().optional(),
    caption_entities: entities.optional(),
    has_spoiler: z.boolean().optional(),
  }),
  sendDocument: z.strictObject({
    ...everySend,
    document: upload,
    caption: z.string().optional(),
    caption_entities: entities.optional(),
    disable_content_type_detection: z.boolean().optional(),
  }),
  sendChatAction: z.strictObject({
    chat_id: chatId,
    message_thread_id: z.int().optional(),
    action: z.enum([
      'typing',
      'upload_photo',
      'record_video',
      'upload_video',
      'record_voice',
      'upload_voice',
      'upload_document',
      'choose_sticker',
      'find_location',
      'record_video_note',
      'upload_video_note',
    ]),
  }),
  answerCallbackQuery: z.strictObject({
    callback_query_id: z.string().min(1),
    text: z.string().optional(),
    show_alert: z.boolean().optional(),
    url: z.string().optional(),
    cache_time: z.int().min(0).optional(),
  }),
  editMessageReplyMarkup: z.strictObject({
    chat_id: chatId,
    message_id: z.int(),
    reply_markup: inlineKeyboard.optional(),
  }),
  setMyCommands: z.strictObject({
    commands: z.array(z.strictObject({ command: z.string(), description: z.string() })),
    scope: z
      .strictObject({
        type: z.enum([
          'default',
          'all_private_chats',
          'all_group_chats',
          'all_chat_administrators',
          'chat',
          'chat_administrators',
          'chat_member',
        ]),
        chat_id: chatId.optional(),
        user_id: z.int().optional(),
      })
      .optional(),
    language_code: z.string().optional(),
  }),
  getFile: z.strictObject({ file_id: z.string().min(1) }),
}

export type TelegramFields = {
  readonly [Method in keyof typeof telegramFields]: z.infer<(typeof telegramFields)[Method]>
}
export type ReplyMarkup = z.infer<typeof replyMarkup>

/** Telegram Bot API, Making requests: the same parameters may come as a query, a form or JSON. */
export const telegramFormTypes: FormTypes = {
  numbers: new Set([
    ...['chat_id', 'message_thread_id', 'message_id', 'offset', 'limit', 'timeout'],
    ...['max_connections', 'cache_time'],
  ]),
  booleans: new Set([
    ...['disable_notification', 'protect_content', 'has_spoiler', 'show_alert'],
    ...['disable_content_type_detection', 'drop_pending_updates'],
  ]),
  json: new Set([
    ...['reply_markup', 'reply_parameters', 'link_preview_options', 'entities'],
    ...['caption_entities', 'allowed_updates', 'commands', 'scope'],
  ]),
  // Telegram Bot API, Making requests when getting updates: a form may name its method, as telegraf's do.
  overlooked: new Set(['method']),
  uploads: true,
}
