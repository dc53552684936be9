import type { MoveNote } from '../nomination/history.ts'
import type { Moved } from '../nomination/move-nomination.ts'
import { moveNomination } from '../nomination/move-nomination.ts'
import type { NominationAction } from '../nomination/nomination-action.ts'
import type { NominationState } from '../nomination/nomination.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { Outcome } from '../refusal.ts'

/** What lies between a nomination that has come in and the conclusion on it. */
const ON_THE_WAY: Readonly<Partial<Record<NominationState, NominationAction>>> = {
  submitted: 'receive',
  received: 'appraise',
}

/**
 * The appraiser's conclusion: eligible, or not, with grounds in the appraiser's own words. A nomination
 * that was not yet received or opened is on the way. The unit is told later (`tellResult`); until then
 * the conclusion can be reconsidered. Refuses what the table and the gates refuse.
 */
export async function concludeAppraisal(
  tx: Transaction,
  official: Official,
  conclusion: { nominationId: string; action: 'find-eligible' | 'find-ineligible'; note: MoveNote },
): Promise<Outcome<Moved>> {
  const { nominationId, action, note } = conclusion
  for (;;) {
    const { state } = await tx.nominations.get(nominationId)
    const before = ON_THE_WAY[state]
    if (!before) return moveNomination(tx, { official, nominationId, action, note })
    const moved = await moveNomination(tx, { official, nominationId, action: before })
    if (!moved.ok) return moved
  }
}
