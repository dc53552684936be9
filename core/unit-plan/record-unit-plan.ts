import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Unit } from '../unit/unit.ts'
import { isForUnit } from './permission.ts'
import type { PlanPaper, UnitPlan } from './unit-plan.ts'
import { owesPlan, unitPlanDeadlineId } from './unit-plan.ts'

export type RecordedPlan = {
  readonly plan: UnitPlan
  readonly unit: Unit
  /** What stood there before, where this corrects it. */
  readonly before?: UnitPlan
}

/**
 * Notes that a unit has issued its own plan, which closes its duty, or the line that opens once the
 * office sets the day; of a plan that is noted already the number and the day are replaced. An official
 * reports for the own unit; whoever may chase enters it for any, and that is kept. Refuses a campaign
 * or a unit that owes none, somebody else's unit, and a day of issue (in Vietnam) that is yet to come.
 */
export async function recordUnitPlan(
  tx: Transaction,
  by: Official,
  entry: { campaign: Campaign; unit: Unit; paper: PlanPaper; evidenceIds: readonly string[] },
): Promise<Outcome<RecordedPlan>> {
  const { campaign, unit, paper, evidenceIds } = entry
  const deadlineId = unitPlanDeadlineId(campaign)
  if (deadlineId === undefined || !owesPlan(campaign, unit))
    return refuse({ reason: 'no-unit-plan', unit: unit.name })
  if (!isForUnit(by, unit)) return refuse({ reason: 'other-units-plan', unit: unit.name })
  if (paper.issuedOn.toString() > localDateOf(tx.now).toString())
    return refuse({ reason: 'plan-day-ahead', on: paper.issuedOn.toString() })
  await tx.duties.lock(deadlineId, unit.code)
  const before = await tx.unitPlans.find(deadlineId, unit.code)
  const plan: UnitPlan = {
    deadlineId,
    unitCode: unit.code,
    ...paper,
    recordedBy: by.id,
    recordedAt: before?.recordedAt ?? tx.now,
    onBehalf: by.unitCode !== unit.code,
    evidenceIds: [...(before?.evidenceIds ?? []), ...evidenceIds],
  }
  await tx.unitPlans.save(plan)
  await close(tx, plan)
  await tx.audit.append({
    kind: before ? 'unit-plan-corrected' : 'unit-plan-recorded',
    actor: by.id,
    subject: deadlineId,
    data: { unit: unit.code, onBehalf: plan.onBehalf },
  })
  return accept({ plan, unit, ...(before ? { before } : {}) })
}

/** The reminders of a duty stop in the same transaction that closes it. */
async function close(tx: Transaction, { deadlineId, unitCode }: UnitPlan): Promise<void> {
  await tx.duties.close(deadlineId, unitCode, { at: tx.now, by: `unit-plan:${unitCode}` })
  await tx.reminders.cancelFor(deadlineId, unitCode, tx.now)
}
