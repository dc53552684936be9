import type { ChannelName } from '../../core/delivery/channel.ts'
import type { Pace } from '../../core/delivery/pace-store.ts'

/**
 * Telegram's FAQ on limits: about one message a second in a chat, where short bursts pass, and 20 a minute
 * in a group. The burst is one that no person at a phone uses up.
 */
const PER_CHAT = { burst: 20, everyMs: 1_000 }
const PER_GROUP = { burst: 5, everyMs: 4_000 }

/**
 * What each platform takes. Telegram's FAQ names about 30 messages a second over the whole bot; Zalo
 * publishes no figure, and 5 has been taken without complaint.
 */
export const PACE: Readonly<Record<ChannelName, Pace>> = {
  telegram: { perSecond: 30, perChat: PER_CHAT, perGroup: PER_GROUP },
  zalo: { perSecond: 5, perChat: PER_CHAT, perGroup: PER_GROUP },
}
