import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Transaction } from '../ports.ts'
import type { Deadline } from './deadline.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { deadlinesOf } from './deadline.ts'
import { moveDeadline } from './move-deadline.ts'

/** The day of a rule, as the office sets it; `by` is the official who decides; absent where it comes from the command line. */
export type DeadlineSetting = {
  readonly ruleId: string
  /** The last day, in Vietnam; it counts. */
  readonly on: LocalDate
  readonly by?: string
}

/** Whatever the office sets is taken, a day gone by too. */
const LONG_AGO = Temporal.PlainDate.from('2000-01-01')

/**
 * Gives a day to a deadline for which the plan names none, such as that of the units' own plans, or
 * another day to one that has one, and with it to whatever is counted from it. Duties open for the
 * units that owe it, and a plan loaded again leaves the day alone. Gives the deadlines that were set, earliest first; none where the plan has no such
 * rule or it recurs.
 */
export async function setDeadline(
  tx: Transaction,
  campaign: Campaign,
  { ruleId, on, by }: DeadlineSetting,
): Promise<readonly Deadline[]> {
  const rule = campaign.deadlines.find(({ id }) => id === ruleId)
  if (!rule || rule.due.anchor === 'period' || rule.due.anchor === 'case') return []
  const calendar = await tx.calendars.load()
  const set = deadlinesOf(withDay(campaign, ruleId, on), LONG_AGO, calendar).filter(
    (deadline) => deadline.rule.id === ruleId || isCountedFrom(deadline.rule, ruleId),
  )
  await tx.duties.open(campaign.id, set)
  for (const { id, dueOn, dueAt } of set) {
    const kept = await tx.duties.findDeadline(id)
    const setBy = by === undefined ? {} : { official: by }
    if (kept && (await moveDeadline(tx, kept, { dueOn, dueAt, setBy }))) continue
    await tx.audit.append({
      kind: 'deadline-set',
      subject: id,
      data: { on: dueOn.toString() },
      ...(by === undefined ? {} : { actor: by }),
    })
  }
  return set
}

function isCountedFrom({ due }: DeadlineRule, ruleId: string): boolean {
  return due.anchor === 'event' && due.event === ruleId
}

/** The campaign as if its plan named that day; a window keeps its first day. */
function withDay(campaign: Campaign, ruleId: string, on: LocalDate): Campaign {
  const deadlines = campaign.deadlines.map((rule) => {
    if (rule.id !== ruleId) return rule
    const from = rule.due.anchor === 'calendar' ? rule.due.from : undefined
    const due = { anchor: 'calendar' as const, ...(from ? { from } : {}), to: on, inclusive: true }
    return { ...rule, due, origin: 'office' as const }
  })
  return { ...campaign, deadlines }
}
