import { Queue, Worker } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import {
  type Backend,
  type BackendOptions,
  type BackendWorker,
  JOB_OPTIONS,
  type WakeData,
  type WakeJob,
  WORKER_OPTIONS,
} from './backend.ts'
import { placeOf, QueueRefusal, reasonOf } from './queue-refusal.ts'

const OLDEST = [6, 2] as const

/**
 * BullMQ on a Redis server (6.2 or newer, `maxmemory-policy noeviction`): one connection for the
 * queue and two for each worker. `url` is `redis://…`, `rediss://…` or the path of a socket.
 * Refuses with a `QueueRefusal` when the server cannot be reached or is not fit.
 */
export async function openRedisBackend(options: BackendOptions): Promise<Backend> {
  const { url, name, onError } = options
  await inspect(url)
  // Whoever wakes must not wait for a server that is away: the tables hold the work anyway.
  const client = connect(options, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 5_000,
    lazyConnect: true,
  })
  await client.connect()
  const queue = new Queue<WakeData>(name, {
    connection: client,
    defaultJobOptions: JOB_OPTIONS,
    streams: { events: { maxLen: 1_000 } },
  })
  queue.on('error', onError)
  await queue.waitUntilReady()
  return {
    queue,
    openWorker: (process, { concurrency }) => openWorker(options, process, concurrency),
    // A flushed Redis needs nothing but its schedules, which the queue writes again.
    rebuild: () => Promise.resolve(),
    isGone: () => false,
    async close() {
      await queue.close()
      client.disconnect()
    },
  }
}

async function openWorker(
  options: BackendOptions,
  process: (job: WakeJob) => Promise<void>,
  concurrency: number,
): Promise<BackendWorker> {
  const client = connect(options, { maxRetriesPerRequest: null })
  const worker = new Worker<WakeData>(options.name, process, {
    ...WORKER_OPTIONS,
    connection: client,
    concurrency,
  })
  worker.on('error', options.onError)
  await worker.waitUntilReady()
  return {
    run: () => worker.run(),
    pause: (immediately) => worker.pause(immediately),
    async close(force) {
      // Without a server BullMQ would wait for ever for its blocking connection to end.
      await worker.close(force === true || client.status !== 'ready')
      client.disconnect()
    },
  }
}

type Patience = Pick<
  RedisOptions,
  'lazyConnect' | 'enableOfflineQueue' | 'maxRetriesPerRequest' | 'commandTimeout'
>

function connect({ url, onError }: BackendOptions, patience: Patience): Redis {
  const client = new Redis(url, {
    ...patience,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  })
  return client.on('error', onError)
}

async function inspect(url: string): Promise<void> {
  if (!/^(rediss?:\/\/|\/)/.test(url)) {
    throw new QueueRefusal(
      'REDIS_URL không đúng dạng; hãy viết redis://máy:cổng, rediss://máy:cổng hoặc đường dẫn của socket.',
    )
  }
  const sentence = unfitness(placeOf(url), await readInfo(url))
  if (sentence !== undefined) throw new QueueRefusal(sentence)
}

/** What the server says of itself (`INFO`), through a connection that tries once. */
async function readInfo(url: string): Promise<string> {
  const probe = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: 3_000,
    commandTimeout: 3_000,
  })
  let reason: string | undefined
  probe.on('error', (error) => (reason ??= reasonOf(error)))
  try {
    await probe.connect()
    return await probe.info()
  } catch (error) {
    throw new QueueRefusal(
      `Không dùng được Redis ở ${placeOf(url)} (${reason ?? reasonOf(error)}); hãy kiểm tra REDIS_URL và máy chủ Redis, hoặc bỏ REDIS_URL để hàng đợi chạy trên PostgreSQL.`,
    )
  } finally {
    probe.disconnect()
  }
}

/**
 * Why a Redis server, by what its `INFO` says, may not carry the queue; `undefined` when it may.
 * BullMQ's documentation ("Going to production") asks for `noeviction`: any other policy lets the
 * server throw away locks and waiting jobs, and BullMQ itself only warns.
 */
export function unfitness(place: string, info: string): string | undefined {
  const version = /^redis_version:(\S+)/m.exec(info)?.[1] ?? '?'
  if (!isAtLeast(version, OLDEST)) {
    return `Redis ở ${place} là bản ${version}; REDIS_URL cần một máy chủ Redis từ bản ${OLDEST.join('.')} trở lên.`
  }
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? '?'
  if (policy === 'noeviction') return undefined
  return `Redis ở ${place} (REDIS_URL) đặt maxmemory-policy là "${policy}" nên có thể tự xoá việc đang chờ; hãy đặt "maxmemory-policy noeviction" trong redis.conf rồi khởi động lại.`
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [actualMajor = NaN, actualMinor = NaN] = version.split('.').map(Number)
  return actualMajor > major || (actualMajor === major && actualMinor >= minor)
}
