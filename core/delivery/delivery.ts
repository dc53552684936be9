import type { Clock, Transactions } from '../ports.ts'
import type { BotKey } from './bot.ts'
import type { RestCause } from './breaker.ts'
import type { Address } from './channel.ts'
import type { DepartureStore } from './departure-store.ts'
import type { Pace, PaceStore } from './pace-store.ts'
import type { BudgetStanding } from './read-budget.ts'
import type { Turns } from './turns.ts'

/** What sending works with, the same for all bots of a process. */
export type Delivery = {
  readonly transactions: Transactions
  readonly departures: DepartureStore
  readonly pace: PaceStore
  readonly turns: Turns
  readonly clock: Clock
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsedMs: () => number
  /** Waits that many milliseconds; false if the signal aborted before they were over. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<boolean>
  /** Told when a bot's breaker opens. */
  readonly onRest?: (bot: BotKey, cause: RestCause) => void
  /** Told once when a bot has used so much of its month that the office is warned, and when only the essential leaves. */
  readonly onBudget?: (standing: BudgetStanding) => void
}

export type DeliveryRun = {
  readonly pace: Pace
  /** Sends to this chat alone, to answer it. */
  readonly address?: Address
  readonly signal: AbortSignal
}
