import type { MoveNote } from '../nomination/history.ts'
import type { Moved } from '../nomination/move-nomination.ts'
import { moveNomination } from '../nomination/move-nomination.ts'
import type { NominationAction } from '../nomination/nomination-action.ts'
import type { NominationState } from '../nomination/nomination.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { Finding } from '../nomination/rules.ts'
import { accept } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'

/** What lies between a nomination that has come in and the conclusion on it. */
const ON_THE_WAY: Readonly<Partial<Record<NominationState, NominationAction>>> = {
  submitted: 'receive',
  received: 'appraise',
}

type Conclusion = {
  readonly nominationId: string
  readonly action: 'find-eligible' | 'find-ineligible'
  readonly note: MoveNote
}

/**
 * The appraiser's conclusion: eligible, or not, with grounds in the appraiser's own words. A nomination
 * that was not yet received or opened is on the way. The unit is told later (`tellResult`); until then
 * the conclusion can be reconsidered. The reports it rests on are changed only for a reason from then
 * on. Refuses what the table and the gates refuse.
 */
export async function concludeAppraisal(
  tx: Transaction,
  official: Official,
  conclusion: Conclusion,
): Promise<Outcome<Moved>> {
  const { nominationId } = conclusion
  const warnings: Finding[] = []
  for (;;) {
    const { state } = await tx.nominations.get(nominationId)
    const before = ON_THE_WAY[state]
    if (!before) return withWarnings(await conclude(tx, official, conclusion), warnings)
    const moved = await moveNomination(tx, { official, nominationId, action: before })
    if (!moved.ok) return moved
    warnings.push(...moved.value.warnings)
  }
}

/** What was found on the way ought to be known with the conclusion. */
function withWarnings(concluded: Outcome<Moved>, before: readonly Finding[]): Outcome<Moved> {
  if (!concluded.ok) return concluded
  const { warnings, ...moved } = concluded.value
  return accept({ ...moved, warnings: [...before, ...warnings] })
}

async function conclude(
  tx: Transaction,
  official: Official,
  { nominationId, action, note }: Conclusion,
): Promise<Outcome<Moved>> {
  const moved = await moveNomination(tx, { official, nominationId, action, note })
  if (moved.ok) await tx.reports.lock(await tx.nominations.citedReportIds(nominationId), tx.now)
  return moved
}
