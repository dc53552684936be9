import type { MediaShelf } from '../media-shelf.ts'
import type { PhoneAttachment, Phones } from '../phones.ts'
import { randomHex, type Random } from '../random-ids.ts'
import type { ZaloEvents } from './events.ts'

export type ZaloUser = { readonly id: string; readonly displayName: string }

export type ZaloChat = {
  readonly id: string
  readonly type: 'PRIVATE' | 'GROUP'
  /** False until the bot could have learnt the chat's id from an event. */
  known: boolean
}

export type ZaloBot = {
  readonly id: string
  readonly accountName: string
  readonly displayName: string
  readonly canJoinGroups: boolean
}

export type ZaloWorld = {
  readonly bot: ZaloBot
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly random: Random
  readonly fetch: typeof globalThis.fetch
  readonly users: Map<string, ZaloUser>
  readonly chats: Map<string, ZaloChat>
  readonly phones: Phones
  readonly shelf: MediaShelf
  readonly events: ZaloEvents
  readonly mediaUrl: (shelfName: string) => string
  /** Calls of testWebhook made on a day, the day counted from the epoch. */
  readonly testsOn: Map<number, number>
}

export type Shown = { readonly text?: string | undefined; readonly attachment?: PhoneAttachment }

/** Captured on the wire: a message id is 20 hexadecimal digits. */
export function newMessageId(world: ZaloWorld): string {
  return randomHex(world.random, 20)
}

/** Shows a message on the phone. `senderId` is the person's, or undefined for the bot. */
export function show(
  world: ZaloWorld,
  chat: ZaloChat,
  message: Shown & { readonly id: string; readonly senderId?: string },
): void {
  world.phones.show(chat.id, {
    id: message.id,
    from: message.senderId === undefined ? 'bot' : 'user',
    at: world.clock(),
    ...(message.senderId !== undefined && { senderId: message.senderId }),
    ...(message.text !== undefined && { text: message.text }),
    ...(message.attachment && { attachment: message.attachment }),
  })
}
