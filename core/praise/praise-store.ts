import type { Instant } from '../calendar/local-time.ts'
import type { PhotoState } from '../report/report-store.ts'
import type { Praise, PraiseState } from './praise.ts'

export interface PraiseStore {
  insert(praise: Praise, at: Instant): Promise<void>
  /**
   * Those for which consent is still to be asked: their photos are ready, unusable, or waited for since then or
   * longer; locked.
   */
  listUnasked(
    since: Instant,
  ): Promise<readonly { readonly praise: Praise; readonly photo: PhotoState }[]>
  noteAsked(id: string, at: Instant): Promise<void>
  /** What cannot be shown does not go with it. */
  dropPhoto(id: string): Promise<void>
  get(id: string): Promise<Praise>
  findByCode(campaignId: string, code: string): Promise<Praise | undefined>
  /** False when it was in none of these states any more. */
  answer(
    id: string,
    to: {
      from: readonly PraiseState[]
      state: PraiseState
      /** Also to the photo; false unless given. */
      photo?: boolean
      by: string
      at: Instant
    },
  ): Promise<boolean>
  /** Those to which that person has agreed. */
  listAgreedBy(officialId: string): Promise<readonly Praise[]>
  /** Whether what the notice tells and shows may be: it praises nobody, or there is consent to both. */
  mayBeTold(announcementId: string): Promise<boolean>
  /** Notices that tell of it and may still leave, or repeat. */
  listTelling(praiseId: string): Promise<readonly string[]>
}
