import type { Agent } from 'undici'
import type { BotKey } from '../core/delivery/bot.ts'
import { keyOf } from '../core/delivery/bot.ts'
import type { Channel, ChannelName } from '../core/delivery/channel.ts'
import { requireBotId } from './bots.ts'
import type { ChannelConfig, ChannelConfigs } from './channel-config.ts'
import { tokensOf } from './channel-config.ts'
import { kindOfApiRoot } from './channels/api-root.ts'
import { openDispatcher, publicLookup } from './channels/http-exchange.ts'
import type { Polling, UpdateSource } from './channels/polling.ts'
import { runPolling } from './channels/polling.ts'
import { TelegramApi } from './channels/telegram/api.ts'
import type { ReadFile } from './channels/telegram/telegram.ts'
import { createTelegramChannel } from './channels/telegram/telegram.ts'
import { telegramUpdates, zaloUpdates } from './channels/update-sources.ts'
import { createZaloApi } from './channels/zalo/api.ts'
import { watchGroups } from './channels/zalo/groups.ts'
import { createZaloChannel } from './channels/zalo/zalo.ts'

export type Channels = {
  /** By bot, in the order of the configuration. */
  readonly all: ReadonlyMap<BotKey, Channel>
  /** Runs the poll loops of the channels that poll, until the signal aborts. */
  poll(
    polling: Omit<Polling, 'source' | 'store'> & {
      store: (channel: Channel, update: unknown) => Promise<void>
    },
  ): Promise<void>
  close(): Promise<void>
}

/** Makes an adapter for each configured bot; `readFile` gives the stored files that are sent. The one call made is beside them: whether Zalo lets a bot into groups. */
export function openChannels(configs: ChannelConfigs, readFile?: ReadFile): Channels {
  const dispatcher = openDispatcher()
  const media = openDispatcher({ lookup: publicLookup() })
  const closing = new AbortController()
  const all = new Map<BotKey, Channel>()
  const sources = new Map<Channel, UpdateSource>()
  for (const name of ['telegram', 'zalo'] as const) {
    const config = configs[name]
    if (!config) continue
    const surroundings = { dispatcher, media, closing: closing.signal, readFile }
    for (const token of tokensOf(config)) {
      const own = { ...config, token }
      const channel = makeChannel(name, own, surroundings)
      all.set(keyOf(channel), channel)
      if (own.mode === 'polling') sources.set(channel, makeSource(name, own, dispatcher))
    }
  }
  return {
    all,
    poll: async ({ store, ...polling }) => {
      const loops = [...sources].map(([channel, source]) =>
        runPolling({ ...polling, source, store: (update) => store(channel, update) }),
      )
      await Promise.all(loops)
    },
    close: async () => {
      closing.abort()
      await Promise.all([dispatcher.destroy(), media.destroy()])
    },
  }
}

type Surroundings = {
  readonly dispatcher: Agent
  readonly media: Agent
  readonly closing: AbortSignal
  readonly readFile: ReadFile | undefined
}

function makeChannel(
  name: ChannelName,
  config: ChannelConfig,
  { dispatcher, media, closing, readFile }: Surroundings,
): Channel {
  const { token, secret, apiRoot, botName } = config
  const botId = requireBotId(name, token)
  const options = { token, botId, secret, apiRoot, dispatcher, botName }
  if (name === 'telegram') return createTelegramChannel({ ...options, readFile })
  const onThisMachine = kindOfApiRoot(apiRoot) === 'loopback'
  const groups = watchGroups(createZaloApi(options), closing)
  const mediaDispatcher = onThisMachine ? dispatcher : media
  return createZaloChannel({ ...options, groups, mediaDispatcher })
}

function makeSource(
  name: ChannelName,
  { token, apiRoot }: ChannelConfig,
  dispatcher: Agent,
): UpdateSource {
  const endpoint = { token, apiRoot, dispatcher }
  return name === 'telegram'
    ? telegramUpdates(new TelegramApi(endpoint))
    : zaloUpdates(createZaloApi(endpoint))
}
