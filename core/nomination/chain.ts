import type { LocalDate } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Role } from '../official/role.ts'
import type { Unit } from '../unit/unit.ts'
import type { GateName } from './gates/gate-name.ts'
import type { NominationState } from './nomination.ts'

/** How the organisation that holds a step is found: from the nomination's unit, the campaign, or by name. */
export type OrganisationResolver = 'own-unit' | 'campaign-office' | 'issuer' | 'named'

export type ChainStep = {
  readonly id: string
  /** As people call it: "Hội đồng Thi đua - Khen thưởng huyện". */
  readonly name: string
  readonly role: Role
  readonly organisation: OrganisationResolver
  /** The states in which a nomination lies with this step. */
  readonly states: readonly NominationState[]
  /** Asked for beside the gates of the transition table on entering one of the states. */
  readonly gates: readonly GateName[]
  /** Working days from the day after it came in full; the clock stands while the unit supplements. */
  readonly limit?: {
    readonly workingDays: number
    readonly source: string
    readonly confirmed: boolean
  }
}

/** The ordered way from the unit to the decision. Data: a version that nominations began with stays as it is. */
export type ApprovalChain = {
  readonly id: string
  readonly version: number
  readonly title: string
  /** The days on which this level of government decides; absent: without end. */
  readonly validFrom?: LocalDate
  readonly validTo?: LocalDate
  readonly source: string
  readonly steps: readonly ChainStep[]
}

/** The step with which a nomination lies in that state; none for a state that nobody works on. */
export function stepOf(chain: ApprovalChain, state: NominationState): ChainStep | undefined {
  return chain.steps.find((step) => step.states.includes(state))
}

/** Who holds it, by name. */
export function holderOf(step: ChainStep, campaign: Campaign, unit: Unit): string {
  switch (step.organisation) {
    case 'own-unit':
      return `${step.name}, ${unit.fullName}`
    case 'campaign-office':
      return campaign.office.name
    case 'issuer':
    case 'named':
      return step.name
  }
}

/** Whether the chain decides on that day; its first and last day both count. */
export function chainValidOn({ validFrom, validTo }: ApprovalChain, on: LocalDate): boolean {
  const day = on.toString()
  if (validFrom !== undefined && day < validFrom.toString()) return false
  return validTo === undefined || day <= validTo.toString()
}

/**
 * The chain a campaign's new nominations take: the one it names, in its newest version; where it names
 * none, the one that was valid when the campaign began.
 */
export function chainFor(
  campaign: Campaign,
  chains: readonly ApprovalChain[],
): ApprovalChain | undefined {
  const newest = [...chains].sort((a, b) => b.version - a.version)
  if (campaign.chain !== undefined) return newest.find(({ id }) => id === campaign.chain)
  return newest.find((chain) => chainValidOn(chain, campaign.startsOn))
}
