import type { Campaign } from '../campaign/campaign.ts'
import type { NominationState } from '../nomination/nomination.ts'
import type { NominationView } from '../nomination/view.ts'
import { viewNomination } from '../nomination/view-nomination.ts'
import type { Transaction } from '../ports.ts'

/** What waits for the office: to be received, appraised, or told. */
const WAITING: readonly NominationState[] = [
  'submitted',
  'received',
  'under-appraisal',
  'eligible',
  'ineligible',
]
const MOST_WAITING = 500

/**
 * The nominations that wait for the office: those whose time limit ends first come first, and those
 * without a limit in the order in which they came. A conclusion that was told waits no longer.
 */
export async function listQueue(
  tx: Transaction,
  campaign: Campaign,
): Promise<readonly NominationView[]> {
  const all = await tx.nominations.list(campaign.id, { states: WAITING, limit: MOST_WAITING })
  const views: NominationView[] = []
  for (const nomination of all)
    if (nomination.resultToldAt === undefined) views.push(await viewNomination(tx, nomination))
  const due = ({ clock }: NominationView): string => clock?.dueOn?.toString() ?? '9999-12-31'
  return views.sort(
    (a, b) => due(a).localeCompare(due(b)) || a.nomination.code.localeCompare(b.nomination.code),
  )
}
