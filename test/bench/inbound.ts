import type { Contestant, ContestantName, Surroundings } from './contestants.ts'
import { startBaseline, startProduct } from './contestants.ts'
import { keepPace } from './database/pace.ts'
import { startDatabaseServer } from './database/server.ts'
import type { Comparison, Round } from './inbound-comparison.ts'
import { compare } from './inbound-comparison.ts'
import type { Closed } from './platform/load.ts'
import { startPlatform } from './platform/start.ts'
import type { Stage } from './stage.ts'
import type { Random } from './statistics.ts'
import { quantile, randomGaps, seededRandom, shuffled } from './statistics.ts'

/** Telegram Bot API, setWebhook: max_connections is 40 unless set. */
const CONNECTIONS = 40
const WARM_UP: Closed = {
  kind: 'closed',
  connections: CONNECTIONS,
  count: 2_500,
  withinMs: 40_000,
}
const TOGETHER: Closed = { kind: 'closed', connections: CONNECTIONS, count: 2_000, withinMs: 1_000 }
const ALONE: Closed = { kind: 'closed', connections: 1, count: 150, withinMs: 1_000 }
const OPEN_LOOP = { perSecond: 20, count: 400, goalP99Ms: 300 }

export type InboundOptions = { readonly rounds: number; readonly seed: number }

/** Latencies of an open loop, in milliseconds from when the update was due to when its reply arrived. */
export type OpenLoop = {
  readonly arrivals: 'even' | 'random'
  readonly perSecond: number
  readonly messages: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly maxMs: number
  readonly goalP99Ms: number
  readonly isMet: boolean
}

export type InboundResult = InboundOptions & {
  readonly officials: number
  /** Anchors of this machine: one commit, and platform and load without any bot. */
  readonly commitMs: number
  readonly sinkAlonePerSecond: number
  readonly warmUp: Readonly<Record<ContestantName, number>>
  readonly comparison: Comparison
  /** The product at its own pace. */
  readonly openLoop: readonly OpenLoop[]
}

export async function openSurroundings(stage: Stage): Promise<Surroundings> {
  stage.say('starting PostgreSQL and the platform …')
  const database = await startDatabaseServer(stage)
  const platform = await startPlatform(stage)
  return { stage, platform, database }
}

/**
 * Compares the complete report path with the two baselines, in one run: all are started once and
 * warmed by count, then measured in rounds, in a new random order each. At the end the books of all
 * three have to balance, or it rejects: a reply that stands for no stored report counts for nothing.
 */
export async function benchInbound(
  around: Surroundings,
  { rounds, seed }: InboundOptions,
): Promise<InboundResult> {
  const { stage, database } = around
  const random = seededRandom(seed)
  const sinkAlonePerSecond = await measureSink(around)
  stage.say('starting the product and registering the demonstration people …')
  const product = await startProduct(around)
  const { chats } = product
  const bare = await startBaseline(around, 'bare', chats)
  const starter = await startBaseline(around, 'starter', chats)
  const contestants = [product, bare, starter]
  const warmUp = await warm(stage, contestants)
  const measured: Round[] = []
  for (let n = 1; n <= rounds; n += 1) {
    const order = shuffled(contestants, random)
    stage.say(`round ${n} of ${rounds}: ${order.map(({ name }) => name).join(', ')}`)
    measured.push(await playRound(order))
  }
  const openLoop = await openLoops(stage, product, random)
  for (const contestant of contestants) await contestant.checkBooks()
  const anchors = { officials: chats.length, commitMs: database.commitMs, sinkAlonePerSecond }
  return { rounds, seed, ...anchors, warmUp, comparison: compare(measured), openLoop }
}

async function measureSink({ platform }: Surroundings): Promise<number> {
  const load = { kind: 'sink-alone', count: 10_000, connections: CONNECTIONS } as const
  await platform.load(load)
  const { replies, elapsedMs } = await platform.load(load)
  return (replies / elapsedMs) * 1000
}

async function warm(
  stage: Stage,
  contestants: readonly Contestant[],
): Promise<InboundResult['warmUp']> {
  const counts = { product: 0, bare: 0, starter: 0 }
  for (const contestant of contestants) {
    stage.say(`warming ${contestant.name} with ${WARM_UP.count} updates …`)
    counts[contestant.name] = (await contestant.measure(WARM_UP)).replies
  }
  return counts
}

async function playRound(order: readonly Contestant[]): Promise<Round> {
  const round: Partial<Record<ContestantName, Round[ContestantName]>> = {}
  for (const contestant of order)
    round[contestant.name] = {
      together: await contestant.measure(TOGETHER),
      alone: await contestant.measure(ALONE),
    }
  return round as Round
}

async function openLoops(
  stage: Stage,
  product: Contestant,
  random: Random,
): Promise<readonly OpenLoop[]> {
  await keepPace(product.databaseUrl)
  const { perSecond, count } = OPEN_LOOP
  const even = Array.from({ length: count }, () => 1000 / perSecond)
  const results: OpenLoop[] = []
  for (const arrivals of ['even', 'random'] as const) {
    stage.say(`${perSecond} messages a second, ${arrivals} arrivals …`)
    const gapsMs = arrivals === 'even' ? even : randomGaps(count, perSecond, random)
    const { latenciesMs } = await product.measure({ kind: 'open', gapsMs })
    results.push(openLoopOf(arrivals, latenciesMs))
  }
  return results
}

function openLoopOf(arrivals: OpenLoop['arrivals'], latenciesMs: readonly number[]): OpenLoop {
  const { perSecond, goalP99Ms } = OPEN_LOOP
  const p99Ms = quantile(latenciesMs, 0.99)
  return {
    arrivals,
    perSecond,
    messages: latenciesMs.length,
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms,
    maxMs: quantile(latenciesMs, 1),
    goalP99Ms,
    isMet: p99Ms <= goalP99Ms,
  }
}
