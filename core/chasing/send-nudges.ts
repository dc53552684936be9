import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { NudgePlan } from './plan-nudges.ts'
import { planNudges } from './plan-nudges.ts'

/** What the office saw, and has confirmed by its count. */
export type ConfirmedNudges = {
  readonly deadlineId: string
  readonly unitCodes: readonly string[]
}

/**
 * Plans the reminders that the office has seen and confirmed: each leaves in the next sending hours,
 * merged with whatever else is due to that person, and is withdrawn by itself when its unit is done
 * before. Units that are done meanwhile are left out; the same unit gets one a day. Refuses whoever
 * may not chase.
 */
export async function sendNudges(
  tx: Transaction,
  by: Official,
  { deadlineId, unitCodes }: ConfirmedNudges,
): Promise<Outcome<NudgePlan>> {
  if (!may(by, 'chase')) return refuse({ reason: 'not-allowed', action: 'chase' })
  const deadline = await tx.duties.findDeadline(deadlineId)
  if (!deadline) return refuse({ reason: 'nothing-owed' })
  const { campaign } = await tx.campaigns.get(deadline.campaignId)
  const plan = await planNudges(tx, { campaign, deadline, unitCodes })
  const stage = `nudge:${localDateOf(tx.now).toString()}`
  await tx.reminders.nudge(
    plan.nudges.map(({ unit, to, dueAt }) => ({
      ...{ deadlineId, stage, dueAt },
      unitCode: unit.code,
      officialId: to.id,
    })),
  )
  await tx.audit.append({
    kind: 'units-nudged',
    actor: by.id,
    subject: deadlineId,
    data: { units: plan.nudges.map(({ unit }) => unit.code) },
  })
  return accept(plan)
}
