import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Transaction } from '../ports.ts'
import type { Unit } from '../unit/unit.ts'

/** What the letter to the units that have not reported is made of. */
export type ChasingFacts = {
  readonly campaign: Campaign
  readonly office: Unit
  readonly on: LocalDate
  readonly deadline: Deadline
  /** Units that owe it. */
  readonly total: number
  /** In protocol order. */
  readonly missing: readonly ChasedUnit[]
}

/** `note`: what the office knows about it, in its own words. */
export type ChasedUnit = { readonly unit: Unit; readonly note?: string }

/** Reads who has not reported by a deadline. Changes nothing. */
export async function gatherChasing(
  tx: Transaction,
  campaign: Campaign,
  deadline: Deadline,
): Promise<ChasingFacts> {
  const { total, openUnits } = await tx.duties.progress(deadline.id)
  const open = new Set(openUnits)
  const units = await tx.units.list(campaign.id)
  return {
    campaign,
    office: await tx.units.get(campaign.office.unit),
    on: localDateOf(tx.now),
    deadline,
    total,
    missing: units.filter(({ code }) => open.has(code)).map((unit) => ({ unit })),
  }
}
