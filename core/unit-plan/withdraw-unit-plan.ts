import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Unit } from '../unit/unit.ts'
import { isForUnit } from './permission.ts'
import type { UnitPlan } from './unit-plan.ts'

/**
 * Takes back that a unit has issued its plan; its duty is open again and reminded of from now on.
 * Refuses somebody else's unit, and a unit of which no plan is recorded.
 */
export async function withdrawUnitPlan(
  tx: Transaction,
  by: Official,
  { deadlineId, unit }: { deadlineId: string; unit: Unit },
): Promise<Outcome<UnitPlan>> {
  if (!isForUnit(by, unit)) return refuse({ reason: 'other-units-plan', unit: unit.name })
  await tx.duties.lock(deadlineId, unit.code)
  const plan = await tx.unitPlans.find(deadlineId, unit.code)
  if (!plan) return refuse({ reason: 'unit-plan-not-found', unit: unit.name })
  await tx.unitPlans.remove(deadlineId, unit.code)
  await tx.duties.reopen(deadlineId, unit.code)
  await tx.audit.append({
    kind: 'unit-plan-withdrawn',
    actor: by.id,
    subject: deadlineId,
    data: { unit: unit.code, onBehalf: by.unitCode !== unit.code },
  })
  return accept(plan)
}
