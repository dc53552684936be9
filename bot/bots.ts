import type { Bot } from '../core/delivery/bot.ts'
import { keyOf } from '../core/delivery/bot.ts'
import type { ChannelName } from '../core/delivery/channel.ts'
import type { ChannelConfig, ChannelConfigs } from './channel-config.ts'
import { tokensOf } from './channel-config.ts'
import { kindOfApiRoot } from './channels/api-root.ts'
import { botIdOf } from './channels/bot-token.ts'
import { ConfigRefusal } from './config-refusal.ts'

/** The bots of an installation, in the order of its configuration. */
export function botsOf(configs: ChannelConfigs): readonly Bot[] {
  return (['telegram', 'zalo'] as const).flatMap((channel) => {
    const config = configs[channel]
    return config ? tokensOf(config).map((token) => botOf(channel, token, config)) : []
  })
}

function botOf(channel: ChannelName, token: string, config: ChannelConfig): Bot {
  const botId = requireBotId(channel, token)
  const key = keyOf({ name: channel, botId })
  const { plan } = config
  const link = linkTo(channel, botId, config)
  return { key, channel, ...(link !== undefined && { link }), ...(plan && { plan }) }
}

/** Nobody finds a stand-in by a link of the platform. */
function linkTo(
  channel: ChannelName,
  botId: string,
  { apiRoot, botName }: ChannelConfig,
): string | undefined {
  if (kindOfApiRoot(apiRoot) === 'loopback') return undefined
  if (channel === 'zalo') return `https://zalo.me/${botId}`
  return botName === undefined ? undefined : `https://t.me/${botName}`
}

/** The number that both platforms write in front of a token's secret. */
export function requireBotId(channel: ChannelName, token: string): string {
  const botId = botIdOf(token)
  if (botId === undefined) throw new ConfigRefusal(`Mã bot của kênh ${channel} không đúng dạng.`)
  return botId
}
