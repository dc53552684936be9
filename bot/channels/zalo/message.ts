import { z } from 'zod'
import type { OutboundMessage, WirePart } from '../../../core/delivery/channel.ts'
import { textParts } from '../numbered-choices.ts'
import { normalizeText } from '../split-text.ts'
import { wireParts } from '../wire-parts.ts'

const payload = z.discriminatedUnion('method', [
  z.object({ method: z.literal('sendMessage'), text: z.string().min(1) }),
  z.object({
    method: z.literal('sendPhoto'),
    photo: z.string().min(1),
    caption: z.string().exactOptional(),
    /** Of a stored picture, for another channel, should the message have to go there. */
    stored: z.object({ fileId: z.string().min(1), instead: z.string() }).exactOptional(),
  }),
])

/** What a stored part asks of Zalo. No parse_mode: what a person typed appears as he typed it. */
export type ZaloPayload = z.infer<typeof payload>

/** The payload of a part that `renderZalo` made; nothing for any other. */
export function readPayload(part: WirePart): ZaloPayload | undefined {
  return payload.safeParse(part.payload).data
}

/** What a part says or shows. */
export function restateZalo(part: WirePart): OutboundMessage | undefined {
  const payload = readPayload(part)
  if (!payload) return undefined
  if (payload.method === 'sendMessage') return { kind: 'text', text: payload.text }
  const { photo: url, caption, stored } = payload
  if (stored) return { kind: 'picture', ...stored, url, text: caption ?? '' }
  return { kind: 'photo', url, ...(caption !== undefined && { caption }) }
}

/** The messages that say it on Zalo, which has no buttons: choices stay a numbered list in the text. */
export function renderZalo(message: OutboundMessage, limit: number): readonly WirePart[] {
  return wireParts(payloadsOf(message, limit))
}

function payloadsOf(message: OutboundMessage, limit: number): ZaloPayload[] {
  switch (message.kind) {
    case 'text':
      return textPayloads(message, limit)
    case 'photo':
      return photoPayloads(message, limit)
    case 'picture':
      return picturePayloads(message, limit)
    case 'document':
      // Zalo Bot API has no method that sends a file.
      return textPayloads({ kind: 'text', text: `${message.caption}\n${message.instead}` }, limit)
  }
}

function textPayloads(
  { text, choices }: OutboundMessage & { kind: 'text' },
  limit: number,
): ZaloPayload[] {
  const texts = textParts(text, choices?.options ?? [], limit)
  return texts.map((part) => ({ method: 'sendMessage', text: part }))
}

/** Zalo fetches pictures itself: one that nobody can fetch is told of instead. */
function picturePayloads(
  { fileId, url, text, choices, instead }: OutboundMessage & { kind: 'picture' },
  limit: number,
): ZaloPayload[] {
  const set = choices ? { choices } : {}
  if (url === undefined)
    return textPayloads({ kind: 'text', text: `${text}\n${instead}`, ...set }, limit)
  const texts = textParts(text, choices?.options ?? [], limit)
  const [caption] = texts
  const picture = { method: 'sendPhoto' as const, photo: url, stored: { fileId, instead } }
  if (texts.length === 1 && caption) return [{ ...picture, caption }]
  return [picture, ...textPayloads({ kind: 'text', text, ...set }, limit)]
}

function photoPayloads(message: OutboundMessage & { kind: 'photo' }, limit: number): ZaloPayload[] {
  const { url: photo, caption = '' } = message
  const text = normalizeText(caption).trim()
  if (text === '') return [{ method: 'sendPhoto', photo }]
  if (text.length <= limit) return [{ method: 'sendPhoto', photo, caption: text }]
  return [{ method: 'sendPhoto', photo }, ...textPayloads({ kind: 'text', text }, limit)]
}
