import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../core/calendar/local-time.ts'
import type { Transactions } from '../../core/ports.ts'
import type { MovableClock } from '../clock.ts'

/** Where the demonstration begins: a Monday morning inside the nomination window, days before a report is due. */
export const DEMONSTRATION_START = Temporal.Instant.from('2025-10-20T07:45:00+07:00')

/** Where the processes of one simulation agree on what time it is. */
const SETTING = 'simulation-clock'
/** A clock seen this long ago may still be running in another process. */
const STILL_RUNNING_MS = 60_000

type Kept = {
  /** What CLOCK said when the simulation began. */
  readonly asked: string
  readonly aheadMs: number
  readonly seenAtMs: number
}

/**
 * Puts the clock where `decide` says, from what is kept, in the table and in this process at once. The row
 * is held meanwhile: a process that has just read it must not take back a move that another one makes.
 */
async function agree(
  transactions: Transactions,
  clock: MovableClock,
  decide: (kept: Kept | undefined) => Pick<Kept, 'asked' | 'aheadMs'>,
): Promise<void> {
  await transactions.run(async ({ settings }) => {
    for (;;) {
      const value = await settings.find(SETTING)
      const { asked, aheadMs } = decide(
        value === undefined ? undefined : (JSON.parse(value) as Kept),
      )
      const kept: Kept = { asked, aheadMs, seenAtMs: machineMs(clock) + aheadMs }
      const written = JSON.stringify(kept)
      const before = value ?? (await settings.ensure(SETTING, written))
      if (value === undefined && before !== written) continue
      if (!(await settings.replace(SETTING, before, written))) continue
      clock.runAhead(aheadMs)
      return
    }
  })
}

function machineMs(clock: MovableClock): number {
  return clock.now().epochMilliseconds - clock.aheadMs
}

/**
 * Puts the clock where the simulation stands: where another process has it now, or where it stood
 * when the last one ended, so that a restart is no journey back in time. A CLOCK that differs from the
 * one before begins anew.
 */
export async function joinClock(
  transactions: Transactions,
  clock: MovableClock,
  asked: string,
): Promise<void> {
  await agree(transactions, clock, (kept) => {
    if (kept?.asked !== asked) return { asked, aheadMs: clock.aheadMs }
    const seenAgoMs = machineMs(clock) - (kept.seenAtMs - kept.aheadMs)
    const isRunning = seenAgoMs < STILL_RUNNING_MS
    return { asked, aheadMs: isRunning ? kept.aheadMs : kept.seenAtMs - machineMs(clock) }
  })
}

/** Follows a move that another process made, and notes where the clock stands. To be called every few seconds. */
export async function followClock(transactions: Transactions, clock: MovableClock): Promise<void> {
  await agree(transactions, clock, (kept) => kept ?? { asked: '', aheadMs: clock.aheadMs })
}

/** Moves the simulation's clock forward, in all processes. A moment that has passed changes nothing. */
export async function moveClock(
  transactions: Transactions,
  clock: MovableClock,
  to: Instant,
): Promise<void> {
  await agree(transactions, clock, (kept) => {
    const { asked, aheadMs } = kept ?? { asked: '', aheadMs: clock.aheadMs }
    return { asked, aheadMs: Math.max(aheadMs, to.epochMilliseconds - machineMs(clock)) }
  })
}
