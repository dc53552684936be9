import type { Instant } from '../calendar/local-time.ts'
import type { Nomination, NominationState } from './nomination.ts'

export interface NominationStore {
  insert(nomination: Nomination): Promise<void>
  fill(
    id: string,
    fields: Partial<Pick<Nomination, 'nomineeName' | 'position' | 'achievement'>>,
  ): Promise<void>
  setState(id: string, state: NominationState, at: Instant): Promise<void>
  /** Reads it and keeps it from being moved by anybody else until the transaction ends. */
  get(id: string): Promise<Nomination>
  findByCode(campaignId: string, code: string): Promise<Nomination | undefined>
  /** Newest first; drafts included. */
  list(
    campaignId: string,
    filter: { unitCode?: string; state?: NominationState; limit: number },
  ): Promise<readonly Nomination[]>
}
