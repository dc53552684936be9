import type { Address, ChannelName } from '../../core/delivery/channel.ts'

/** One bot on one channel: what every address and user key of it begins with. */
export type BotKey = { readonly channel: ChannelName; readonly botId: string }

/** `<channel>:<bot id>:<chat>`, where `chat` is whatever the channel needs to find the chat again. */
export function addressOf(bot: BotKey, chat: string): Address {
  return `${prefixOf(bot)}${chat}` as Address
}

/** The chat of an address that this bot made; nothing for another bot's or channel's address. */
export function chatOf(bot: BotKey, address: Address): string | undefined {
  const prefix = prefixOf(bot)
  const isOurs = address.startsWith(prefix) && address.length > prefix.length
  return isOurs ? address.slice(prefix.length) : undefined
}

/** `<channel>:<bot id>:<user>`. */
export function userKeyOf(bot: BotKey, user: string): string {
  return `${prefixOf(bot)}${user}`
}

function prefixOf({ channel, botId }: BotKey): string {
  return `${channel}:${botId}:`
}
