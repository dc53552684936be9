import type { Instant } from '../calendar/local-time.ts'
import { localDateOf, startOfDay } from '../calendar/local-time.ts'
import type { Plan } from './bot.ts'
import type { Cause } from './outbox-store.ts'

/** What has left and what came in a month. */
export type MonthlyUse = { readonly sent: number; readonly received: number }

/** A month in Vietnam: from its first instant to the first of the next. */
export type Month = { readonly name: string; readonly from: Instant; readonly until: Instant }

/** `warned`: the office is told; `essential`: what need not leave this month does not. */
export type BudgetLevel = 'free' | 'warned' | 'essential'

/** How the ledger calls what waits for the next month, or will not be sent at all. */
export const PUT_OFF = 'budget/put-off'
export const NOT_SENT = 'budget/not-sent'

const WARNED_FROM = 0.8
const ESSENTIAL_FROM = 0.95

/** Answers, reminders of deadlines and what is told about dossiers and decisions leave whatever is left of the budget. */
const ESSENTIAL = {
  reply: true,
  reminder: true,
  notice: true,
  announcement: false,
  digest: false,
} as const satisfies Record<Cause, boolean>

export function isEssential(cause: Cause): boolean {
  return ESSENTIAL[cause]
}

export function monthOf(now: Instant): Month {
  const first = localDateOf(now).with({ day: 1 })
  const next = first.add({ months: 1 })
  const name = first.toPlainYearMonth().toString()
  return { name, from: startOfDay(first), until: startOfDay(next) }
}

export function usedOf({ counts }: Plan, { sent, received }: MonthlyUse): number {
  return counts === 'both' ? sent + received : sent
}

/** How near the month's use is to what the plan grants: from 80 % on the office is warned, from 95 % on only the essential leaves. */
export function budgetLevel({ messages }: Plan, used: number): BudgetLevel {
  if (messages === undefined || used < messages * WARNED_FROM) return 'free'
  return used < messages * ESSENTIAL_FROM ? 'warned' : 'essential'
}
