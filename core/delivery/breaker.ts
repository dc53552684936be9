import type { Instant } from '../calendar/local-time.ts'
import { localDateOf, startOfDay } from '../calendar/local-time.ts'
import type { DeliveryResult } from './channel.ts'

/** Why a bot rests as a whole: its quota is used up, the platform refuses it, or its gateway was flooded. */
export type RestCause = 'quota' | 'account' | 'flood'

/** How long a bot rests: the n-th time in a row the n-th step, and the last one from then on. Milliseconds. */
export type Rest = { readonly cause: RestCause; readonly steps: readonly number[] }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * Whether a result concerns the whole bot, and how long it then rests. A used-up quota is asked about
 * after one minute, fifteen minutes and an hour, then once a day, just after midnight in Vietnam: Zalo
 * names no time at which it is renewed. A refused token is tried once a minute, so that a mended one is
 * soon seen. A platform that is down lets no bot rest: its messages wait one by one.
 */
export function restAfter(result: DeliveryResult, now: Instant): Rest | undefined {
  if (result.status === 'rejected' && result.scope === 'account')
    return { cause: 'account', steps: [MINUTE_MS] }
  if (result.status !== 'retry-after' || result.scope !== 'account') return undefined
  if (result.reason === 'quota')
    return { cause: 'quota', steps: [MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, untilMidnightMs(now)] }
  return result.reason === 'flood' ? { cause: 'flood', steps: [result.delayMs] } : undefined
}

/** Whether the platform has answered about the message itself, so that it takes messages of the bot again. */
export function isAnswered(result: DeliveryResult): boolean {
  if (result.status === 'sent' || result.status === 'unreachable-recipient') return true
  return result.status !== 'uncertain' && result.scope !== 'account'
}

function untilMidnightMs(now: Instant): number {
  const tomorrow = startOfDay(localDateOf(now).add({ days: 1 }))
  return tomorrow.epochMilliseconds - now.epochMilliseconds + MINUTE_MS
}
