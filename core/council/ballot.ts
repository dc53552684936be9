import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { NominationView } from '../nomination/view.ts'
import type { Recusal } from './council.ts'

/** A dossier on which a member is asked to vote. */
export type BallotView = {
  readonly view: NominationView
  /** Its place among those on which this member votes, from 1, and their number. */
  readonly place: number
  readonly of: number
  /** On how many of them the member has not voted yet. */
  readonly open: number
  /** Codes from which the member is recused, with the reason. */
  readonly recused: readonly { readonly code: string; readonly reason: Recusal['reason'] }[]
  readonly heldOn: LocalDate
  readonly votesBy: Instant
}
