import type { AwardOffer, Campaign } from '../campaign/campaign.ts'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import type { Unit } from '../unit/unit.ts'
import type { HoldCategory } from './history.ts'
import type { Nomination, NominationState } from './nomination.ts'
import type { StepClock } from './step-clock.ts'

export type PointView = { readonly number: number; readonly text: string; readonly open: boolean }

/** A nomination with all that a sentence about it needs. */
export type NominationView = {
  readonly nomination: Nomination
  readonly campaign: Campaign
  readonly unit: Unit
  /** Who answers for it at present, where another took the unit's place. */
  readonly heir?: Unit
  readonly award?: AwardOffer
  /** Who holds it now, by name; nobody where nothing is waited for. */
  readonly holder?: string
  /** The time limit of the step it lies with. */
  readonly clock?: StepClock
  readonly since: Instant
  /** What is to be supplemented; empty unless it was returned. */
  readonly points: readonly PointView[]
  readonly supplementDueOn?: LocalDate
  readonly holdCategory?: HoldCategory
  /** Why it was not eligible, was passed over or revoked, as the officer wrote it. */
  readonly grounds?: string
  /** Code of the nomination by which it goes on at another unit. */
  readonly continuedAs?: string
  /** Codes of the reports that bear it out. */
  readonly cited: readonly string[]
}

/** The unit that answers for it at present. */
export function answeringUnit({ unit, heir }: Pick<NominationView, 'unit' | 'heir'>): Unit {
  return heir ?? unit
}

/** What the unit is not told yet: the office has decided and will announce it later. */
const KEPT_BACK: ReadonlySet<NominationState> = new Set<NominationState>(['eligible', 'ineligible'])

/**
 * The view as that official may have it: a result of the appraisal that was not announced looks like an
 * appraisal under way, and why a nomination is on hold is for the head and the office alone.
 */
export function viewFor(view: NominationView, official: Official): NominationView {
  const { nomination } = view
  const office = official.roles.includes('appraiser')
  if (office) return view
  const { grounds, holdCategory, ...rest } = view
  const kept = KEPT_BACK.has(nomination.state) && nomination.resultToldAt === undefined
  if (kept) return { ...rest, nomination: { ...nomination, state: 'under-appraisal' } }
  const head = official.roles.includes('head') && official.unitCode === answeringUnit(view).code
  // A decision is announced when the office does so.
  if (nomination.state === 'decided')
    return { ...rest, nomination: { ...nomination, state: 'awaiting-signature' } }
  return {
    ...rest,
    ...(grounds === undefined ? {} : { grounds }),
    ...(holdCategory !== undefined && head ? { holdCategory } : {}),
  }
}
