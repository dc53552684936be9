import type { ChannelName } from './channel.ts'

/**
 * When this process's next message on a channel may leave: at its slot, but never closer to the one before
 * than the channel's interval allows. Moments and intervals are in milliseconds of elapsed time.
 */
export type Turns = (channel: ChannelName, slotMs: number, intervalMs: number) => number

/**
 * What a process that was held up may catch up. Small, so that with the interval of 0.98 of a platform's
 * limit no stretch of a second holds more than the limit: (1000 + 15) × 0.98 < 1000.
 */
const CATCH_UP_MS = 15

/** Keeps the messages of one process apart; the slots themselves are shared by all processes. */
export function openTurns(): Turns {
  const nextMs = new Map<ChannelName, number>()
  return (channel, slotMs, intervalMs) => {
    const expected = nextMs.get(channel) ?? slotMs
    const leavesMs = Math.max(slotMs, expected - CATCH_UP_MS)
    nextMs.set(channel, Math.max(leavesMs, expected) + intervalMs)
    return leavesMs
  }
}
