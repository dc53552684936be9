import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Campaign } from './campaign.ts'

export type LoadedCampaign = {
  readonly campaign: Campaign
  /** Duties are kept from this day on; what fell due before the product ran is not held against anyone. */
  readonly trackedFrom: LocalDate
  /** Another campaign goes on in its place from that day on; its own last day is the one before, whatever its plan says. */
  readonly superseded?: Superseded
}

export type Superseded = { readonly by: string; readonly on: LocalDate }

export interface CampaignStore {
  get(id: string): Promise<LoadedCampaign>
  /** Those in whose place no other goes on. */
  list(): Promise<readonly LoadedCampaign[]>
  listAll(): Promise<readonly LoadedCampaign[]>
  /** The campaign a unit takes part in on that day; when none runs, the one that ended last. */
  findForUnit(unitCode: string, on: LocalDate): Promise<LoadedCampaign | undefined>
  /** Replaces the plan of that id; a second load keeps the day from which duties are kept. */
  save(campaign: Campaign, at: Instant): Promise<void>
  /** Units that take part from now on, beside those that do. */
  join(campaignId: string, unitCodes: readonly string[]): Promise<void>
  /** The id, and those of the campaigns in whose place it goes on. */
  line(id: string): Promise<readonly string[]>
  /** The campaign that goes on for that one at present: itself, or the one that superseded it. */
  heir(id: string): Promise<LoadedCampaign>
  /**
   * From that day on the other campaign goes on in its place: running numbers continue, so that a code
   * names one thing in both, and its chat groups follow.
   */
  supersede(id: string, superseded: Superseded): Promise<void>
  /** The next running number of a code in the campaign, from 1; never given twice. */
  nextNumber(
    campaignId: string,
    kind: 'report' | 'nomination' | 'announcement' | 'data-request' | 'praise',
  ): Promise<number>
}
