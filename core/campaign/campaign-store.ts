import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Campaign } from './campaign.ts'

export type LoadedCampaign = {
  readonly campaign: Campaign
  /** Duties are kept from this day on; what fell due before the product ran is not held against anyone. */
  readonly trackedFrom: LocalDate
}

export interface CampaignStore {
  get(id: string): Promise<LoadedCampaign>
  list(): Promise<readonly LoadedCampaign[]>
  /** The campaign a unit takes part in on that day; when none runs, the one that ended last. */
  findForUnit(unitCode: string, on: LocalDate): Promise<LoadedCampaign | undefined>
  /** Replaces the plan of that id; a second load keeps the day from which duties are kept. */
  save(campaign: Campaign, at: Instant): Promise<void>
  /** Units that take part from now on, beside those that do. */
  join(campaignId: string, unitCodes: readonly string[]): Promise<void>
  /** The next running number of a code in the campaign, from 1; never given twice. */
  nextNumber(
    campaignId: string,
    kind: 'report' | 'nomination' | 'announcement' | 'data-request',
  ): Promise<number>
}
