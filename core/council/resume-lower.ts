import type { Moved } from '../nomination/move-nomination.ts'
import { moveNomination } from '../nomination/move-nomination.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'

/**
 * The level above does not award it: the nomination waits for its own signature again, and its
 * continuation above is withdrawn. Refuses what the table refuses.
 */
export async function resumeLower(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Moved>> {
  const lowerId = (await tx.nominations.get(nominationId)).upwardOf ?? nominationId
  const resumed = await moveNomination(tx, {
    official,
    nominationId: lowerId,
    action: 'resume-lower',
  })
  if (!resumed.ok) return resumed
  const { campaignId } = resumed.value.nomination
  const above = await tx.nominations.list(campaignId, { states: ['nominated-upward'], limit: MOST })
  for (const { id, upwardOf } of above) {
    if (upwardOf !== lowerId) continue
    const ended = await moveNomination(tx, { official, nominationId: id, action: 'withdraw' })
    if (!ended.ok) return ended
  }
  return accept(resumed.value)
}

const MOST = 500
