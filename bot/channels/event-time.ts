const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Below it a number of seconds, above it of milliseconds: 1e12 ms is 2001, 1e12 s is far away. */
const SMALLEST_MILLISECONDS = 1e12

/**
 * When an event happened, in milliseconds since the epoch. Telegram dates in seconds, Zalo in
 * milliseconds (some of its senders in seconds). A missing or absurd date becomes the nearest of
 * [`receivedAt` − 7 days, `receivedAt` + 5 minutes], so that it can move no deadline.
 */
export function eventTime(date: unknown, receivedAt: number): number {
  if (typeof date !== 'number' || !Number.isFinite(date) || date <= 0) return receivedAt
  const at = Math.trunc(date < SMALLEST_MILLISECONDS ? date * 1000 : date)
  return Math.min(Math.max(at, receivedAt - 7 * DAY), receivedAt + 5 * MINUTE)
}
