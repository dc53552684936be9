import { ApiRefusal, botApi, createCallLog, type ApiCall } from './bot-api.ts'
import {
  createFaultPlan,
  disturb,
  type CommonFault,
  type Disturbance,
  type Faults,
} from './faults.ts'
import { createLoopbackServer, json, type Answer } from './loopback-server.ts'
import { createMediaShelf, served } from './media-shelf.ts'
import { createPhones, type ChangeListener, type PhoneMessage } from './phones.ts'
import { randomInteger, type Random } from './random-ids.ts'
import { createRateWindow } from './rate-window.ts'
import { blockedByUser, chatMoved, chatNotFound, tooManyRequests } from './telegram-chats.ts'
import { telegramFormTypes } from './telegram-fields.ts'
import { telegramGroups } from './telegram-groups.ts'
import { telegramMethods } from './telegram-methods.ts'
import { telegramPeople } from './telegram-people.ts'
import { TelegramUpdates, type TelegramUpdate } from './telegram-updates.ts'
import { telegramWriting } from './telegram-writing.ts'
import type { BotCommand, ButtonPress, TelegramWorld } from './telegram-world.ts'
import type { Webhook } from './webhook-push.ts'

export type TelegramFault =
  | CommonFault
  /** 429; `retryAfter` counts seconds. */
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'chat-not-found' }
  | { readonly kind: 'migrated'; readonly to: number }

export type TelegramStandInOptions = {
  /** As BotFather gives it: the bot's id, a colon, a secret. */
  readonly token: string
  readonly bot: { readonly firstName: string; readonly username: string }
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly random: Random
  /** Pushes updates and fetches pictures that the bot sends by URL. */
  readonly fetch: typeof globalThis.fetch
  /** A free port of 127.0.0.1 unless given. */
  readonly port?: number
  /** Set from the start, as if setWebhook had been called. */
  readonly webhook?: Webhook
  /** Turns privacy mode off: the bot is told of every message in its groups. */
  readonly readsAllGroupMessages?: boolean
  /** More sends than this in any sliding second are answered 429, retry_after 1. */
  readonly sendsPerSecond?: number
  /** Milliseconds before a failed push is tried again, doubled each time up to a minute; 1000 unless given. */
  readonly webhookRetryMs?: number
  /** Calls kept in `calls`, and messages kept per phone; 10,000 and 1,000 unless given. */
  readonly callsKept?: number
  readonly messagesKept?: number
}

export type TelegramStandIn = ReturnType<typeof telegramPeople> &
  ReturnType<typeof telegramWriting> &
  ReturnType<typeof telegramGroups> & {
    /** What `TELEGRAM_API_ROOT` points to. */
    readonly apiRoot: string
    readonly port: number
    /** Every call the bot made, oldest first. */
    readonly calls: readonly ApiCall[]
    readonly faults: Faults<TelegramFault>
    clearCalls(): void
    /** What is on the phone in a private chat or a group. */
    messages(chatId: number): readonly PhoneMessage[]
    onChange(listener: ChangeListener): () => void
    /** All presses of buttons with the bot's answers, oldest first. */
    presses(): readonly ButtonPress[]
    /** What setMyCommands set last for a scope and language. */
    commands(scope?: string, language?: string): readonly BotCommand[]
    /** Sends the bot an update of any type, known or not. @returns its update_id. */
    sendUpdate(type: string, content: unknown, chatId?: number): number | undefined
    /** Pushes the last updates once more, with the ids they had. */
    redeliver(count?: number): void
    /** As setWebhook and deleteWebhook do, without a call. */
    useWebhook(webhook: Webhook | undefined): void
    webhookInfo(): ReturnType<TelegramUpdates['webhookInfo']>
    /** Stops pushing and cuts every connection at once. */
    close(): Promise<void>
  }

export type { TelegramUpdate }

/** Starts a Telegram of our own on 127.0.0.1: the Bot API on one side, people with phones on the other. */
export async function startTelegramStandIn(
  options: TelegramStandInOptions,
): Promise<TelegramStandIn> {
  const faults = createFaultPlan<TelegramFault>()
  const log = createCallLog(options.callsKept ?? 10_000)
  const server = createLoopbackServer()
  const mediaUrl = (name: string) => `${server.root}/media/${name}`
  const world = createWorld(options, { isTwice: (chat) => faults.takeForPush(chat), mediaUrl })
  const answer = botApi({ ...apiOptions(options, world), faults, log: (call) => log.add(call) })
  await server.listen(options.port ?? 0, answer)
  if (options.webhook) world.updates.setWebhook(options.webhook)
  return {
    ...telegramPeople(world),
    ...telegramWriting(world),
    ...telegramGroups(world),
    apiRoot: server.root,
    port: server.port,
    calls: log.calls,
    clearCalls: () => log.clear(),
    faults,
    messages: (chatId) => world.phones.messages(chatId),
    onChange: (listener) => world.phones.onChange(listener),
    presses: () => [...world.presses.values()],
    commands: (scope = 'default', language = '') =>
      world.commands.get(`${scope}/${language}`) ?? [],
    sendUpdate: (type, content, chatId = 0) => world.updates.add(type, content, chatId),
    redeliver: (count = 1) => world.updates.redeliver(count),
    useWebhook: (webhook) => world.updates.setWebhook(webhook),
    webhookInfo: () => world.updates.webhookInfo(),
    close: () => {
      world.updates.close()
      return server.close()
    },
  }
}

type Wiring = {
  readonly isTwice: (chat: string) => boolean
  readonly mediaUrl: (name: string) => string
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

function apiOptions(
  { token, clock, sendsPerSecond }: TelegramStandInOptions,
  world: TelegramWorld,
) {
  const methods = new Map(Object.entries(telegramMethods(world)))
  // Telegram Bot API, Making requests: names of methods are case-insensitive.
  const names = new Map([...methods.keys()].map((name) => [name.toLowerCase(), name]))
  const window = sendsPerSecond === undefined ? undefined : createRateWindow(sendsPerSecond, clock)
  return {
    clock,
    methods,
    methodNamed: (asked: string) => names.get(asked.toLowerCase()) ?? asked,
    formTypes: telegramFormTypes,
    checkToken: (given: string) => checkToken(given, token),
    refuse,
    disturb: disturbTelegram,
    gate: (method: string) =>
      /^send(?!ChatAction)/.test(method) && window && window.take() > 0
        ? refuse(tooManyRequests(1))
        : undefined,
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
