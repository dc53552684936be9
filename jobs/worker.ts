import { UnrecoverableError } from 'bullmq'
import type { Backend, WakeJob } from './backend.ts'
import { HandlerFailure, kindOf, wakeId } from './handler-failure.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { within } from './within.ts'

/**
 * Does what a wake is about, by what the tables say. `key` is the one given to `wake`. `signal`
 * aborts when the worker begins to close: the handler ends the step in hand and returns, or throws
 * `signal.reason`, and then the wake is kept for the next process. It must end by itself: later
 * wakes of its name and key wait for it in this process.
 */
export type WakeHandler = (key: string | undefined, signal: AbortSignal) => Promise<void>

export interface QueueWorker {
  /**
   * Takes no more wakes and waits for the handlers under way, `drainMs` at most. What is cut off
   * then is reported and its wake runs again later. Twice is once.
   */
  close(): Promise<void>
}

export interface WorkOptions {
  /** How many handlers may run at once; two of them at most with the same name and key. */
  concurrency: number
  /** How long `close` waits for handlers, in milliseconds; 5 s if nothing is said. */
  drainMs?: number
  /** Milliseconds until the next try after so many failed ones; `undefined` gives up. */
  backoff?: (failures: number) => number | undefined
}

export interface WorkerContext {
  handlers: Readonly<Record<string, WakeHandler>>
  options: WorkOptions
  onError: (error: unknown) => void
}

const DRAIN_MS = 5_000

/** How long the closing of connections may take after the handlers are done. */
const DISCONNECT_MS = 1_000

/** 1 s, 2 s, 4 s … 64 s, then nothing: two minutes after the first failure the next sweep decides. */
export function retryBackoff(failures: number): number | undefined {
  return failures > 7 ? undefined : 1_000 * 2 ** (failures - 1)
}

/** Connects a worker to `backend` and starts it. Rejects when the connection cannot be made. */
export async function startWorker(backend: Backend, context: WorkerContext): Promise<QueueWorker> {
  const { options, onError } = context
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  const processWake = wakeProcessor(backend, context, stopping.signal)
  const worker = await backend.openWorker(
    (job) => {
      const run = processWake(job).finally(() => underWay.delete(run))
      underWay.add(run)
      return run
    },
    { concurrency: options.concurrency },
  )
  worker.run().catch(onError)

  async function close(): Promise<void> {
    stopping.abort()
    await worker.pause(true)
    await within(options.drainMs ?? DRAIN_MS, Promise.allSettled(underWay))
    const cutOff = underWay.size
    if (cutOff > 0) onError(new Error(`${cutOff} handlers did not end in time and were cut off`))
    const closed = await within(DISCONNECT_MS, worker.close(cutOff > 0))
    if (!closed) onError(new Error('the queue did not close its connections in time'))
  }

  let closing: Promise<void> | undefined
  return { close: () => (closing ??= close()) }
}

function wakeProcessor(
  backend: Backend,
  { handlers, options, onError }: WorkerContext,
  signal: AbortSignal,
): (job: WakeJob) => Promise<void> {
  const inTurn = oneAtATime()
  const backoff = options.backoff ?? retryBackoff

  /** One pending retry for each name and key, however many wakes failed meanwhile. */
  async function wakeAgain(job: WakeJob, attempt: number, delay: number): Promise<void> {
    const id = `${wakeId(job.name, job.data.key)}~retry`
    await backend.queue.add(job.name, { ...job.data, attempt }, { delay, deduplication: { id } })
  }

  async function failed(job: WakeJob, error: unknown): Promise<void> {
    const attempt = job.data.attempt ?? 1
    if (signal.aborted && error === signal.reason) return wakeAgain(job, attempt, 1)
    onError(new HandlerFailure({ job: job.name, key: job.data.key, attempt }, error))
    const delay = backoff(attempt)
    if (delay !== undefined) await wakeAgain(job, attempt + 1, delay)
    // BullMQ stores what it is told, so it is told no more than the kind of the error.
    throw new UnrecoverableError(kindOf(error))
  }

  return async (job) => {
    const handler = handlers[job.name]
    if (handler === undefined) return forget(backend, job, onError)
    const { key } = job.data
    await inTurn(wakeId(job.name, key), async () => {
      try {
        // From here on a wake of the same name and key is a job of its own: it may be about
        // something this run no longer sees.
        await job.removeDeduplicationKey()
        await handler(key, signal)
      } catch (error) {
        await failed(job, error)
      }
    })
  }
}

/** A wake whose handler a newer version of the product no longer has. */
async function forget(
  { queue }: Backend,
  job: WakeJob,
  onError: (error: unknown) => void,
): Promise<void> {
  onError(new Error(`no handler is named ${job.name}`))
  if (job.repeatJobKey !== undefined) await queue.removeJobScheduler(job.repeatJobKey)
}
