import type { Backend } from './backend.ts'

/** The wakes that come by themselves, kept alive in the datastore. */
export interface Schedule {
  /** Sees to it that `name` is woken every `everyMs`. Resolves when it is so or the failure was reported. */
  add(name: string, everyMs: number): Promise<void>
  /** Looks after all of them now, and makes again what has gone. Never rejects. */
  ensure(): Promise<void>
  /** Has all of them looked after soon; asking again before that adds nothing. */
  look(): void
  /** Waits for the look under way and stops looking. */
  close(): Promise<void>
}

/** How long after a tick fell due the worker that took it may need to set the next one. */
const TAKEN_MS = 5_000

export interface ScheduleOptions {
  ensureMs: number
  /** Epoch milliseconds of the machine's clock. */
  now: () => number
  onError: (error: unknown) => void
}

/**
 * Keeps schedules in `backend`, looking after them every `ensureMs`: whoever empties the queue's
 * storage, or breaks BullMQ's chain from one tick to the next, costs a delay and no restart. A
 * schedule that is as it should be is only read, because `upsertJobScheduler` takes the pending tick
 * away and puts another in its place, and an overdue one may fall between.
 */
export function keepSchedule(
  backend: Backend,
  { ensureMs, now, onError }: ScheduleOptions,
): Schedule {
  const wanted = new Map<string, number>()
  let last: Promise<void> = Promise.resolve()

  async function lookAfterAll(): Promise<void> {
    try {
      await ensureAll(backend, wanted, now)
    } catch {
      await backend.rebuild()
      await ensureAll(backend, wanted, now)
    }
  }

  function ensure(): Promise<void> {
    last = last.then(lookAfterAll).catch(onError)
    return last
  }

  let asked = false
  function lookSoon(): void {
    if (asked) return
    asked = true
    void ensure().finally(() => (asked = false))
  }

  const timer = setInterval(lookSoon, ensureMs)
  return {
    ensure,
    look: lookSoon,
    add(name, everyMs) {
      wanted.set(name, everyMs)
      return ensure()
    },
    async close() {
      clearInterval(timer)
      await last
    },
  }
}

async function ensureAll(
  { queue }: Backend,
  wanted: ReadonlyMap<string, number>,
  now: () => number,
): Promise<void> {
  // Read even with nothing wanted: this is how a queue without schedules notices that it is gone.
  await queue.getJobCounts('waiting')
  for (const [name, every] of wanted) {
    if (await isKept(queue, { name, every, now: now() })) continue
    await queue.upsertJobScheduler(name, { every }, { name, data: {} })
  }
}

/** Whether a schedule stands as wanted with its next tick still to run. */
async function isKept(
  queue: Backend['queue'],
  { name, every, now }: { name: string; every: number; now: number },
): Promise<boolean> {
  const found = await queue.getJobScheduler(name)
  if (found?.every !== every || found.next === undefined) return false
  const state = await queue.getJobState(`repeat:${name}:${found.next}`)
  // Whoever takes a tick sets the next one at once, unless it died in between.
  if (state === 'active') return now - found.next < TAKEN_MS
  return state === 'delayed' || state === 'waiting'
}
