import { ApiRefusal, botApi, createCallLog, type ApiCall } from './bot-api.ts'
import {
  createFaultPlan,
  disturb,
  type CommonFault,
  type Disturbance,
  type Faults,
} from './faults.ts'
import { createLoopbackServer, gatewayPage, json, type Answer } from './loopback-server.ts'
import { createMediaShelf } from './media-shelf.ts'
import { createPhones, type ChangeListener, type PhoneMessage } from './phones.ts'
import { randomInteger, type Random } from './random-ids.ts'
import { createRateWindow } from './rate-window.ts'
import type { Webhook } from './webhook-push.ts'
import { ZaloEvents, type ZaloEvent } from './zalo-events.ts'
import { zaloFormTypes } from './zalo-fields.ts'
import { zaloMethods } from './zalo-methods.ts'
import { zaloPeople } from './zalo-people.ts'
import type { ZaloWorld } from './zalo-world.ts'

export type ZaloFault =
  | CommonFault
  /** Error 429 in JSON: the bot's messages of the month are used up. */
  | { readonly kind: 'quota-exceeded' }
  /** HTTP 429 with the gateway's HTML page. */
  | { readonly kind: 'flooded' }

export type ZaloStandInOptions = {
  /** As Zalo Bot Creator gives it: digits, a colon, a secret. */
  readonly token: string
  readonly bot: {
    /** 19 digits; made up unless given. */
    readonly id?: string
    /** Begins with `Bot`, as the platform demands; people mention the bot by it. */
    readonly displayName: string
    readonly canJoinGroups?: boolean
  }
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly random: Random
  /** Pushes events and fetches pictures that the bot sends. */
  readonly fetch: typeof globalThis.fetch
  /** A free port of 127.0.0.1 unless given. */
  readonly port?: number
  /** Set from the start, as if setWebhook had been called. */
  readonly webhook?: Webhook
  /** More sends than this in any sliding second are answered with the gateway's 429 page. */
  readonly sendsPerSecond?: number
  /** Milliseconds before each further attempt to push an event; 1, 5 and 30 s unless given. */
  readonly webhookRetriesMs?: readonly number[]
  /** Calls of testWebhook per day; 100 unless given. */
  readonly webhookTestsPerDay?: number
  /** Calls kept in `calls`, and messages kept per phone; 10,000 and 1,000 unless given. */
  readonly callsKept?: number
  readonly messagesKept?: number
}

export type ZaloStandIn = ReturnType<typeof zaloPeople> & {
  /** What `ZALO_API_ROOT` points to. */
  readonly apiRoot: string
  readonly port: number
  /** Every call the bot made, oldest first. */
  readonly calls: readonly ApiCall[]
  readonly faults: Faults<ZaloFault>
  clearCalls(): void
  /** What is on the phone in a private chat or a group. */
  messages(chatId: string): readonly PhoneMessage[]
  onChange(listener: ChangeListener): () => void
  /** Sends the bot any event, known or not. */
  sendEvent(event: ZaloEvent, chatId?: string): void
  /** Pushes the last events once more, with the ids they had. */
  redeliver(count?: number): void
  /** As setWebhook and deleteWebhook do, without a call. */
  useWebhook(webhook: Webhook | undefined): void
  webhookInfo(): ReturnType<ZaloEvents['webhookInfo']>
  /** Stops pushing and cuts every connection at once. */
  close(): Promise<void>
}

/** Starts a Zalo of our own on 127.0.0.1: the Bot API on one side, people with phones on the other. */
export async function startZaloStandIn(options: ZaloStandInOptions): Promise<ZaloStandIn> {
  const faults = createFaultPlan<ZaloFault>()
  const log = createCallLog(options.callsKept ?? 10_000)
  const server = createLoopbackServer()
  const mediaUrl = (name: string) => `${server.root}/media/${name}`
  const world = createWorld(options, { isTwice: (chat) => faults.takeForPush(chat), mediaUrl })
  const answer = botApi({ ...apiOptions(options, world), faults, log: (call) => log.add(call) })
  await server.listen(options.port ?? 0, answer)
  if (options.webhook) world.events.setWebhook(options.webhook)
  return {
    ...zaloPeople(world),
    apiRoot: server.root,
    port: server.port,
    calls: log.calls,
    clearCalls: () => log.clear(),
    faults,
    messages: (chatId) => world.phones.messages(chatId),
    onChange: (listener) => world.phones.onChange(listener),
    sendEvent: (event, chatId = '') => world.events.add(event, chatId),
    redeliver: (count = 1) => world.events.redeliver(count),
    useWebhook: (webhook) => world.events.setWebhook(webhook),
    webhookInfo: () => world.events.webhookInfo(),
    close: () => {
      world.events.close()
      return server.close()
    },
  }
}

type Wiring = {
  readonly isTwice: (chat: string) => boolean
  readonly mediaUrl: (name: string) => string
}

function createWorld(
  { bot, clock, random, fetch, ...rest }: ZaloStandInOptions,
  { isTwice, mediaUrl }: Wiring,
): ZaloWorld {
  const retryDelaysMs = rest.webhookRetriesMs ?? [1_000, 5_000, 30_000]
  return {
    bot: {
      id: bot.id ?? `1${randomInteger(random, 1e8, 9e8)}${randomInteger(random, 1e8, 9e8)}`,
      accountName: `bot.${rest.token.slice(0, 8)}`,
      displayName: botName(bot.displayName),
      canJoinGroups: bot.canJoinGroups ?? false,
    },
    clock,
    random,
    fetch,
    users: new Map(),
    chats: new Map(),
    phones: createPhones(rest.messagesKept ?? 1000),
    shelf: createMediaShelf(random),
    events: new ZaloEvents({ clock, fetch, retryDelaysMs, isTwice }),
    mediaUrl,
    testsOn: new Map(),
  }
}

/** Zalo Bot Creator: the name of a bot begins with `Bot`. */
function botName(name: string): string {
  if (!name.startsWith('Bot')) throw new Error('the name of a Zalo bot begins with "Bot"')
  return name
}

function apiOptions({ token, clock, ...rest }: ZaloStandInOptions, world: ZaloWorld) {
  const window =
    rest.sendsPerSecond === undefined ? undefined : createRateWindow(rest.sendsPerSecond, clock)
  return {
    clock,
    methods: new Map(Object.entries(zaloMethods(world, rest.webhookTestsPerDay ?? 100))),
    // Zalo Bot API: names of methods are case-sensitive.
    methodNamed: (asked: string) => asked,
    formTypes: zaloFormTypes,
    checkToken: (given: string) => {
      if (given !== token) throw new ApiRefusal(401, 'Unauthorized')
    },
    refuse,
    disturb: disturbZalo,
    gate: (method: string) =>
      /^send(?!ChatAction)/.test(method) && window && window.take() > 0 ? flooded() : undefined,
    otherwise: (path: string) => world.shelf.answer(path),
  }
}

/**
 * Measured: business errors come as HTTP 200 with `ok` false. Documented: testWebhook spells the code
 * of its daily limit `errorCode`.
 */
function refuse({ code, message }: ApiRefusal): Answer {
  return json(200, {
    ok: false,
    [code === 426 ? 'errorCode' : 'error_code']: code,
    description: message,
  })
}

/** Measured: nginx answers 429 in HTML when calls come too fast. */
function flooded(): Answer {
  return gatewayPage(429, '429 Too Many Requests')
}

function disturbZalo(fault: ZaloFault): Disturbance {
  switch (fault.kind) {
    case 'quota-exceeded':
      // Zalo Bot API, error codes: 429 Quota exceeded, without a time to wait.
      return { accepted: false, answer: refuse(new ApiRefusal(429, 'Quota exceeded')) }
    case 'flooded':
      return { accepted: false, answer: flooded() }
    default:
      return disturb(fault, (code, description) => refuse(new ApiRefusal(code, description)))
  }
}
