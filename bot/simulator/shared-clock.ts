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

async function find(transactions: Transactions): Promise<Kept | undefined> {
  const value = await transactions.run((tx) => tx.settings.find(SETTING))
  return value === undefined ? undefined : (JSON.parse(value) as Kept)
}

async function keep(transactions: Transactions, clock: MovableClock, asked: string): Promise<void> {
  const kept: Kept = {
    asked,
    aheadMs: clock.aheadMs,
    seenAtMs: clock.now().epochMilliseconds,
  }
  await transactions.run((tx) => tx.settings.set(SETTING, JSON.stringify(kept)))
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
  const kept = await find(transactions)
  if (kept?.asked === asked) {
    const machineMs = clock.now().epochMilliseconds - clock.aheadMs
    const seenAgoMs = machineMs - (kept.seenAtMs - kept.aheadMs)
    if (seenAgoMs < STILL_RUNNING_MS) clock.runAhead(kept.aheadMs)
    else clock.moveTo(Temporal.Instant.fromEpochMilliseconds(kept.seenAtMs))
  }
  await keep(transactions, clock, asked)
}

/** Follows a move that another process made, and notes where the clock stands. To be called every few seconds. */
export async function followClock(transactions: Transactions, clock: MovableClock): Promise<void> {
  const kept = await find(transactions)
  if (!kept) return
  clock.runAhead(kept.aheadMs)
  await keep(transactions, clock, kept.asked)
}

/** Moves the simulation's clock forward, in all processes. A moment that has passed changes nothing. */
export async function moveClock(
  transactions: Transactions,
  clock: MovableClock,
  to: Instant,
): Promise<void> {
  if (Temporal.Instant.compare(to, clock.now()) <= 0) return
  clock.moveTo(to)
  const kept = await find(transactions)
  await keep(transactions, clock, kept?.asked ?? '')
}
