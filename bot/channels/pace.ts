import type { ChannelName } from '../../core/delivery/channel.ts'
import type { Pace } from '../../core/delivery/outbox-store.ts'

/** Telegram's FAQ on limits: one message a second in a chat, where short bursts pass, and 20 a minute in a group. */
const PER_CHAT = { most: 5, withinMs: 5_000 }
const PER_GROUP = { most: 20, withinMs: 60_000 }

/**
 * What each platform takes. Telegram's FAQ names about 30 messages a second over the whole bot; Zalo
 * publishes no figure, and 5 has been taken without complaint.
 */
export const PACE: Readonly<Record<ChannelName, Pace>> = {
  telegram: { perSecond: 30, perChat: PER_CHAT, perGroup: PER_GROUP },
  zalo: { perSecond: 5, perChat: PER_CHAT, perGroup: PER_GROUP },
}
