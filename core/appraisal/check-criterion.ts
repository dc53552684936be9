import type { Nomination } from '../nomination/nomination.ts'
import { rolesTowards } from '../nomination/reach.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { ChecklistLine } from './checklist.ts'
import { checklistOf } from './checklist.ts'

export type Checklist = {
  readonly nomination: Nomination
  readonly lines: readonly ChecklistLine[]
}

/** The plan's criteria with what was noted; to appraisers alone. */
export async function readChecklist(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Checklist>> {
  const nomination = await tx.nominations.get(nominationId)
  const roles = await rolesTowards(tx, official, nomination)
  if (!roles.includes('appraiser'))
    return refuse({ reason: 'nomination-not-found', code: nomination.code })
  const { campaign } = await tx.campaigns.get(nomination.campaignId)
  const checks = await tx.checklists.list(nominationId)
  return accept({ nomination, lines: checklistOf(nomination, campaign, checks) })
}

/** Notes whether a criterion of the plan, counted from 1, is met. Refuses a number the plan does not have. */
export async function checkCriterion(
  tx: Transaction,
  official: Official,
  check: { nominationId: string; criterion: number; met: boolean },
): Promise<Outcome<Checklist>> {
  const { nominationId, criterion, met } = check
  const before = await readChecklist(tx, official, nominationId)
  if (!before.ok) return before
  const { nomination, lines } = before.value
  if (criterion < 1 || criterion > lines.length)
    return refuse({ reason: 'no-such-criterion', code: nomination.code, count: lines.length })
  await tx.checklists.note(nominationId, { criterion, met, by: official.id, at: tx.now })
  await tx.audit.append({
    kind: 'criterion-checked',
    actor: official.id,
    subject: nominationId,
    data: { criterion, met },
  })
  return readChecklist(tx, official, nominationId)
}
