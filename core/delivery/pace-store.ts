import type { Instant } from '../calendar/local-time.ts'
import type { BotKey } from './bot.ts'
import type { Rest, RestCause } from './breaker.ts'

/** So many messages at once, and one more whenever so many milliseconds of real time have passed. */
export type ChatPace = { readonly burst: number; readonly everyMs: number }

/** What a platform takes: messages a second over the whole bot, in one chat and in one group. */
export type Pace = {
  readonly perSecond: number
  readonly perChat?: ChatPace
  readonly perGroup?: ChatPace
}

/** Slots for messages that leave one after the other. */
export type WantedTurns = {
  /** 0 only asks whether there are any; whoever asks so is given no probe. */
  readonly count: number
  readonly intervalMs: number
  /** No slots are reserved that lie further ahead. */
  readonly mostWaitMs: number
  /** For whoever is due, and not to answer one person. Only one process at a time sends so: two would run into each other whenever one is held up for a moment. */
  readonly toEverybody: boolean
}

export type Turn =
  | { readonly kind: 'turn'; readonly waitMs: number }
  /** After a rest: one message may leave, to see whether the platform takes any again. */
  | { readonly kind: 'probe' }
  /** Too many slots are reserved already, or another process sends to everybody. */
  | { readonly kind: 'busy' }
  /** The platform refuses the bot for a while, or a probe is under way. */
  | { readonly kind: 'rests' }

/** How a bot stands with its platform. */
export type BotStanding = {
  readonly bot: BotKey
  /** Why it rests, or has rested last; absent once a message got through. */
  readonly cause?: RestCause
  /** In real time; absent unless it rests now. */
  readonly restsUntil?: Instant
}

/** When a bot may send next; shared by all processes. Times are in milliseconds of real time. */
export interface PaceStore {
  /** Reserves slots and says how long to wait for the first. */
  reserve(bot: BotKey, wanted: WantedTurns): Promise<Turn>
  /** Opens the bot's breaker for the next step of the rest; several refusals while it is open are one. */
  rest(bot: BotKey, rest: Rest): Promise<{ readonly opened: boolean; readonly until: Instant }>
  /** A message got through after a rest: the breaker closes. */
  recover(bot: BotKey): Promise<void>
  /** Every bot that has sent. */
  list(): Promise<readonly BotStanding[]>
}
