import { createPostgresBackend, PostgresConnection, withBackend } from 'bullmq'
import type { PostgresPoolConfig, PostgresQueueBackend } from 'bullmq'
import {
  type Backend,
  type BackendOptions,
  JOB_OPTIONS,
  type WakeData,
  WORKER_OPTIONS,
} from './backend.ts'
import { placeOf, QueueRefusal, reasonOf } from './queue-refusal.ts'

const { Queue, Worker } = withBackend(createWakefulBackend)

/** The longest a worker trusts the server to notify it before it looks by itself, in seconds. */
const LONGEST_SLEEP_S = 10

/** undefined_table, undefined_function, invalid_schema_name, undefined_object: the schema was dropped. */
const GONE = new Set(['42P01', '42883', '3F000', '42704'])

/**
 * BullMQ in the schema `bullmq` of a PostgreSQL server (13 or newer); the product's own tables are
 * not touched. Two connections at most for the queue, three and one that listens for each worker.
 * Refuses with a `QueueRefusal` when the server cannot be reached or will not have the schema.
 */
export async function openPostgresBackend(options: BackendOptions): Promise<Backend> {
  const rebuild = () => migrate(connectionTo(options.url, 1))
  try {
    await rebuild()
  } catch (error) {
    throw unopened(options.url, error)
  }
  const queue = new Queue<WakeData>(options.name, {
    connection: connectionTo(options.url, 2),
    defaultJobOptions: JOB_OPTIONS,
    streams: { events: { maxLen: 1_000 } },
  })
  queue.on('error', options.onError)
  await queue.waitUntilReady()
  return {
    queue,
    rebuild,
    close: () => queue.close(),
    isGone: (error) => GONE.has(reasonOf(error)),
    async openWorker(process, { concurrency }) {
      const connection = connectionTo(options.url, 3)
      const worker = new Worker<WakeData>(options.name, process, {
        ...WORKER_OPTIONS,
        connection,
        concurrency,
      })
      worker.on('error', options.onError)
      await worker.waitUntilReady()
      return worker
    },
  }
}

/**
 * BullMQ's backend with a bounded sleep: left to itself a worker that lost a notification and its
 * look for the next delayed job, as can happen around a restart of the server, sleeps for an hour.
 */
function createWakefulBackend(
  ...args: Parameters<typeof createPostgresBackend>
): PostgresQueueBackend {
  const backend = createPostgresBackend(...args)
  return Object.defineProperty(backend, 'maximumBlockTimeout', { value: LONGEST_SLEEP_S })
}

function connectionTo(connectionString: string, max: number): PostgresPoolConfig {
  return {
    connectionString,
    max,
    schema: 'bullmq',
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
    idleTimeoutMillis: 10_000,
    keepAlive: true,
  }
}

/** Brings the schema up to date through a connection of its own; several processes may do it at once. */
async function migrate(pool: PostgresPoolConfig): Promise<void> {
  const connection = new PostgresConnection({ ...pool, migrate: true })
  try {
    await connection.waitUntilReady()
  } finally {
    await connection.close()
  }
}

function unopened(url: string, error: unknown): QueueRefusal {
  return new QueueRefusal(
    `Không mở được hàng đợi trên PostgreSQL ở ${placeOf(url)} (${reasonOf(error)}); hãy kiểm tra DATABASE_URL, máy chủ và quyền tạo schema của người dùng.`,
  )
}
