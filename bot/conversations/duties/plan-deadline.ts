import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { Deadline } from '../../../core/duty/deadline.ts'
import { unitPlanDeadlineId } from '../../../core/unit-plan/unit-plan.ts'
import { speaksOfPlans } from '../../language/errands/plan-errand.ts'
import type { Spoken } from '../turn.ts'

/** That of the units' own plans, where the words are about them and the office has set a day. */
export async function planDeadline(
  { tx, text }: Spoken,
  campaign: Campaign,
): Promise<Deadline | undefined> {
  const id = speaksOfPlans(text) ? unitPlanDeadlineId(campaign) : undefined
  return id === undefined ? undefined : tx.duties.findDeadline(id)
}
