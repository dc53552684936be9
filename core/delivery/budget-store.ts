import type { Instant } from '../calendar/local-time.ts'
import type { BotKey } from './bot.ts'
import type { Month, MonthlyUse } from './budget.ts'

/** What a bot has used of its plan, counted from the ledger itself. */
export interface BudgetStore {
  /** What left, also what may not have arrived, and what came in the month. */
  read(bot: BotKey, month: Month): Promise<MonthlyUse>
  /**
   * What is not essential and waits for the bot is put off until then, and holds up nothing else; a
   * digest, which tells of its day, is cancelled. A message that is half sent goes on. The ledger says
   * why. Gives the number of parts.
   */
  putOff(bot: BotKey, until: Instant, at: Instant): Promise<number>
  /** People linked to the bot now; until the transaction ends nobody else is counted. */
  countUsers(bot: BotKey): Promise<number>
}

/** What the office is told once. */
export interface AlarmStore {
  /** False when it was raised on that occasion before. */
  raise(occasion: string, at: Instant): Promise<boolean>
}
