import type { AwardOffer, Campaign, NomineeKind } from '../campaign/campaign.ts'
import { phaseOf } from '../campaign/campaign.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Nomination } from './nomination.ts'
import { nominationCode, openAwards } from './nomination.ts'

export type Draft = {
  readonly nomination: Nomination
  readonly award: AwardOffer
  readonly campaign: Campaign
}

/**
 * Opens a draft for the official's own unit with whatever is known so far; what is missing stays empty.
 * It is kept from the first word on, and reaches nobody until the unit's head has agreed.
 * Refuses roles that may not nominate, and a day on which the plan takes no nominations (plan IV.2).
 */
export async function draftNomination(
  tx: Transaction,
  command: {
    official: Official
    nomineeKind: NomineeKind
    nomineeName?: string
    position?: string
    achievement?: string
  },
): Promise<Outcome<Draft>> {
  const { official, nomineeKind } = command
  if (!may(official, 'nominate')) return refuse({ reason: 'not-allowed', action: 'nominate' })
  const today = localDateOf(tx.now)
  const loaded = await tx.campaigns.findForUnit(official.unitCode, today)
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  if (phaseOf(campaign, tx.now) === 'ended')
    return refuse({ reason: 'campaign-ended', endedOn: campaign.endsOn.toString() })
  const award = openAwards(campaign, today).find((offer) => offer.nominees.includes(nomineeKind))
  if (!award) return refuse({ reason: 'no-open-award' })

  const nomination: Nomination = {
    id: tx.chance.uuid(),
    code: nominationCode(await tx.campaigns.nextNumber(campaign.id, 'nomination')),
    campaignId: campaign.id,
    awardId: award.id,
    unitCode: official.unitCode,
    nomineeKind,
    nomineeName: command.nomineeName ?? '',
    ...(command.position ? { position: command.position } : {}),
    achievement: command.achievement ?? '',
    state: 'draft',
    createdBy: official.id,
    createdAt: tx.now,
    stateSince: tx.now,
  }
  await tx.nominations.insert(nomination)
  await tx.audit.append({
    kind: 'nomination-drafted',
    actor: official.id,
    subject: nomination.id,
    data: { award: award.id },
  })
  return accept({ nomination, award, campaign })
}
