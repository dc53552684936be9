import type { Instant } from '../calendar/local-time.ts'
import type { DataRequest, DataRequestState, DataRight } from './data-request.ts'

export interface DataRequestStore {
  insert(request: DataRequest): Promise<void>
  findByCode(campaignId: string, code: string): Promise<DataRequest | undefined>
  /** The person's request of that right that is open or approved. */
  findPending(officialId: string, right: DataRight): Promise<DataRequest | undefined>
  /** Those open or approved, the one that is due first before the others. */
  listPending(campaignId: string): Promise<readonly DataRequest[]>
  /** False when it was in none of these states any more. */
  move(
    id: string,
    to: {
      from: readonly DataRequestState[]
      state: DataRequestState
      by?: string
      at: Instant
      reason?: string
    },
  ): Promise<boolean>
}
