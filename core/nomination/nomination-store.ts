import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Move } from './history.ts'
import type { Nomination, NominationState } from './nomination.ts'

/** What a draft is filled with, and what an edit before the endorsement changes. */
export type DraftFields = Partial<
  Pick<Nomination, 'nomineeName' | 'position' | 'achievement' | 'figures' | 'awardId'>
>

/** What changes beside the state when a nomination moves. */
export type MoveEffects = {
  readonly submittedAt?: Instant
  readonly late?: boolean
  readonly supplementDueOn?: LocalDate
}

/** What is asked of a campaign or a unit is asked of those, too, in whose place it goes on. */
export interface NominationStore {
  insert(nomination: Nomination): Promise<void>
  fill(id: string, fields: DraftFields): Promise<void>
  /** Sets the state, and adds the move to the history, which is never changed. */
  move(id: string, move: Move, effects: MoveEffects): Promise<void>
  /** Every move, oldest first. */
  moves(id: string): Promise<readonly Move[]>
  /** The unit has been told what came of it. */
  setResultTold(id: string, at: Instant): Promise<void>
  /** Reads it and keeps it from being moved by anybody else until the transaction ends. */
  get(id: string): Promise<Nomination>
  findByCode(campaignId: string, code: string): Promise<Nomination | undefined>
  /** How many of a campaign's nominations are in each state, withdrawn ones too. */
  countByState(
    campaignId: string,
  ): Promise<readonly { readonly state: NominationState; readonly count: number }[]>
  /** Newest first; drafts included. */
  list(
    campaignId: string,
    filter: { unitCode?: string; states?: readonly NominationState[]; limit: number },
  ): Promise<readonly Nomination[]>
  /** Nominations of any campaign and unit with that name (`nomineeKey`), or of that campaign; not withdrawn ones. */
  listComparable(nomination: Nomination): Promise<readonly Nomination[]>
  /** The reports that bear it out; those cited before stay. */
  cite(id: string, reportIds: readonly string[]): Promise<void>
  citedReportIds(id: string): Promise<readonly string[]>
  /** Every draft, with how often its author has been reminded of it. */
  listDrafts(): Promise<readonly { readonly nomination: Nomination; readonly reminded: number }[]>
  setDraftReminders(id: string, reminded: number): Promise<void>
}
