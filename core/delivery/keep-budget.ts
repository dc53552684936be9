import { localDateOf } from '../calendar/local-time.ts'
import type { Transaction, Transactions } from '../ports.ts'
import type { BotKey } from './bot.ts'
import type { BudgetLevel } from './budget.ts'
import type { BudgetStanding } from './read-budget.ts'
import { readBudget } from './read-budget.ts'
import { tellOffice } from './tell-office.ts'

/**
 * Looks at what a bot has used of its month: from 80 % on the office is told, once; from 95 % on what is
 * not essential waits for the next month. A bot without a budget costs nothing. Gives where the bot stands
 * when the office has just been told.
 */
export async function keepBudget(
  transactions: Transactions,
  bot: BotKey,
): Promise<BudgetStanding | undefined> {
  const standing = await transactions.single(async (tx) => {
    const known = tx.bots.find(({ key }) => key === bot)
    return known && (await readBudget(tx, known))
  })
  if (!standing) return undefined
  const { level } = standing
  if (level === 'free') return undefined
  const told = await transactions.run((tx) => spare(tx, { ...standing, level }))
  return told ? standing : undefined
}

type Spent = BudgetStanding & { readonly level: Exclude<BudgetLevel, 'free'> }

/** True when the office has been told. */
async function spare(tx: Transaction, standing: Spent): Promise<boolean> {
  const { bot, month, used, limit, level } = standing
  if (level === 'essential') await tx.budgets.putOff(bot.key, month.until, tx.now)
  if (!(await tx.alarms.raise(`budget-${level} ${bot.key} ${month.name}`, tx.now))) return false
  const renewsOn = localDateOf(month.until)
  const { channel } = bot
  await tellOffice(tx, bot.key, { kind: 'channel-budget', channel, used, limit, level, renewsOn })
  await tx.audit.append({ kind: 'budget-warned', subject: bot.key, data: { used, limit } })
  return true
}
