/** What one message looks like on the person's phone. Ids are the platform's, as text. */
export type PhoneMessage = {
  readonly id: string
  readonly from: 'user' | 'bot'
  /** Who wrote it, where `from` is `user`. */
  readonly senderId?: string
  /** Milliseconds since the epoch, by the stand-in's clock. */
  readonly at: number
  readonly editedAt?: number
  /** The text, or the caption of an attachment. */
  readonly text?: string
  readonly attachment?: PhoneAttachment
  /** Rows of buttons, as drawn below the message. */
  readonly buttons?: readonly (readonly PhoneButton[])[]
}

export type PhoneAttachment = {
  readonly kind: 'photo' | 'voice' | 'sticker' | 'document'
  /** Where the stand-in serves the bytes; absent for a sticker, whose `name` is its id or emoji. */
  readonly url?: string
  readonly name?: string
}

export type PhoneButton = {
  readonly label: string
  /** What a press sends to the bot; absent on a link. */
  readonly data?: string
  readonly url?: string
}

/** `chatId` is the person in a private chat, the group otherwise. */
export type ChangeListener = (chatId: string) => void

export type Phones = {
  /** Oldest first. */
  messages(chatId: string | number): readonly PhoneMessage[]
  show(chatId: string | number, message: PhoneMessage): void
  /** Puts the message in the place of the one with its id. */
  replace(chatId: string | number, message: PhoneMessage): void
  /** Tells of a change that is not a message (typing, the answer to a press). */
  touch(chatId: string | number): void
  /** Calls back after every change of a chat; the function returned ends that. */
  onChange(listener: ChangeListener): () => void
}

/** @param limit messages kept per chat; the oldest leave first. */
export function createPhones(limit: number): Phones {
  const chats = new Map<string, PhoneMessage[]>()
  const listeners = new Set<ChangeListener>()
  const touch = (chatId: string | number) => {
    for (const listener of listeners) listener(String(chatId))
  }
  return {
    messages: (chatId) => [...(chats.get(String(chatId)) ?? [])],
    show(chatId, message) {
      const chat = chats.get(String(chatId)) ?? []
      chats.set(String(chatId), chat)
      chat.push(message)
      if (chat.length > limit) chat.shift()
      touch(chatId)
    },
    replace(chatId, message) {
      const chat = chats.get(String(chatId)) ?? []
      const index = chat.findIndex(({ id }) => id === message.id)
      if (index < 0) return
      chat[index] = message
      touch(chatId)
    },
    touch,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
