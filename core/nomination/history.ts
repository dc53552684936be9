import type { Instant } from '../calendar/local-time.ts'
import type { NominationAction } from './nomination-action.ts'
import type { NominationState } from './nomination.ts'

/** Why a nomination is on hold: a category and nothing more. */
export const HOLD_CATEGORIES = ['discipline', 'inspection', 'complaint'] as const
export type HoldCategory = (typeof HOLD_CATEGORIES)[number]

/** What the person who moved it said with it. Reasons are always typed by an officer, never made up. */
export type MoveNote = {
  /** What must be supplemented, point by point. */
  readonly points?: readonly string[]
  /** Why it is not eligible, did not pass, or was revoked; in the officer's own words. */
  readonly grounds?: string
  readonly holdCategory?: HoldCategory
  /** The head's own declaration: no discipline is being considered or served. */
  readonly noDiscipline?: boolean
  /** Number of the decision that is recorded or revoked. */
  readonly decisionNumber?: string
  /** Code of the nomination by which it goes on at another unit. */
  readonly continuedAs?: string
}

/** One step of a nomination's way. Moves are added and never changed. */
export type Move = {
  readonly action: NominationAction
  readonly from: NominationState
  readonly to: NominationState
  readonly by: string
  readonly at: Instant
  readonly note: MoveNote
}

/**
 * The state to which a returned or held nomination goes back: where it was when it was returned or
 * held for the last time. A nomination that was held while it was returned goes back to `returned`,
 * and from there to where it had been before that.
 */
export function earlierState(
  moves: readonly Move[],
  now: 'returned' | 'on-hold',
): NominationState | undefined {
  const entered = moves.findLast(({ to, action }) => to === now && action !== 'resume')
  return entered?.from
}

/** The points that were asked for the last time it was returned. */
export function pointsAsked(moves: readonly Move[]): readonly string[] {
  return moves.findLast(({ action }) => action === 'return')?.note.points ?? []
}

/** How often it has been returned: answers belong to a round. */
export function roundOf(moves: readonly Move[]): number {
  return moves.filter(({ action }) => action === 'return').length
}

/** The states a history leads through must join one another; the last one is where it is now. */
export function isWhole(moves: readonly Move[], state: NominationState): boolean {
  const joined = moves.every(({ from }, index) => (moves[index - 1]?.to ?? 'draft') === from)
  return joined && (moves.at(-1)?.to ?? 'draft') === state
}
