import { z } from 'zod'
import type { FormTypes } from '../request-fields.ts'

/*
 * The parameters of each method as the Zalo Bot API documents them. Whether the platform overlooks
 * other fields is not documented; here they are refused, among them every kind of button and reply.
 */

const chatId = z.string().min(1)

/** Zalo Bot API, sendMessage: the codes that text_styles may carry in `st`. */
const styles = z.enum([
  'b',
  'i',
  'u',
  's',
  'f_13',
  'f_15',
  'f_18',
  'f_20',
  'c_050a19',
  'c_15a85f',
  'c_f7b503',
  'c_f27806',
  'c_db342e',
  'lst_1',
  'lst_2',
  'ind_1',
  'ind_2',
  'ind_3',
  'ind_4',
  'ind_5',
])

export const zaloFields = {
  getMe: z.strictObject({}),
  /** Zalo Bot API, getUpdates: the table says String, the sample sends a number; both are taken. */
  getUpdates: z.strictObject({
    timeout: z.union([z.int().min(0), z.string().regex(/^\d+$/).transform(Number)]).default(30),
  }),
  setWebhook: z.strictObject({
    url: z.string().min(1),
    secret_token: z.string().min(1),
  }),
  deleteWebhook: z.strictObject({}),
  getWebhookInfo: z.strictObject({}),
  testWebhook: z.strictObject({}),
  sendMessage: z.strictObject({
    chat_id: chatId,
    text: z.string().min(1),
    parse_mode: z.enum(['markdown', 'html']).optional(),
    text_styles: z
      .array(
        z.strictObject({
          start: z.int().min(0),
          len: z.int().min(1),
          st: z.array(styles).min(1),
        }),
      )
      .optional(),
  }),
  sendPhoto: z.strictObject({
    chat_id: chatId,
    photo: z.string().min(1),
    caption: z.string().min(1).optional(),
  }),
  sendSticker: z.strictObject({ chat_id: chatId, sticker: z.string().min(1) }),
  sendVoice: z.strictObject({ chat_id: chatId, voice_url: z.string().min(1) }),
  /** Zalo Bot API, sendChatAction: `typing`; `upload_photo` is announced only. */
  sendChatAction: z.strictObject({ chat_id: chatId, action: z.literal('typing') }),
}

export type ZaloFields = {
  readonly [Method in keyof typeof zaloFields]: z.infer<(typeof zaloFields)[Method]>
}

/** Zalo Bot API: GET and form encodings are documented beside JSON. */
export const zaloFormTypes: FormTypes = {
  numbers: new Set(),
  booleans: new Set(),
  json: new Set(['text_styles']),
  overlooked: new Set(),
  // Measured: a photo uploaded as multipart is answered as if it were missing.
  uploads: false,
}
