import { ApiRefusal } from '../bot-api.ts'
import { disturb, type CommonFault, type Disturbance } from '../faults.ts'
import { gatewayPage, json, type Answer } from '../loopback-server.ts'
import { createMediaShelf } from '../media-shelf.ts'
import { createPhones } from '../phones.ts'
import { randomInteger } from '../random-ids.ts'
import {
  openStandIn,
  sendGate,
  type StandIn,
  type StandInOptions,
  type Wiring,
} from '../stand-in.ts'
import { ZaloEvents, type ZaloEvent } from './events.ts'
import { zaloFormTypes } from './fields.ts'
import { zaloMethods } from './methods.ts'
import { zaloPeople } from './people.ts'
import type { ZaloWorld } from './world.ts'

export type ZaloFault =
  | CommonFault
  /** Error 429 in JSON: the bot's messages of the month are used up. */
  | { readonly kind: 'quota-exceeded' }
  /** HTTP 429 with the gateway's HTML page. */
  | { readonly kind: 'flooded' }

export type ZaloStandInOptions = StandInOptions & {
  /** As Zalo Bot Creator gives it: digits, a colon, a secret. */
  readonly token: string
  readonly bot: {
    /** 19 digits; made up unless given. */
    readonly id?: string
    /** Begins with `Bot`, as the platform demands; people mention the bot by it. */
    readonly displayName: string
    readonly canJoinGroups?: boolean
  }
  /** Milliseconds before each further attempt to push an event; 1, 5 and 30 s unless given. */
  readonly webhookRetriesMs?: readonly number[]
  /** Calls of testWebhook per day; 100 unless given. */
  readonly webhookTestsPerDay?: number
}

export type ZaloStandIn = StandIn<ZaloFault, ReturnType<ZaloEvents['webhookInfo']>> &
  ReturnType<typeof zaloPeople> & {
    /** Sends the bot any event, known or not. */
    sendEvent(event: ZaloEvent, chatId?: string): void
  }

/** Starts a Zalo of our own on 127.0.0.1: the Bot API on one side, people with phones on the other. */
export async function startZaloStandIn(options: ZaloStandInOptions): Promise<ZaloStandIn> {
  const { world, standIn } = await openStandIn(options, {
    createWorld: (wiring) => createWorld(options, wiring),
    pushing: ({ events }) => events,
    api: (opened) => apiOptions(options, opened),
  })
  return {
    ...standIn,
    ...zaloPeople(world),
    sendEvent: (event, chatId = '') => world.events.add(event, chatId),
  }
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

function apiOptions(options: ZaloStandInOptions, world: ZaloWorld) {
  const { token, clock, webhookTestsPerDay = 100 } = options
  return {
    clock,
    methods: new Map(Object.entries(zaloMethods(world, webhookTestsPerDay))),
    // Zalo Bot API: names of methods are case-sensitive.
    methodNamed: (asked: string) => asked,
    formTypes: zaloFormTypes,
    checkToken: (given: string) => {
      if (given !== token) throw new ApiRefusal(401, 'Unauthorized')
    },
    refuse,
    disturb: disturbZalo,
    gate: sendGate(options, flooded),
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
