import type { Instant, LocalDate } from '../calendar/local-time.ts'

export interface ChasingStore {
  /** When each unit was last sent a reminder of that deadline; units that never were are absent. */
  lastReminded(deadlineId: string): Promise<ReadonlyMap<string, Instant>>
  /** Codes of the units of which somebody has begun a report of that deadline that still lacks something. */
  draftingUnits(deadlineId: string): Promise<ReadonlySet<string>>
  /** True for the first to claim the official's digest of that day in Vietnam; false for everybody after. */
  claimDigest(campaignId: string, officialId: string, on: LocalDate): Promise<boolean>
  /** Whose digest of that day is claimed. */
  listDigested(campaignId: string, on: LocalDate): Promise<readonly string[]>
}
