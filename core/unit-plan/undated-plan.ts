import type { Campaign } from '../campaign/campaign.ts'
import type { DeadlineRule } from '../duty/deadline-rule.ts'
import type { Transaction } from '../ports.ts'
import { unitPlanDeadlineId, unitPlanRule } from './unit-plan.ts'

/** The rule of the units' own plans while it has no day: the plan names none and the office has set none. */
export async function undatedPlan(
  tx: Transaction,
  campaign: Campaign,
): Promise<DeadlineRule | undefined> {
  const rule = unitPlanRule(campaign)
  const id = unitPlanDeadlineId(campaign)
  if (!rule || id === undefined || rule.due.anchor !== 'none') return undefined
  return (await tx.duties.findDeadline(id)) ? undefined : rule
}
