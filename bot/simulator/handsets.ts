import { createHash } from 'node:crypto'
import type { ChannelName } from '../../core/delivery/channel.ts'
import { userKeyOf } from '../channels/address.ts'
import type { PhoneMessage } from './phones.ts'
import type { TelegramStandIn } from './telegram/stand-in.ts'
import type { ButtonPress } from './telegram/world.ts'
import type { ZaloStandIn } from './zalo/stand-in.ts'

/** A stand-in platform with the bot that it runs for. */
export type Platform<StandIn> = {
  readonly standIn: StandIn
  readonly botId: string
  readonly botName: string
}

export type Picture = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly caption?: string
}

/**
 * The phones of the demonstration's people on one platform, each found by the official's code. Who
 * has none yet has to be given one before anything else.
 */
export type Handsets = {
  readonly channel: ChannelName
  /** The bot as people see it in their list of chats. */
  readonly botName: string
  /** Where the stand-in serves pictures: `<apiRoot>/media/<name>`. */
  readonly apiRoot: string
  /** What the product calls the account that speaks from this phone. */
  userKeyOf(code: string): string
  has(code: string): boolean
  /** `known`: the bot has heard from this phone before, though what was said is not on it any more. */
  give(person: { code: string; name: string; known: boolean }): void
  wasKnown(code: string): boolean
  /** Oldest first. */
  messages(code: string): readonly PhoneMessage[]
  write(code: string, text: string): void
  sendPicture(code: string, picture: Picture): void
  /** Tells the code of the person whose phone changed. The function returned ends that. */
  onChange(listener: (code: string) => void): () => void
}

export type TelegramHandsets = Handsets & {
  /** Opens the bot's deep link and presses Start. */
  start(code: string, payload: string): void
  press(code: string, messageId: string, data: string): void
  /** The button that was pressed last on this phone. */
  lastPress(code: string): ButtonPress | undefined
}

export type AllHandsets = { readonly telegram?: TelegramHandsets; readonly zalo?: Handsets }

/** The platforms that are simulated, Zalo first, since most officials use it. */
export function eachHandsets({ zalo, telegram }: AllHandsets): readonly Handsets[] {
  return [...(zalo ? [zalo] : []), ...(telegram ? [telegram] : [])]
}

/**
 * The user of a stand-in who plays an official: the same after every restart, so that an account
 * that was linked stays his. Captured from Zalo: 16 hexadecimal digits.
 */
export function zaloUserOf(code: string): string {
  return digestOf(code).toString('hex').slice(0, 16)
}

/** Telegram Bot API, User: an integer that may need up to 52 bits. */
export function telegramUserOf(code: string): number {
  return 7_000_000_000 + digestOf(code).readUInt32BE()
}

function digestOf(code: string): Buffer {
  return createHash('sha256').update(`official ${code}`).digest()
}

/** Who has a phone, by the platform's id. */
function createOwners(channel: ChannelName, botId: string, idOf: (code: string) => string) {
  const owners = new Map<string, { readonly code: string; readonly known: boolean }>()
  return {
    has: (code: string) => owners.has(idOf(code)),
    wasKnown: (code: string) => owners.get(idOf(code))?.known ?? false,
    userKeyOf: (code: string) => userKeyOf({ channel, botId }, idOf(code)),
    note: (code: string, known: boolean) => void owners.set(idOf(code), { code, known }),
    telling: (listener: (code: string) => void) => (chatId: string) => {
      const owner = owners.get(chatId)
      if (owner) listener(owner.code)
    },
  }
}

export function zaloHandsets({ standIn, botId, botName }: Platform<ZaloStandIn>): Handsets {
  const { note, telling, ...owners } = createOwners('zalo', botId, zaloUserOf)
  return {
    ...owners,
    channel: 'zalo',
    botName,
    apiRoot: standIn.apiRoot,
    give: ({ code, name, known }) => {
      standIn.createUser({ id: zaloUserOf(code), displayName: name, started: known })
      note(code, known)
    },
    messages: (code) => standIn.messages(zaloUserOf(code)),
    write: (code, text) => void standIn.userSends(zaloUserOf(code), text),
    sendPicture: (code, picture) => void standIn.userSendsPhoto(zaloUserOf(code), picture),
    onChange: (listener) => standIn.onChange(telling(listener)),
  }
}

export function telegramHandsets(platform: Platform<TelegramStandIn>): TelegramHandsets {
  const { standIn, botId, botName } = platform
  const idOf = (code: string) => String(telegramUserOf(code))
  const { note, telling, ...owners } = createOwners('telegram', botId, idOf)
  return {
    ...owners,
    channel: 'telegram',
    botName,
    apiRoot: standIn.apiRoot,
    give: ({ code, name, known }) => {
      standIn.createUser({ id: telegramUserOf(code), firstName: name, started: known })
      note(code, known)
    },
    messages: (code) => standIn.messages(telegramUserOf(code)),
    write: (code, text) => void standIn.userSends(telegramUserOf(code), text),
    sendPicture: (code, picture) => void standIn.userSendsPhoto(telegramUserOf(code), picture),
    start: (code, payload) => void standIn.userStarts(telegramUserOf(code), payload),
    press: (code, messageId, data) =>
      void standIn.userPresses(telegramUserOf(code), Number(messageId), data),
    lastPress: (code) =>
      standIn.presses().findLast(({ userId }) => userId === telegramUserOf(code)),
    onChange: (listener) => standIn.onChange(telling(listener)),
  }
}
