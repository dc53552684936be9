import type { Instant } from '../calendar/local-time.ts'
import type { Praise, PraiseState } from './praise.ts'

export interface PraiseStore {
  insert(praise: Praise, at: Instant): Promise<void>
  get(id: string): Promise<Praise>
  findByCode(campaignId: string, code: string): Promise<Praise | undefined>
  /** False when it was in none of these states any more. */
  answer(
    id: string,
    to: { from: readonly PraiseState[]; state: PraiseState; by: string; at: Instant },
  ): Promise<boolean>
  /** Those to which that person has agreed. */
  listAgreedBy(officialId: string): Promise<readonly Praise[]>
  /** Whether what the notice tells may be told: it praises nobody, or there is consent. */
  mayBeTold(announcementId: string): Promise<boolean>
  /** Notices that tell of it and may still leave, or repeat. */
  listTelling(praiseId: string): Promise<readonly string[]>
}
