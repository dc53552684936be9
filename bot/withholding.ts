import type { Address, InboundEvent } from '../core/delivery/channel.ts'
import { hideIdentityNumbers } from './language/safety/identity-number.ts'
import { withholdReason } from './language/safety/secret-content.ts'

/** Albums of which a picture was refused; the rest comes within seconds. */
const REMEMBERED_ALBUMS = 200

type Withheld = Extract<InboundEvent, { kind: 'withheld' }>
type Reason = Withheld['reason']

/**
 * Decides before anything is stored what may not be: gives the event itself, one without the numbers of
 * identity papers in its words, or one of the same ids without its words and pictures. Further pictures
 * of a refused album are refused with it.
 */
export function openWithholding(): (event: InboundEvent) => InboundEvent {
  const albums = new Map<string, Reason>()
  const albumOf = (address: Address, albumId: string) => `${address}/${albumId}`

  function reasonFor(event: InboundEvent): Reason | undefined {
    if (event.kind === 'text' || event.kind === 'edit') return withholdReason(event.text, false)
    if (event.kind !== 'media') return undefined
    const { albumId, caption } = event
    const album = albumId === undefined ? undefined : albumOf(event.conversation.address, albumId)
    const known = album === undefined ? undefined : albums.get(album)
    const reason = known ?? (caption === undefined ? undefined : withholdReason(caption, true))
    if (album !== undefined && reason !== undefined) remember(album, reason)
    return reason
  }

  function remember(album: string, reason: Reason): void {
    albums.set(album, reason)
    const [oldest] = albums.keys()
    if (albums.size > REMEMBERED_ALBUMS && oldest !== undefined) albums.delete(oldest)
  }

  return (event) => {
    if (event.kind !== 'text' && event.kind !== 'edit' && event.kind !== 'media') return event
    const reason = reasonFor(event)
    return reason === undefined ? withoutNumbers(event) : strip(event, reason)
  }
}

type Speaking = Extract<InboundEvent, { kind: 'text' | 'edit' | 'media' }>

function strip(event: Speaking, reason: Reason): Withheld {
  const { eventId, botId, conversation, at, from } = event
  const ids = { eventId, botId, conversation, at, from }
  const album = event.kind === 'media' && event.albumId !== undefined ? event.albumId : undefined
  return {
    ...ids,
    kind: 'withheld',
    reason,
    ...(album === undefined ? {} : { albumId: album }),
  }
}

function withoutNumbers(event: Speaking): Speaking {
  if (event.kind === 'media') {
    if (event.caption === undefined) return event
    const caption = hideIdentityNumbers(event.caption)
    return caption === event.caption ? event : { ...event, caption, numbersHidden: true }
  }
  const text = hideIdentityNumbers(event.text)
  return text === event.text ? event : { ...event, text, numbersHidden: true }
}
