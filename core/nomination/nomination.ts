import type { AwardOffer, Campaign, NomineeKind } from '../campaign/campaign.ts'
import { windowOf } from '../campaign/nomination-window.ts'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Figure } from '../report/report.ts'

/** Every place a nomination can be on its way from the unit to the decision and after it. */
export const NOMINATION_STATES = [
  'draft',
  'awaiting-endorsement',
  'endorsed',
  'submitted',
  'received',
  'returned',
  'under-appraisal',
  'eligible',
  'ineligible',
  'on-hold',
  'before-council',
  'not-passed',
  'awaiting-signature',
  'decided',
  'nominated-upward',
  'notified',
  'announced',
  'awarded',
  'archived',
  'withdrawn',
  'revoked',
  'transferred',
] as const
export type NominationState = (typeof NOMINATION_STATES)[number]

/** The approval chain, and the version of it, that was in force when the nomination began. */
export type ChainRef = { readonly id: string; readonly version: number }

export type Nomination = {
  readonly id: string
  readonly code: string
  readonly campaignId: string
  /** Empty while the draft still lacks it. */
  readonly awardId: string
  readonly unitCode: string
  readonly nomineeKind: NomineeKind
  /** Empty while the draft still lacks it. */
  readonly nomineeName: string
  readonly position?: string
  /** Empty while the draft still lacks it. */
  readonly achievement: string
  /** The figures that the achievement names, to be compared with those reported. */
  readonly figures: readonly Figure[]
  readonly state: NominationState
  readonly chain: ChainRef
  readonly createdBy: string
  readonly createdAt: Instant
  readonly stateSince: Instant
  /** When it left the unit for the first time; until then only the unit sees it. */
  readonly submittedAt?: Instant
  /** It left the unit after the last day of the window. */
  readonly late: boolean
  /** The last day for the supplement that was asked for, included. */
  readonly supplementDueOn?: LocalDate
  /** When the unit was told what the appraisal or the council came to; until then it can be undone. */
  readonly resultToldAt?: Instant
  /** The nomination of which this is the continuation at the level above. */
  readonly upwardOf?: string
}

export function nominationCode(number: number): string {
  return `HS-${String(number).padStart(3, '0')}`
}

export type MissingField = 'nominee' | 'achievement' | 'award'

/** What a draft still lacks before the unit's head can be asked, in the order in which it is asked for. */
export function missingFields(nomination: Nomination): readonly MissingField[] {
  const missing: MissingField[] = []
  if (nomination.nomineeName === '') missing.push('nominee')
  if (nomination.achievement === '') missing.push('achievement')
  if (nomination.awardId === '') missing.push('award')
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

/**
 * Offers for that kind of nominee on that day: those whose window is open; where none is, and none opens
 * later, those whose window is over, for which the nomination counts as late.
 */
export function awardsFor(
  campaign: Campaign,
  nomineeKind: NomineeKind,
  on: LocalDate,
): readonly AwardOffer[] {
  const suiting = campaign.awards.filter(({ nominees }) => nominees.includes(nomineeKind))
  const open = openAwards({ ...campaign, awards: suiting }, on)
  if (open.length > 0) return open
  const direct = suiting.filter(({ selectedFrom }) => selectedFrom === undefined)
  const over = (award: AwardOffer): boolean => {
    const window = windowOf(campaign, award)
    return window !== undefined && window.to.toString() < on.toString()
  }
  return direct.every(over) ? direct : []
}

/** The award it is for; undefined while the draft lacks it. */
export function awardOf(nomination: Nomination, campaign: Campaign): AwardOffer | undefined {
  return campaign.awards.find(({ id }) => id === nomination.awardId)
}

/** Ends of the way: nothing is waited for any more. */
const CLOSED: ReadonlySet<NominationState> = new Set<NominationState>([
  'ineligible',
  'not-passed',
  'archived',
  'withdrawn',
  'revoked',
  'transferred',
])

/** Whether the nomination still stands for its achievement: on its way, or decided. */
export function stands({ state }: Nomination): boolean {
  return state === 'archived' || !CLOSED.has(state)
}
