import type { Instant } from '../calendar/local-time.ts'
import type { Duty } from './duty.ts'

export type PromiseState = 'waiting' | 'kept' | 'broken'

/**
 * What has become of the last promise given for a duty: kept when the duty was done by its moment.
 * Undefined where nothing was promised.
 */
export function promiseState(
  { promise, doneAt }: Pick<Duty, 'promise' | 'doneAt'>,
  now: Instant,
): PromiseState | undefined {
  if (!promise) return undefined
  const settledAt = doneAt ?? now
  if (settledAt.epochMilliseconds > promise.at.epochMilliseconds) return 'broken'
  return doneAt ? 'kept' : 'waiting'
}
