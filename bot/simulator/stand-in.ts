import { botApi, createCallLog, type ApiCall, type BotApiOptions } from './bot-api.ts'
import { createFaultPlan, type Faults } from './faults.ts'
import { createLoopbackServer, type Answer } from './loopback-server.ts'
import type { ChangeListener, PhoneMessage, Phones } from './phones.ts'
import type { Random } from './random-ids.ts'
import { createRateWindow } from './rate-window.ts'
import type { Webhook } from './webhook-push.ts'

/** What either platform's stand-in is started with. */
export type StandInOptions = {
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly random: Random
  /** Pushes what happens to the bot, and fetches pictures that it sends by URL. */
  readonly fetch: typeof globalThis.fetch
  /** A free port of 127.0.0.1 unless given. */
  readonly port?: number
  /** Set from the start, as if setWebhook had been called. */
  readonly webhook?: Webhook
  /** More sends than this in any sliding second are refused as coming too fast. */
  readonly sendsPerSecond?: number
  /** Calls kept in `calls`, and messages kept per phone; 10,000 and 1,000 unless given. */
  readonly callsKept?: number
  readonly messagesKept?: number
}

/** What a test or a page sees of either platform. */
export type StandIn<Fault, Info> = {
  /** What `TELEGRAM_API_ROOT` or `ZALO_API_ROOT` points to. */
  readonly apiRoot: string
  readonly port: number
  /** Every call the bot made, oldest first. */
  readonly calls: readonly ApiCall[]
  readonly faults: Faults<Fault>
  clearCalls(): void
  /** What is on the phone in a private chat or a group. */
  messages(chatId: string | number): readonly PhoneMessage[]
  onChange(listener: ChangeListener): () => void
  /** Pushes the last events once more, with the ids they had. */
  redeliver(count?: number): void
  /** As setWebhook and deleteWebhook do, without a call. */
  useWebhook(webhook: Webhook | undefined): void
  webhookInfo(): Info
  /** Stops pushing and cuts every connection at once. */
  close(): Promise<void>
}

/** How a world reaches out of itself. */
export type Wiring = {
  readonly isTwice: (chat: string) => boolean
  readonly mediaUrl: (name: string) => string
}

type Pushing<Info> = {
  setWebhook(webhook: Webhook | undefined): void
  redeliver(count: number): void
  webhookInfo(): Info
  close(): void
}

/** What makes one platform out of it. */
type Platform<Fault, World, Info> = {
  readonly createWorld: (wiring: Wiring) => World
  readonly pushing: (world: World) => Pushing<Info>
  readonly api: (world: World) => Omit<BotApiOptions<Fault>, 'faults' | 'log'>
}

/** Serves a platform's Bot API on 127.0.0.1 before a world of people with phones. */
export async function openStandIn<
  Fault extends { readonly kind: string },
  World extends { readonly phones: Phones },
  Info,
>(
  options: StandInOptions,
  { createWorld, pushing, api }: Platform<Fault, World, Info>,
): Promise<{ readonly world: World; readonly standIn: StandIn<Fault, Info> }> {
  const faults = createFaultPlan<Fault>()
  const log = createCallLog(options.callsKept ?? 10_000)
  const server = createLoopbackServer()
  const mediaUrl = (name: string) => `${server.root}/media/${name}`
  const world = createWorld({ isTwice: (chat) => faults.takeForPush(chat), mediaUrl })
  const pushes = pushing(world)
  const answer = botApi({ ...api(world), faults, log: (call) => log.add(call) })
  await server.listen(options.port ?? 0, answer)
  if (options.webhook) pushes.setWebhook(options.webhook)
  const standIn: StandIn<Fault, Info> = {
    apiRoot: server.root,
    port: server.port,
    calls: log.calls,
    clearCalls: () => log.clear(),
    faults,
    messages: (chatId) => world.phones.messages(chatId),
    onChange: (listener) => world.phones.onChange(listener),
    redeliver: (count = 1) => pushes.redeliver(count),
    useWebhook: (webhook) => pushes.setWebhook(webhook),
    webhookInfo: () => pushes.webhookInfo(),
    close: () => {
      pushes.close()
      return server.close()
    },
  }
  return { world, standIn }
}

/** Refuses sends that come faster than the options allow. */
export function sendGate(
  { sendsPerSecond, clock }: StandInOptions,
  tooFast: () => Answer,
): (method: string) => Answer | undefined {
  const window = sendsPerSecond === undefined ? undefined : createRateWindow(sendsPerSecond, clock)
  return (method) =>
    /^send(?!ChatAction)/.test(method) && window && window.take() > 0 ? tooFast() : undefined
}
