import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '../../../prisma/migrate.ts'
import { startDatabaseServer } from '../database/server.ts'
import type { Arrived, Asked } from '../platform/limited.ts'
import { monotonicMs } from '../platform/monotonic.ts'
import type { Program } from '../program.ts'
import { startProgram } from '../program.ts'
import { startRedis } from '../redis.ts'
import { countStates, queueMessages } from '../senders/recipients.ts'
import type { Stage } from '../stage.ts'
import { quantile } from '../statistics.ts'

/** A fan-out: so many messages, each to another chat, against a platform with that limit. */
type Case = { readonly perSecond: number; readonly count: number; readonly workers: number }

const CASES: readonly (Case & { readonly goal?: number })[] = [
  { perSecond: 30, count: 450, workers: 1, goal: 0.975 },
  { perSecond: 300, count: 3_000, workers: 1, goal: 0.975 },
  { perSecond: 300, count: 3_000, workers: 2, goal: 0.97 },
  { perSecond: 1_000, count: 4_000, workers: 1 },
]

/** Further ahead of an even pace than this, a message counts as part of a burst. */
const BURST_MS = 100

const DUE_AT_ONCE = 10_000
/** A pace that never makes anybody wait. */
const UNLIMITED = 1_000_000
/** By then all jobs of the comparison have been added. */
const DUE_IN_MS = 15_000

export type Paced = Case & {
  /** Messages by the limit, divided by the time from the first to the last. */
  readonly share: number
  readonly refused: number
  readonly bursts: number
  readonly goal?: number
}

/** Milliseconds from when a message was due to when it reached the platform. */
export type Lateness = { readonly p50Ms: number; readonly p99Ms: number }

export type FanoutResult = {
  readonly paced: readonly Paced[]
  readonly dueAtOnce: {
    readonly count: number
    readonly product: Lateness
    /** Absent where there is no redis-server. */
    readonly jobPerMessage?: Lateness
  }
}

type Ground = {
  readonly stage: Stage
  readonly databaseUrl: string
  readonly platform: Program
  readonly apiRoot: string
}

/**
 * Sends to many at once: how close to a platform's limit the outbox is emptied without ever being refused,
 * and how late the last of many is that are due together. Rejects when a message was lost or came twice.
 */
export async function benchFanout(stage: Stage): Promise<FanoutResult> {
  const ground = await prepare(stage)
  const paced: Paced[] = []
  for (const one of CASES) {
    const { perSecond, count, workers } = one
    stage.say(`${count} messages at ${perSecond}/s, ${workers} worker(s) …`)
    const { arrived } = await drain(ground, one)
    paced.push({ ...one, ...judge(arrived, perSecond), refused: arrived.refused })
  }
  return { paced, dueAtOnce: await benchDueAtOnce(ground) }
}

async function prepare(stage: Stage): Promise<Ground> {
  stage.say('starting PostgreSQL and the platform …')
  const server = await startDatabaseServer(stage)
  const databaseUrl = await server.create('fanout')
  await migrate(databaseUrl, join(stage.root, 'prisma', 'migrations'))
  const platform = startProgram(stage, 'limited-bot-api')
  const { port } = (await platform.tells()) as { port: number }
  return { stage, databaseUrl, platform, apiRoot: `http://127.0.0.1:${port}` }
}

/** Allows so many from now on, and gives what arrived before. */
async function allow(platform: Program, perSecond: number | null): Promise<Arrived> {
  const told = platform.tells()
  platform.ask({ allow: perSecond } satisfies Asked)
  return (await told) as Arrived
}

async function drain(
  { stage, databaseUrl, platform, apiRoot }: Ground,
  { perSecond, count, workers }: Case,
): Promise<{ arrived: Arrived; begunMs: number }> {
  await queueMessages(databaseUrl, count)
  await allow(platform, perSecond === UNLIMITED ? null : perSecond)
  const drains = Array.from({ length: workers }, () =>
    startProgram(stage, 'outbox-drain', databaseUrl, apiRoot, String(perSecond)),
  )
  await Promise.all(drains.map((one) => one.tells()))
  await sleep(500) // what the start has left to do is not measured
  const begunMs = monotonicMs()
  const empty = Promise.all(drains.map((one) => one.tells()))
  for (const one of drains) one.ask('go')
  await empty
  const arrived = await allow(platform, null)
  await checkBooks(databaseUrl, arrived, count)
  return { arrived, begunMs }
}

async function checkBooks(databaseUrl: string, { chats }: Arrived, count: number): Promise<void> {
  const states = await countStates(databaseUrl)
  if (chats.length !== count || new Set(chats).size !== count || states['sent'] !== count)
    throw new Error(
      `${count} messages, ${chats.length} arrived to ${new Set(chats).size} chats; ${JSON.stringify(states)}`,
    )
}

function judge({ atMs }: Arrived, perSecond: number): { share: number; bursts: number } {
  const elapsedMs = (atMs.at(-1) ?? 0) - (atMs[0] ?? 0)
  const share = (atMs.length - 1) / perSecond / (elapsedMs / 1000)
  return { share, bursts: countBursts(atMs, perSecond) }
}

/** Messages that came further ahead of an even pace than is allowed; a pause is not saved up. */
function countBursts(atMs: readonly number[], perSecond: number): number {
  let expectedMs = -Infinity
  let bursts = 0
  for (const at of atMs) {
    if (expectedMs - at > BURST_MS) bursts += 1
    expectedMs = Math.max(expectedMs, at) + 1000 / perSecond
  }
  return bursts
}

async function benchDueAtOnce(ground: Ground): Promise<FanoutResult['dueAtOnce']> {
  const { stage } = ground
  stage.say(`${DUE_AT_ONCE} messages due in the same second, a platform without a limit …`)
  const many = { perSecond: UNLIMITED, count: DUE_AT_ONCE, workers: 1 }
  const { arrived, begunMs } = await drain(ground, many)
  const product = latenessOf(arrived, begunMs)
  const redis = await startRedis(stage)
  if (redis === undefined) return { count: DUE_AT_ONCE, product }
  stage.say('the same as a BullMQ job for each message …')
  return { count: DUE_AT_ONCE, product, jobPerMessage: await jobPerMessage(ground, redis) }
}

async function jobPerMessage(ground: Ground, redisUrl: string): Promise<Lateness> {
  const { stage, databaseUrl, platform, apiRoot } = ground
  await queueMessages(databaseUrl, DUE_AT_ONCE)
  await allow(platform, null)
  const worker = startProgram(stage, 'job-per-message', databaseUrl, apiRoot, redisUrl)
  await worker.tells()
  const dueMs = monotonicMs() + DUE_IN_MS
  const empty = worker.tells()
  worker.ask(DUE_IN_MS)
  await empty
  const arrived = await allow(platform, null)
  await checkBooks(databaseUrl, arrived, DUE_AT_ONCE)
  return latenessOf(arrived, dueMs)
}

function latenessOf({ atMs }: Arrived, dueMs: number): Lateness {
  const late = atMs.map((at) => at - dueMs)
  return { p50Ms: quantile(late, 0.5), p99Ms: quantile(late, 0.99) }
}
