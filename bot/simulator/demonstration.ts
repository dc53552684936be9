import { randomBytes } from 'node:crypto'
import type { ChannelName } from '../../core/delivery/channel.ts'
import type { Transactions } from '../../core/ports.ts'
import type { MovableClock } from '../clock.ts'
import type { ChannelConfig, ChannelConfigs } from '../channel-config.ts'
import { ZALO_FREE_PLAN } from '../channels/zalo/plan.ts'
import type { AllHandsets, Handsets, TelegramHandsets } from './handsets.ts'
import { telegramHandsets, zaloHandsets } from './handsets.ts'
import { houseOfficials } from './inhabitants.ts'
import type { Page } from './page.ts'
import { startTelegramStandIn } from './telegram/stand-in.ts'
import { startZaloStandIn } from './zalo/stand-in.ts'

/** Where the process that runs the stand-ins tells the others how to reach them. */
const SETTING = 'simulation-channels'

const TELEGRAM_BOT_ID = '1000000001'
const ZALO_BOT_ID = '1000000000000000002'
const TELEGRAM_NAME = 'thi_dua_thu_bot'
const BOT_NAME = 'Bot Thi Đua (thử)'

export type Demonstration = {
  /** How the real adapters reach the stand-ins. */
  readonly configs: ChannelConfigs
  /** Lets people on the page use the phones. */
  openPage(page: Page, parts: { wakeSweep: () => Promise<void> }): void
  close(): Promise<void>
}

type World = {
  readonly clock: () => number
  readonly random: () => number
  readonly fetch: typeof globalThis.fetch
  readonly webhookOf: (name: ChannelName) => { url: string; secret: string }
}

type Opened<Phones> = {
  readonly config: ChannelConfig
  readonly handsets: Phones
  close(): Promise<void>
}

/**
 * Starts stand-ins for the channels that have no token, with their webhooks pointing to our own
 * port. The real adapters speak to them over HTTP as they would to the platforms.
 */
export async function openDemonstration(options: {
  names: readonly ChannelName[]
  port: number
  clock: MovableClock
  transactions: Transactions
}): Promise<Demonstration> {
  const { names, port, clock, transactions } = options
  const world: World = {
    clock: () => clock.now().epochMilliseconds,
    random: Math.random,
    fetch: globalThis.fetch,
    webhookOf: (name) => ({
      url: `http://127.0.0.1:${port}/webhooks/${name}`,
      secret: randomBytes(24).toString('base64url'),
    }),
  }
  const telegram = names.includes('telegram') ? await openTelegram(world) : undefined
  const zalo = names.includes('zalo') ? await openZalo(world) : undefined
  const configs: ChannelConfigs = {
    ...(telegram && { telegram: telegram.config }),
    ...(zalo && { zalo: zalo.config }),
  }
  const handsets: AllHandsets = {
    ...(telegram && { telegram: telegram.handsets }),
    ...(zalo && { zalo: zalo.handsets }),
  }
  await transactions.run(async (tx) => {
    await tx.settings.set(SETTING, JSON.stringify(configs))
    // Before anything is delivered: whoever is registered has a phone that takes it.
    await houseOfficials(tx, handsets)
  })
  return {
    configs,
    openPage: (page, { wakeSweep }) =>
      page.open({ handsets, clock, transactions, fetch: world.fetch, wakeSweep }),
    close: async () => {
      await Promise.all([telegram?.close(), zalo?.close()])
    },
  }
}

async function openTelegram(world: World): Promise<Opened<TelegramHandsets>> {
  const token = `${TELEGRAM_BOT_ID}:stand-in`
  const webhook = world.webhookOf('telegram')
  const bot = { firstName: BOT_NAME, username: TELEGRAM_NAME }
  const standIn = await startTelegramStandIn({ ...world, token, bot, webhook })
  const { apiRoot } = standIn
  return {
    config: { token, secret: webhook.secret, apiRoot, mode: 'webhook', botName: TELEGRAM_NAME },
    handsets: telegramHandsets({ standIn, botId: TELEGRAM_BOT_ID, botName: BOT_NAME }),
    close: () => standIn.close(),
  }
}

async function openZalo(world: World): Promise<Opened<Handsets>> {
  const token = `${ZALO_BOT_ID}:stand-in`
  const { messages, counts } = ZALO_FREE_PLAN
  // As many people may try it out as come.
  const plan = { messages, counts }
  const webhook = world.webhookOf('zalo')
  const bot = { displayName: BOT_NAME }
  const standIn = await startZaloStandIn({ ...world, token, bot, webhook })
  const { apiRoot } = standIn
  return {
    config: { token, secret: webhook.secret, apiRoot, mode: 'webhook', botName: BOT_NAME, plan },
    handsets: zaloHandsets({ standIn, botId: ZALO_BOT_ID, botName: BOT_NAME }),
    close: () => standIn.close(),
  }
}

/** How a process beside the one with the stand-ins reaches them; nothing before that one has started. */
export async function joinDemonstration(transactions: Transactions): Promise<ChannelConfigs> {
  const value = await transactions.run((tx) => tx.settings.find(SETTING))
  return value === undefined ? {} : (JSON.parse(value) as ChannelConfigs)
}
