import type { Job, JobsOptions, Queue, Worker, WorkerOptions } from 'bullmq'

/** What travels in a job: ids only. A name, a number or a sentence of a person stays in the tables. */
export interface WakeData {
  /** Which thing the wake is about, by id. */
  key?: string
  /** Which try this is; 1 or absent: the first. */
  attempt?: number
}

export type WakeJob = Pick<
  Job<WakeData>,
  'name' | 'data' | 'repeatJobKey' | 'removeDeduplicationKey'
>

export type BackendQueue = Pick<
  Queue<WakeData>,
  | 'add'
  | 'getJobScheduler'
  | 'upsertJobScheduler'
  | 'removeJobScheduler'
  | 'getJobState'
  | 'getJobCounts'
>

export type BackendWorker = Pick<Worker, 'run' | 'pause' | 'close'>

/** One datastore under the queue: everything BullMQ does there, whatever the datastore is. */
export interface Backend {
  /** Open, ready, failing fast while its server is away. */
  readonly queue: BackendQueue
  /** A connected worker that does not fetch yet: `run` starts it. */
  openWorker(
    process: (job: WakeJob) => Promise<void>,
    options: { concurrency: number },
  ): Promise<BackendWorker>
  /** Makes again what the queue stands on, after somebody removed it. Does nothing when all is there. */
  rebuild(): Promise<void>
  /** Whether an error means that what the queue stands on has been removed. */
  isGone(error: unknown): boolean
  /** Closes the queue's own connections; its workers are closed before. */
  close(): Promise<void>
}

/** Where a backend reports what goes wrong without anybody waiting for it. */
export interface BackendOptions {
  url: string
  name: string
  onError: (error: unknown) => void
}

const HOUR_S = 3600

/**
 * Finished jobs are kept for a look, never for ever. The attempts are for the queue's own failures
 * (its server away in the middle of a job): a failing handler is woken again by `retry`.
 */
export const JOB_OPTIONS = {
  attempts: 3,
  backoff: { type: 'fixed', delay: 2_000 },
  removeOnComplete: { age: HOUR_S, count: 100 },
  removeOnFail: { age: 7 * 24 * HOUR_S, count: 1_000 },
} satisfies JobsOptions

/**
 * A worker renews its locks every 15 s while the handler runs, so a lock outlasts any handler and
 * only has to outlast a blocked event loop or a server that is away for a moment; a lock lost
 * nevertheless means a second run, which the tables make harmless. What a killed worker held runs
 * again within a minute. `runRetryDelay` is the wait after a refused connection.
 */
export const WORKER_OPTIONS = {
  autorun: false,
  lockDuration: 30_000,
  stalledInterval: 15_000,
  maxStalledCount: 3,
  drainDelay: 5,
  runRetryDelay: 1_000,
} satisfies Partial<WorkerOptions>
