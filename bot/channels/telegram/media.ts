import type { InboundEvent } from '../../../core/delivery/channel.ts'
import { fieldsOf, integerOf, listOf, refOf, type Fields } from '../json-fields.ts'

type Media = Pick<InboundEvent & { readonly kind: 'media' }, 'media' | 'ref'>

/** Message fields that hold one file each, and what they are to us. */
const FILES = [
  ['voice', 'voice'],
  ['sticker', 'sticker'],
  ['document', 'file'],
  ['video', 'file'],
  ['audio', 'file'],
  ['animation', 'file'],
  ['video_note', 'file'],
] as const

/** What a message has attached; `ref` is the file_id that `getFile` takes. */
export function readMedia(message: Fields): Media | undefined {
  if (listOf(message.photo) !== undefined) return withRef('photo', largestPhoto(message.photo))
  const file = FILES.find(([field]) => fieldsOf(message[field]) !== undefined)
  return file && withRef(file[1], fieldsOf(message[file[0]]))
}

/** Telegram Bot API, Message.photo: the same picture in several sizes. */
function largestPhoto(sizes: unknown): Fields | undefined {
  const photos = (listOf(sizes) ?? []).map(fieldsOf).filter((size) => size !== undefined)
  return photos.toSorted((a, b) => areaOf(b) - areaOf(a))[0]
}

function areaOf(photo: Fields): number {
  return (integerOf(photo.width) ?? 0) * (integerOf(photo.height) ?? 0)
}

function withRef(media: Media['media'], file: Fields | undefined): Media {
  const ref = refOf(file?.file_id)
  return { media, ...(ref !== undefined && { ref }) }
}
