import type { Address, Channel, ChannelName } from './channel.ts'

/** One bot of one platform: `<channel>:<bot id>`, with which the addresses of its chats begin. It has its own pace, breaker and budget. */
export type BotKey = string & { readonly __brand: 'BotKey' }

/** What a platform's plan grants one bot; what is absent is not bounded. */
export type Plan = {
  /** Messages a month. */
  readonly messages?: number
  /** People who are linked to the bot. */
  readonly users?: number
  /** Whether what people write counts as well. */
  readonly counts: 'sent' | 'both'
}

/** A bot that this installation runs. */
export type Bot = {
  readonly key: BotKey
  readonly channel: ChannelName
  /** Where people find it; absent where the platform has no such link. */
  readonly link?: string
  /** What the platform grants it; absent where nothing bounds it. */
  readonly plan?: Plan
}

export function keyOf({ name, botId }: Pick<Channel, 'name' | 'botId'>): BotKey {
  return `${name}:${botId}` as BotKey
}

/** The bot that an address is one of. */
export function botOf(address: Address): BotKey {
  return address.split(':', 2).join(':') as BotKey
}
