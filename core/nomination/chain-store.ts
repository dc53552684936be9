import type { ApprovalChain } from './chain.ts'
import type { ChainRef } from './nomination.ts'

export interface ChainStore {
  /** The version with which a nomination began. */
  get(ref: ChainRef): Promise<ApprovalChain>
  /** Every version of every chain. */
  list(): Promise<readonly ApprovalChain[]>
  /** Adds versions that are new; a version that is there stays as it is, since nominations began with it. */
  save(chains: readonly ApprovalChain[]): Promise<void>
}
