import type { LocalDate } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Duty } from '../duty/duty.ts'
import type { Nomination } from '../nomination/nomination.ts'
import type { Report } from '../report/report.ts'
import type { Unit } from '../unit/unit.ts'

/** What a successor has to know of a unit, on one page. */
export type Handover = {
  readonly campaign: Campaign
  readonly unit: Unit
  readonly today: LocalDate
  /** Open duties with what was promised and granted, the most urgent first. */
  readonly duties: readonly Duty[]
  /** Nominations that have not left the unit. */
  readonly drafts: readonly Nomination[]
  /** Nominations on their way. */
  readonly underWay: readonly Nomination[]
  /** The unit's newest standing reports, newest first. */
  readonly reports: readonly Report[]
}
