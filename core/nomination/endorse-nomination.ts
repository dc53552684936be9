import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { Outcome } from '../refusal.ts'
import type { Moved } from './move-nomination.ts'
import { moveNomination } from './move-nomination.ts'

/**
 * The head's endorsement, with the declaration that the nominee is not under or before discipline: the
 * nomination leaves the unit for the office that appraises. Refuses everybody but the unit's own head.
 */
export async function endorseNomination(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Moved>> {
  const note = { noDiscipline: true }
  const endorsed = await moveNomination(tx, { official, nominationId, action: 'endorse', note })
  if (!endorsed.ok) return endorsed
  return moveNomination(tx, { official, nominationId, action: 'submit' })
}
