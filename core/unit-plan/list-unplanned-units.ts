import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { DeadlineRule } from '../duty/deadline-rule.ts'
import type { Transaction } from '../ports.ts'
import type { Unit } from '../unit/unit.ts'
import { validOn } from '../unit/unit.ts'
import { owesPlan, unitPlanDeadlineId, unitPlanRule } from './unit-plan.ts'

export type Unplanned = {
  readonly rule: DeadlineRule
  readonly total: number
  /** In protocol order. */
  readonly units: readonly Unit[]
}

/**
 * Units that exist today and have not issued their plan, whether a day has been set or not. Undefined
 * where the campaign asks for none. The caller has asked who may see it.
 */
export async function listUnplannedUnits(
  tx: Transaction,
  campaign: Campaign,
): Promise<Unplanned | undefined> {
  const rule = unitPlanRule(campaign)
  const deadlineId = unitPlanDeadlineId(campaign)
  if (!rule || deadlineId === undefined) return undefined
  const issued = new Set(await tx.unitPlans.listUnits(deadlineId))
  const today = localDateOf(tx.now)
  const owing = (await tx.units.list(campaign.id)).filter(
    (unit) => validOn(unit, today) && owesPlan(campaign, unit),
  )
  return { rule, total: owing.length, units: owing.filter(({ code }) => !issued.has(code)) }
}
