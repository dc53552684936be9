import { z } from 'zod'
import type { ChoiceSet, OutboundMessage, WirePart } from '../../../core/delivery/channel.ts'
import { callbackData } from '../callback-data.ts'
import { buttonLabel, textParts } from '../numbered-choices.ts'
import { normalizeText } from '../split-text.ts'
import { wireParts } from '../wire-parts.ts'

/** Telegram Bot API, sendMessage: 1–4096 characters; sendPhoto: caption of 0–1024. Counted in UTF-16 units. */
const TEXT_LIMIT = 4096
const CAPTION_LIMIT = 1024
/** Telegram's server takes no keyboard with more buttons; the numbers in the text remain. */
const MOST_BUTTONS = 100

const keyboard = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))),
})

const payload = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('sendMessage'),
    text: z.string().min(1),
    reply_markup: keyboard.exactOptional(),
  }),
  z.object({
    method: z.literal('sendPhoto'),
    photo: z.string().min(1),
    caption: z.string().exactOptional(),
  }),
  /**
   * The file itself is read when it leaves: an upload by `sendPhoto` or `sendDocument`. `url` and `instead` are
   * for another channel, should the message have to go there.
   */
  z.object({
    method: z.literal('sendStoredPhoto'),
    fileId: z.string().min(1),
    caption: z.string(),
    reply_markup: keyboard.exactOptional(),
    url: z.string().exactOptional(),
    instead: z.string().exactOptional(),
  }),
  z.object({
    method: z.literal('sendDocument'),
    fileId: z.string().min(1),
    caption: z.string(),
    instead: z.string().exactOptional(),
  }),
])

/** What a stored part asks of Telegram. No parse_mode: what a person typed appears as he typed it. */
export type TelegramPayload = z.infer<typeof payload>

/** The payload of a part that `renderTelegram` made; nothing for any other. */
export function readPayload(part: WirePart): TelegramPayload | undefined {
  return payload.safeParse(part.payload).data
}

/** What a part says or shows, a file of our own store with what stands for it elsewhere. */
export function restateTelegram(part: WirePart): OutboundMessage | undefined {
  const payload = readPayload(part)
  switch (payload?.method) {
    case undefined:
      return undefined
    case 'sendMessage':
      return { kind: 'text', text: payload.text }
    case 'sendPhoto': {
      const { photo: url, caption } = payload
      return { kind: 'photo', url, ...(caption !== undefined && { caption }) }
    }
    case 'sendStoredPhoto': {
      const { fileId, caption: text, url, instead = '' } = payload
      return { kind: 'picture', fileId, text, instead, ...(url !== undefined && { url }) }
    }
    case 'sendDocument': {
      const { fileId, caption, instead = '' } = payload
      return { kind: 'document', fileId, caption, instead }
    }
  }
}

/** The messages that say it on Telegram, the last one with a button for each choice. */
export function renderTelegram(message: OutboundMessage): readonly WirePart[] {
  return wireParts(payloadsOf(message))
}

function payloadsOf(message: OutboundMessage): TelegramPayload[] {
  switch (message.kind) {
    case 'text':
      return textPayloads(message)
    case 'photo':
      return photoPayloads(message)
    case 'picture':
      return picturePayloads(message)
    case 'document':
      return documentPayloads(message)
  }
}

function picturePayloads({
  fileId,
  url,
  text,
  choices,
  instead,
}: OutboundMessage & { kind: 'picture' }): TelegramPayload[] {
  const [first = '', ...more] = textParts(text, choices?.options ?? [], CAPTION_LIMIT)
  const elsewhere = { ...(url !== undefined && { url }), instead }
  const picture = { method: 'sendStoredPhoto' as const, fileId, ...elsewhere }
  if (more.length === 0) return [{ ...picture, caption: first, ...keyboardFor(choices) }]
  const words = textPayloads({ kind: 'text', text, ...(choices ? { choices } : {}) })
  return [{ ...picture, caption: '' }, ...words]
}

function documentPayloads({
  fileId,
  caption,
  instead,
}: OutboundMessage & { kind: 'document' }): TelegramPayload[] {
  const text = normalizeText(caption).trim()
  const file = { method: 'sendDocument' as const, fileId, instead }
  if (text.length <= CAPTION_LIMIT) return [{ ...file, caption: text }]
  return [{ ...file, caption: '' }, ...textPayloads({ kind: 'text', text })]
}

function textPayloads({ text, choices }: OutboundMessage & { kind: 'text' }): TelegramPayload[] {
  const texts = textParts(text, choices?.options ?? [], TEXT_LIMIT)
  return texts.map((part, index) => {
    const isLast = index === texts.length - 1
    return { method: 'sendMessage', text: part, ...(isLast ? keyboardFor(choices) : {}) }
  })
}

function photoPayloads(message: OutboundMessage & { kind: 'photo' }): TelegramPayload[] {
  const { url: photo, caption = '' } = message
  const text = normalizeText(caption).trim()
  if (text === '') return [{ method: 'sendPhoto', photo }]
  if (text.length <= CAPTION_LIMIT) return [{ method: 'sendPhoto', photo, caption: text }]
  return [{ method: 'sendPhoto', photo }, ...textPayloads({ kind: 'text', text })]
}

function keyboardFor(choices: ChoiceSet | undefined) {
  return choices && choices.options.length > 0 ? { reply_markup: keyboardOf(choices) } : {}
}

function keyboardOf({ id, options }: ChoiceSet) {
  const rows = options.slice(0, MOST_BUTTONS).map((choice, optionIndex) => [
    {
      text: buttonLabel(choice, optionIndex),
      callback_data: callbackData({ setId: id, optionIndex }),
    },
  ])
  return { inline_keyboard: rows }
}
