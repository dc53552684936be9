import { localDateOf } from '../calendar/local-time.ts'
import type { NominationView } from '../nomination/view.ts'
import { viewNomination } from '../nomination/view-nomination.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Decision } from './decision.ts'
import { sameNumber } from './decision.ts'

export type DecisionView = {
  readonly decision: Decision
  readonly awards: readonly NominationView[]
}

/** The decision with that number in the official's campaign, or one before it, however the number is written. */
export async function findDecision(
  tx: Transaction,
  official: Official,
  number: string,
): Promise<Outcome<DecisionView>> {
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const decision = await decisionOf(tx, loaded.campaign.id, number)
  if (!decision) return refuse({ reason: 'decision-not-found', number })
  const awards: NominationView[] = []
  for (const id of decision.nominationIds)
    awards.push(await viewNomination(tx, await tx.nominations.get(id)))
  return accept({ decision, awards })
}

/** The campaign's own; else one of a campaign in whose place it goes on. */
async function decisionOf(
  tx: Transaction,
  campaignId: string,
  number: string,
): Promise<Decision | undefined> {
  for (const id of await tx.campaigns.line(campaignId)) {
    const all = await tx.decisions.list(id)
    const decision = all.find((one) => sameNumber(one.number, number))
    if (decision) return decision
  }
  return undefined
}
