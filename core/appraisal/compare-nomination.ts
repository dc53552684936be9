import type { Figure } from '../report/report.ts'
import { gatherFacts } from '../nomination/gather-facts.ts'
import type { BalanceLine } from '../nomination/balance.ts'
import type { Likeness } from '../nomination/likeness.ts'
import type { Nomination } from '../nomination/nomination.ts'
import { rolesTowards } from '../nomination/reach.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Unit } from '../unit/unit.ts'

export type Comparison = {
  readonly nomination: Nomination
  readonly unit: Unit
  /** Nominations that resemble it, of any unit and year, each with its unit. */
  readonly alike: readonly (Likeness & { readonly unit: Unit })[]
  /** Its figures beside those reported in the campaign. */
  readonly balance: readonly BalanceLine[]
  readonly figures: readonly Figure[]
}

/** A nomination side by side with what resembles it and with what was reported; to appraisers alone. */
export async function compareNomination(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Comparison>> {
  const nomination = await tx.nominations.get(nominationId)
  const roles = await rolesTowards(tx, official, nomination)
  if (!roles.includes('appraiser'))
    return refuse({ reason: 'nomination-not-found', code: nomination.code })
  const { alike, balance, unit } = await gatherFacts(tx, nomination, { official, note: {} })
  const withUnits = []
  for (const likeness of alike)
    withUnits.push({ ...likeness, unit: await tx.units.get(likeness.nomination.unitCode) })
  return accept({ nomination, unit, alike: withUnits, balance, figures: nomination.figures })
}
