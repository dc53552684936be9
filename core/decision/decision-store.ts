import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Decision, OfficeTenure } from './decision.ts'

export interface DecisionStore {
  insert(decision: Decision): Promise<void>
  /** Those of the campaign that were not cancelled, newest first. */
  list(campaignId: string): Promise<readonly Decision[]>
  /** Those that name the nomination and were not cancelled, newest first. */
  listFor(nominationId: string): Promise<readonly Decision[]>
  /** Pictures of the signed paper join those it has. */
  addScans(id: string, evidenceIds: readonly string[]): Promise<void>
  setNotified(id: string, at: Instant): Promise<void>
  setAnnounced(id: string, at: Instant): Promise<void>
  /** It was entered in error: its number is free again. */
  cancel(id: string, at: Instant): Promise<void>
  revoke(id: string, by: string, at: Instant): Promise<void>
  /** Who held the offices that sign for the campaign; none where the office has named nobody. */
  tenures(campaignId: string): Promise<readonly OfficeTenure[]>
  /** The offices that sign for the campaign came to an end on that day: nobody held one beyond it. */
  endTenures(campaignId: string, end: { lastDay: LocalDate; endedBy: string }): Promise<void>
  addTenure(id: string, campaignId: string, tenure: OfficeTenure): Promise<void>
}
