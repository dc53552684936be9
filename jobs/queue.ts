import type { Backend } from './backend.ts'
import { wakeId } from './handler-failure.ts'
import { openPostgresBackend } from './postgres-backend.ts'
import { openRedisBackend } from './redis-backend.ts'
import { reporter } from './report.ts'
import { keepSchedule, type Schedule } from './schedule.ts'
import { within } from './within.ts'
import { type QueueWorker, startWorker, type WakeHandler, type WorkOptions } from './worker.ts'

/**
 * Says *when*, never *what*: a wake carries a name and an id, and its handler looks in the tables
 * for what there is to do. A wake may come late, or twice after a crash, and all of them may be
 * lost with the queue's storage; handlers and sweeps are written for that.
 */
export interface Queue<Name extends string> {
  /**
   * Has the handler of `name` run once, soon, or `delayMs` from now at the earliest and half a
   * second later than that. Wakes of the same name and key are one while the first of them waits,
   * for ten seconds at most; a wake that comes while the handler runs leads to another run. Never
   * rejects and waits five seconds at most: while the queue is away the failure goes to `onError`
   * and the next sweep finds the work.
   */
  wake(name: Name, key?: string, options?: { delayMs?: number }): Promise<void>
  /**
   * Has the handler of `name` run now and every `everyMs` after; ticks missed while no worker ran
   * are one. Saying the same again, in any process, changes nothing. Never rejects; looked after
   * as long as this queue is open.
   */
  every(name: Name, everyMs: number): Promise<void>
  /** Starts a worker in this process. Rejects when its connection cannot be made. */
  work(handlers: Readonly<Record<Name, WakeHandler>>, options: WorkOptions): Promise<QueueWorker>
  /** How many jobs are waiting, active, delayed and failed. Rejects while the queue is away. */
  counts(): Promise<Record<string, number>>
  /**
   * Closes the workers started here, then the connections, within 8 s whether the handlers end and
   * the server answers or not (see `WorkOptions.drainMs`). Twice is once.
   */
  close(): Promise<void>
}

export interface QueueOptions {
  backend: { kind: 'postgres' | 'redis'; url: string }
  /** Queues of different names in one datastore know nothing of each other. No colon in it. */
  name: string
  /** The machine's clock in epoch milliseconds, by which BullMQ counts; never a campaign's movable one. */
  now: () => number
  /** Failures nobody waits for, free of personal data and credentials: `HandlerFailure` or the queue's own. */
  onError: (error: Error) => void
  /** How often the schedules are looked after, in milliseconds. */
  ensureMs?: number
}

const ENSURE_MS = 10_000

/** How long the server is waited for when the connections are closed. */
const DISCONNECT_MS = 1_000

/**
 * For how long a waiting wake stands for the later ones of its key. Without an end, a wake taken by
 * a worker that died before it began would swallow them until BullMQ notices the death.
 */
const COALESCE_MS = 10_000

/** Delayed wakes of one key that fall due within the same slot are one. */
const DELAY_SLOT_MS = 500

/** Opens the queue. Refuses with a `QueueRefusal`, one sentence, when the datastore cannot be used. */
export async function openQueue<Name extends string>(options: QueueOptions): Promise<Queue<Name>> {
  const { kind, url } = options.backend
  const report = reporter({ url, now: options.now, onError: options.onError })
  let heal = (_error: unknown): void => undefined
  const onError = (error: unknown) => {
    report(error)
    heal(error)
  }
  const open = kind === 'redis' ? openRedisBackend : openPostgresBackend
  const backend = await open({ url, name: options.name, onError })
  const schedule = keepSchedule(backend, {
    ensureMs: options.ensureMs ?? ENSURE_MS,
    now: options.now,
    onError: report,
  })
  heal = (error) => {
    if (backend.isGone(error)) schedule.look()
  }
  return queueOn({ backend, schedule, now: options.now, onError })
}

interface Parts {
  backend: Backend
  schedule: Schedule
  now: () => number
  onError: (error: unknown) => void
}

function queueOn<Name extends string>({ backend, schedule, now, onError }: Parts): Queue<Name> {
  const workers: QueueWorker[] = []
  const wakes = new Set<Promise<void>>()
  let closing: Promise<void> | undefined
  let ended = false

  async function close(): Promise<void> {
    // Handlers that end their step may still wake others, so wakes are taken until they are done.
    await Promise.all(workers.map((worker) => worker.close()))
    ended = true
    await within(DISCONNECT_MS, Promise.allSettled([schedule.close(), ...wakes]))
    await within(DISCONNECT_MS, backend.close())
  }

  return {
    async wake(name, key, { delayMs = 0 } = {}) {
      if (ended) {
        onError(new Error(`${name} was woken after the queue was closed`))
        return
      }
      const job = wakeJob({ name, key, delayMs, now: now() })
      const added = addSurely(backend, schedule, job).catch(onError)
      wakes.add(added)
      await added
      wakes.delete(added)
    },
    every: (name, everyMs) => schedule.add(name, everyMs),
    async work(handlers, options) {
      const worker = await startWorker(backend, { handlers, options, onError })
      workers.push(worker)
      return worker
    },
    counts: () => backend.queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    close: () => (closing ??= close()),
  }
}

/** Adds a wake, making the queue's storage again first if somebody removed it. */
async function addSurely(backend: Backend, schedule: Schedule, job: AddArguments): Promise<void> {
  try {
    await backend.queue.add(...job)
  } catch (error) {
    if (!backend.isGone(error)) throw error
    await schedule.ensure()
    await backend.queue.add(...job)
  }
}

type AddArguments = Parameters<Backend['queue']['add']>

function wakeJob(wake: {
  name: string
  key: string | undefined
  delayMs: number
  now: number
}): AddArguments {
  const { name, key, delayMs, now } = wake
  const id = wakeId(name, key)
  const data = key === undefined ? {} : { key }
  if (delayMs <= 0) return [name, data, { deduplication: { id, ttl: COALESCE_MS } }]
  const due = Math.ceil((now + delayMs) / DELAY_SLOT_MS) * DELAY_SLOT_MS
  return [name, data, { delay: due - now, deduplication: { id: `${id}@${due}` } }]
}
