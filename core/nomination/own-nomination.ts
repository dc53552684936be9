import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Nomination } from './nomination.ts'

/**
 * A nomination the official may see, by its code: one of the own unit, or any that was submitted for
 * those who appraise. Another unit's is refused in the same words as one that does not exist.
 */
export async function findVisibleNomination(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<Nomination>> {
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const nomination = await tx.nominations.findByCode(loaded.campaign.id, code)
  const own = nomination?.unitCode === official.unitCode
  const submitted = nomination?.state === 'submitted' && may(official, 'appraise')
  if (!nomination || !(own || submitted)) return refuse({ reason: 'nomination-not-found', code })
  return accept(nomination)
}
