import type { Transaction } from '../ports.ts'
import type { Bot } from './bot.ts'
import type { BudgetLevel, Month } from './budget.ts'
import { budgetLevel, monthOf, usedOf } from './budget.ts'

/** Where a bot with a monthly budget stands. */
export type BudgetStanding = {
  readonly bot: Bot
  readonly month: Month
  readonly used: number
  readonly limit: number
  readonly level: BudgetLevel
}

/** What the bots with a monthly budget have used of it in the current month, in Vietnam. */
export async function readBudgets(
  tx: Pick<Transaction, 'now' | 'bots' | 'budgets'>,
): Promise<readonly BudgetStanding[]> {
  const standings = await Promise.all(tx.bots.map((bot) => readBudget(tx, bot)))
  return standings.flatMap((standing) => standing ?? [])
}

/** Undefined where nothing bounds the bot. */
export async function readBudget(
  { now, budgets }: Pick<Transaction, 'now' | 'budgets'>,
  bot: Bot,
): Promise<BudgetStanding | undefined> {
  const { key, plan } = bot
  if (plan?.messages === undefined) return undefined
  const month = monthOf(now)
  const used = usedOf(plan, await budgets.read(key, month))
  return { bot, month, used, limit: plan.messages, level: budgetLevel(plan, used) }
}
