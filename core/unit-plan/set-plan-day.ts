import type { LocalDate } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Deadline } from '../duty/deadline.ts'
import { setDeadline } from '../duty/set-deadline.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import { unitPlanDeadlineId, unitPlanRule } from './unit-plan.ts'

/**
 * The office sets the last day (in Vietnam, it counts) by which units issue their own plans: every unit
 * that has not owes it from then on. Refuses whoever may not chase, and a campaign that asks for none.
 */
export async function setPlanDay(
  tx: Transaction,
  by: Official,
  { campaign, on }: { campaign: Campaign; on: LocalDate },
): Promise<Outcome<Deadline>> {
  if (!may(by, 'chase')) return refuse({ reason: 'not-allowed', action: 'chase' })
  const rule = unitPlanRule(campaign)
  const set = rule ? await setDeadline(tx, campaign, { ruleId: rule.id, on, by: by.id }) : []
  const deadline = set.find(({ id }) => id === unitPlanDeadlineId(campaign))
  if (!deadline) return refuse({ reason: 'no-unit-plan' })
  await tx.audit.append({
    kind: 'plan-day-set',
    actor: by.id,
    subject: deadline.id,
    data: { on: on.toString() },
  })
  return accept(deadline)
}
