import type { AwardOffer, NomineeKind } from '../campaign/campaign.ts'
import type { Figure } from '../report/report.ts'

/** What is known of a nomination so far; what is not stays empty and is asked for. */
export type Proposal = {
  readonly nomineeKind: NomineeKind
  readonly nomineeName?: string
  readonly position?: string
  readonly achievement?: string
  readonly figures?: readonly Figure[]
  /** The form of award that was named. */
  readonly form?: AwardOffer['form']
}
