import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts'
import type { ChainStep } from './chain.ts'
import type { Move } from './history.ts'
import type { NominationState } from './nomination.ts'

/** How much of a step's time limit is used up. */
export type StepClock = {
  readonly limitDays: number
  readonly elapsedDays: number
  /** The last day of the limit, if it does not stop again; absent while it stands still. */
  readonly dueOn?: LocalDate
  readonly overdue: boolean
  readonly source: string
  readonly confirmed: boolean
}

/** In these states nobody of the office works on it, and the clock stands still. */
const STANDING: ReadonlySet<NominationState> = new Set<NominationState>(['returned', 'on-hold'])

/**
 * The clock of a step, in working days counted from the day after the nomination came in; the days on
 * which it was returned or on hold do not count. Undefined for a step without a limit, or one that the
 * nomination has not reached.
 */
export function stepClock(
  step: ChainStep,
  { moves, calendar, now }: { moves: readonly Move[]; calendar: WorkingCalendar; now: Instant },
): StepClock | undefined {
  const { limit } = step
  if (!limit) return undefined
  const worked = (state: NominationState): boolean =>
    step.states.includes(state) && !STANDING.has(state)
  const entered = lastEntry(moves, worked)
  if (entered < 0) return undefined
  let elapsedDays = 0
  let runningFrom: LocalDate | undefined
  for (const { to, at } of moves.slice(entered)) {
    const day = localDateOf(at)
    if (runningFrom && !worked(to)) {
      elapsedDays += workingDaysBetween(calendar, runningFrom, day)
      runningFrom = undefined
    } else if (!runningFrom && worked(to)) runningFrom = day
  }
  const today = localDateOf(now)
  const elapsed = elapsedDays + (runningFrom ? workingDaysBetween(calendar, runningFrom, today) : 0)
  const left = Math.max(0, limit.workingDays - elapsedDays)
  return {
    limitDays: limit.workingDays,
    elapsedDays: elapsed,
    ...(runningFrom ? { dueOn: addWorkingDays(calendar, runningFrom, left) } : {}),
    overdue: elapsed > limit.workingDays,
    source: limit.source,
    confirmed: limit.confirmed,
  }
}

/** The move with which the nomination came to the step for the last time: back from a supplement it is still the same time. */
function lastEntry(moves: readonly Move[], worked: (state: NominationState) => boolean): number {
  return moves.findLastIndex(({ from, to }) => worked(to) && !worked(from) && !STANDING.has(from))
}
