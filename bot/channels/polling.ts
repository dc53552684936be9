import { setTimeout as delay } from 'node:timers/promises'

/** One turn of a poll: what came, or why nothing did. */
export type PollTurn =
  | { readonly kind: 'updates'; readonly updates: readonly unknown[] }
  /** Nobody wrote: no error, and no reason to wait. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'failed'; readonly cause: PollFailure; readonly waitMs?: number }
  /** The token is not valid (any more): asking again can only do harm. */
  | { readonly kind: 'unauthorized' }

/** `conflict`: somebody else polls with this token, or a webhook is set. */
export type PollFailure = 'flood' | 'outage' | 'conflict' | 'not-connected' | 'refused'

/** Where raw updates of one platform come from. */
export interface UpdateSource {
  /** Waits for updates. Never throws. */
  next(signal: AbortSignal): Promise<PollTurn>
  /** Told after an update is stored, so that the next turn may confirm it. */
  stored(update: unknown): void
  /** Whether an update that could not be stored comes again; if not, storing is tried until it succeeds. */
  readonly keepsUnconfirmed: boolean
}

/** What the loop tells its owner; `cause` is a label, never content. */
export type PollNotice =
  | { readonly kind: 'failed'; readonly cause: PollFailure; readonly waitMs: number }
  | { readonly kind: 'store-failed'; readonly error: unknown; readonly waitMs: number }

export type Polling = {
  readonly source: UpdateSource
  /** Must have stored the raw update when it resolves: only then is it confirmed to the platform. */
  readonly store: (update: unknown) => Promise<void>
  readonly signal: AbortSignal
  /** Called once, when the token is refused; the loop has then ended for good. */
  readonly alarm: () => void
  readonly notify?: (notice: PollNotice) => void
  /** In [0, 1); spreads the waiting. */
  readonly random?: () => number
  /** Waits that many milliseconds, less when the signal aborts. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** Keeps a source that answers at once with nothing from being asked without a pause. */
const QUIET_PAUSE_MS = 100

type Loop = Required<Polling>

/**
 * Polls until the signal aborts or the token is refused, one request at a time. Every update is
 * stored before it is confirmed and before the next one, in the order it came. Failures are met
 * with doubled waits, spread, of at most 30 s (longer only when the platform names a time). Never
 * rejects.
 */
export async function runPolling(polling: Polling): Promise<void> {
  const loop: Loop = { notify: ignoreNotice, random: Math.random, sleep, ...polling }
  let failures = 0
  while (!loop.signal.aborted) {
    const turn = await loop.source.next(loop.signal)
    if (turn.kind === 'unauthorized') {
      loop.alarm()
      return
    }
    const succeeded = await settle(loop, turn, failures)
    failures = succeeded ? 0 : failures + 1
  }
}

/** Deals with one turn; false when it counts as a failure. */
async function settle(
  loop: Loop,
  turn: Exclude<PollTurn, { kind: 'unauthorized' }>,
  failures: number,
): Promise<boolean> {
  switch (turn.kind) {
    case 'updates':
      return storeAll(loop, turn.updates, failures)
    case 'quiet':
      await loop.sleep(QUIET_PAUSE_MS, loop.signal)
      return true
    case 'failed': {
      // A turn that our own ending cut short is no failure of the platform.
      if (loop.signal.aborted) return true
      const waitMs = Math.max(backOffMs(failures, loop.random), turn.waitMs ?? 0)
      loop.notify({ kind: 'failed', cause: turn.cause, waitMs })
      await loop.sleep(waitMs, loop.signal)
      return false
    }
  }
}

/** Stores in order and stops at the first that fails, since a later one would confirm it too. */
async function storeAll(
  loop: Loop,
  updates: readonly unknown[],
  failures: number,
): Promise<boolean> {
  for (const update of updates) {
    const isStored = await storeOne(loop, update, failures)
    if (!isStored) return false
    loop.source.stored(update)
  }
  return true
}

async function storeOne(loop: Loop, update: unknown, failures: number): Promise<boolean> {
  for (let attempt = failures; ; attempt++) {
    try {
      await loop.store(update)
      return true
    } catch (error) {
      const waitMs = backOffMs(attempt, loop.random)
      loop.notify({ kind: 'store-failed', error, waitMs })
      const isLastTry = loop.source.keepsUnconfirmed || loop.signal.aborted
      await loop.sleep(waitMs, loop.signal)
      if (isLastTry) return false
    }
  }
}

/** 1 s, 2 s, 4 s … 30 s, of which the second half is chance. */
function backOffMs(failures: number, random: () => number): number {
  const longest = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS)
  return Math.round(longest * (0.5 + random() / 2))
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal })
  } catch {
    // Aborted: there is nothing left to wait for.
  }
}

function ignoreNotice(): void {
  // Nobody asked to be told.
}
