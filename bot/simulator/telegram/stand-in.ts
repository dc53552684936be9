import { ApiRefusal } from '../bot-api.ts'
import { disturb, type CommonFault, type Disturbance } from '../faults.ts'
import { json, type Answer } from '../loopback-server.ts'
import { createMediaShelf, served } from '../media-shelf.ts'
import { createPhones } from '../phones.ts'
import { randomInteger } from '../random-ids.ts'
import {
  openStandIn,
  sendGate,
  type StandIn,
  type StandInOptions,
  type Wiring,
} from '../stand-in.ts'
import { blockedByUser, chatMoved, chatNotFound, tooManyRequests } from './chats.ts'
import { telegramFormTypes } from './fields.ts'
import { telegramGroups } from './groups.ts'
import { telegramMethods } from './methods.ts'
import { telegramPeople } from './people.ts'
import { TelegramUpdates, type TelegramUpdate } from './updates.ts'
import { telegramWriting } from './writing.ts'
import type { BotCommand, ButtonPress, TelegramWorld } from './world.ts'

export type TelegramFault =
  | CommonFault
  /** 429; `retryAfter` counts seconds. */
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'chat-not-found' }
  | { readonly kind: 'migrated'; readonly to: number }

export type TelegramStandInOptions = StandInOptions & {
  /** As BotFather gives it: the bot's id, a colon, a secret. */
  readonly token: string
  readonly bot: { readonly firstName: string; readonly username: string }
  /** Turns privacy mode off: the bot is told of every message in its groups. */
  readonly readsAllGroupMessages?: boolean
  /** Milliseconds before a failed push is tried again, doubled each time up to a minute; 1000 unless given. */
  readonly webhookRetryMs?: number
}

export type TelegramStandIn = StandIn<TelegramFault, ReturnType<TelegramUpdates['webhookInfo']>> &
  ReturnType<typeof telegramPeople> &
  ReturnType<typeof telegramWriting> &
  ReturnType<typeof telegramGroups> & {
    /** All presses of buttons with the bot's answers, oldest first. */
    presses(): readonly ButtonPress[]
    /** What setMyCommands set last for a scope and language. */
    commands(scope?: string, language?: string): readonly BotCommand[]
    /** Sends the bot an update of any type, known or not. @returns its update_id. */
    sendUpdate(type: string, content: unknown, chatId?: number): number | undefined
  }

export type { TelegramUpdate }

/** Starts a Telegram of our own on 127.0.0.1: the Bot API on one side, people with phones on the other. */
export async function startTelegramStandIn(
  options: TelegramStandInOptions,
): Promise<TelegramStandIn> {
  const { world, standIn } = await openStandIn(options, {
    createWorld: (wiring) => createWorld(options, wiring),
    pushing: ({ updates }) => updates,
    api: (opened) => apiOptions(options, opened),
  })
  return {
    ...standIn,
    ...telegramPeople(world),
    ...telegramWriting(world),
    ...telegramGroups(world),
    presses: () => [...world.presses.values()],
    commands: (scope = 'default', language = '') =>
      world.commands.get(`${scope}/${language}`) ?? [],
    sendUpdate: (type, content, chatId = 0) => world.updates.add(type, content, chatId),
  }
}

function createWorld(
  { token, bot, clock, random, fetch, ...rest }: TelegramStandInOptions,
  { isTwice, mediaUrl }: Wiring,
): TelegramWorld {
  // Begun at random, so that a restarted stand-in does not give out ids that the app has seen.
  let messageId = randomInteger(random, 1_000_000, 1_000_000_000)
  const firstId = randomInteger(random, 100_000_000, 2_000_000_000)
  const retryMs = rest.webhookRetryMs ?? 1000
  return {
    bot: { id: botIdOf(token), is_bot: true, first_name: bot.firstName, username: bot.username },
    clock,
    random,
    fetch,
    readsAllGroupMessages: rest.readsAllGroupMessages ?? false,
    users: new Map(),
    chats: new Map(),
    posts: new Map(),
    files: new Map(),
    presses: new Map(),
    commands: new Map(),
    phones: createPhones(rest.messagesKept ?? 1000),
    shelf: createMediaShelf(random),
    updates: new TelegramUpdates({ clock, fetch, firstId, retryMs, isTwice }),
    mediaUrl,
    nextMessageId: () => ++messageId,
  }
}

function botIdOf(token: string): number {
  const id = /^(\d+):[\w-]+$/.exec(token)?.[1]
  if (id === undefined) throw new Error('a Telegram token is <digits>:<secret>')
  return Number(id)
}

function apiOptions(options: TelegramStandInOptions, world: TelegramWorld) {
  const { token, clock } = options
  const methods = new Map(Object.entries(telegramMethods(world)))
  // Telegram Bot API, Making requests: names of methods are case-insensitive.
  const names = new Map([...methods.keys()].map((name) => [name.toLowerCase(), name]))
  return {
    clock,
    methods,
    methodNamed: (asked: string) => names.get(asked.toLowerCase()) ?? asked,
    formTypes: telegramFormTypes,
    checkToken: (given: string) => checkToken(given, token),
    refuse,
    disturb: disturbTelegram,
    gate: sendGate(options, () => refuse(tooManyRequests(1))),
    otherwise: (path: string) => world.shelf.answer(path) ?? download(world, path, token),
  }
}

/** Telegram Bot API server: 404 for what is no token at all, 401 for one of no bot. */
function checkToken(given: string, token: string): void {
  if (!/^\d+:[\w-]+$/.test(given)) throw new ApiRefusal(404, 'Not Found')
  if (given !== token) throw new ApiRefusal(401, 'Unauthorized')
}

/** Telegram Bot API, Making requests: `ok` false, a description, error_code as the HTTP status too. */
function refuse({ code, message, parameters }: ApiRefusal): Answer {
  return json(code, { ok: false, error_code: code, description: message, parameters })
}

function disturbTelegram(fault: TelegramFault): Disturbance {
  switch (fault.kind) {
    case 'rate-limited':
      return { accepted: false, answer: refuse(tooManyRequests(fault.retryAfter)) }
    case 'blocked':
      return { accepted: false, answer: refuse(blockedByUser()) }
    case 'chat-not-found':
      return { accepted: false, answer: refuse(chatNotFound()) }
    case 'migrated':
      return { accepted: false, answer: refuse(chatMoved(fault.to)) }
    default:
      return disturb(fault, (code, description) => refuse(new ApiRefusal(code, description)))
  }
}

/** Telegram Bot API, getFile: the file itself is at `/file/bot<token>/<file_path>`. */
function download(world: TelegramWorld, path: string, token: string): Answer | undefined {
  const prefix = `/file/bot${token}/`
  if (!path.startsWith(prefix)) return undefined
  const wanted = path.slice(prefix.length)
  const file = [...world.files.values()].find((candidate) => candidate.path === wanted)
  const media = file && world.shelf.get(file.shelfName)
  // Telegram Bot API, getFile: the MIME type need not be preserved, and by HTTP it is not.
  return served(media && { ...media, mediaType: 'application/octet-stream' })
}
