import type { AwardOffer, Campaign, NomineeKind } from '../campaign/campaign.ts'
import { windowOf } from '../campaign/nomination-window.ts'
import type { Instant, LocalDate } from '../calendar/local-time.ts'

/** Where a nomination stands on its way from the unit to the office that appraises. */
export const NOMINATION_STATES = [
  'draft',
  'awaiting-endorsement',
  'submitted',
  'declined',
  'withdrawn',
] as const
export type NominationState = (typeof NOMINATION_STATES)[number]

export type Nomination = {
  readonly id: string
  readonly code: string
  readonly campaignId: string
  readonly awardId: string
  readonly unitCode: string
  readonly nomineeKind: NomineeKind
  /** Empty while the draft still lacks it. */
  readonly nomineeName: string
  readonly position?: string
  /** Empty while the draft still lacks it. */
  readonly achievement: string
  readonly state: NominationState
  readonly createdBy: string
  readonly createdAt: Instant
  readonly stateSince: Instant
}

export function nominationCode(number: number): string {
  return `HS-${String(number).padStart(3, '0')}`
}

export type MissingField = 'nominee' | 'achievement'

/** What a draft still lacks before the unit's head can be asked, in the order in which it is asked for. */
export function missingFields(nomination: Nomination): readonly MissingField[] {
  const missing: MissingField[] = []
  if (nomination.nomineeName === '') missing.push('nominee')
  if (nomination.achievement === '') missing.push('achievement')
  return missing
}

/** Offers for which units may nominate directly on that day; both ends of a window are open. */
export function openAwards(campaign: Campaign, on: LocalDate): readonly AwardOffer[] {
  return campaign.awards.filter((award) => {
    const window = windowOf(campaign, award)
    if (award.selectedFrom !== undefined || !window) return false
    const day = on.toString()
    return window.from.toString() <= day && day <= window.to.toString()
  })
}

/** Every move a nomination may make; whatever is not here is refused. */
const MOVES: Record<NominationState, readonly NominationState[]> = {
  draft: ['awaiting-endorsement', 'withdrawn'],
  'awaiting-endorsement': ['submitted', 'declined', 'withdrawn'],
  submitted: ['withdrawn'],
  declined: [],
  withdrawn: [],
}

export function mayMove(from: NominationState, to: NominationState): boolean {
  return MOVES[from].includes(to)
}
