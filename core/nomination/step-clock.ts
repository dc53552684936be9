import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Running } from '../calendar/working-clock.ts'
import { workingClock } from '../calendar/working-clock.ts'
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
  const running = runningTimes(moves.slice(entered), worked)
  const { elapsed, remaining, dueOn } = workingClock(calendar, {
    ...{ running, limit: limit.workingDays },
    today: localDateOf(now),
  })
  return {
    limitDays: limit.workingDays,
    elapsedDays: elapsed,
    ...(dueOn ? { dueOn } : {}),
    overdue: remaining < 0,
    source: limit.source,
    confirmed: limit.confirmed,
  }
}

function runningTimes(
  moves: readonly Move[],
  worked: (state: NominationState) => boolean,
): readonly Running[] {
  const running: Running[] = []
  let from: LocalDate | undefined
  for (const { to, at } of moves) {
    const day = localDateOf(at)
    if (from && !worked(to)) {
      running.push({ from, to: day })
      from = undefined
    } else if (!from && worked(to)) from = day
  }
  return from ? [...running, { from }] : running
}

/** The move with which the nomination came to the step for the last time: back from a supplement it is still the same time. */
function lastEntry(moves: readonly Move[], worked: (state: NominationState) => boolean): number {
  return moves.findLastIndex(({ from, to }) => worked(to) && !worked(from) && !STANDING.has(from))
}
