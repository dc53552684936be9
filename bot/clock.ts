import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../core/calendar/local-time.ts'
import type { Clock } from '../core/ports.ts'

/** The machine's clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that runs as the machine's does, but ahead of or behind it; for trying a campaign out, never for a real one. */
export type MovableClock = Clock & {
  /** Milliseconds by which it is ahead of the machine's clock. */
  readonly aheadMs: number
  runAhead(milliseconds: number): void
  /** Sets the clock; it runs on from there. */
  moveTo(at: Instant): void
}

export function movableClock(start: Instant, machine: Clock = systemClock): MovableClock {
  const aheadAt = (at: Instant): number => at.epochMilliseconds - machine.now().epochMilliseconds
  let ahead = aheadAt(start)
  return {
    now: () => machine.now().add({ milliseconds: ahead }),
    get aheadMs() {
      return ahead
    },
    runAhead: (milliseconds) => {
      ahead = milliseconds
    },
    moveTo: (at) => {
      ahead = aheadAt(at)
    },
  }
}
