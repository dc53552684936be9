import type { BotKey } from './bot.ts'
import { keyOf } from './bot.ts'
import type { Channel } from './channel.ts'
import type { Delivery, DeliveryRun } from './delivery.ts'
import type { ClaimedPart } from './departure-store.ts'
import type { Flights } from './flights.ts'
import { openFlights } from './flights.ts'
import { keepBudget } from './keep-budget.ts'
import type { Turn } from './pace-store.ts'
import type { Settling } from './settle-parts.ts'
import { settleParts } from './settle-parts.ts'

/** A platform that does not answer within this time leaves the part uncertain. */
const HTTP_TIMEOUT_MS = 15_000
/** What is claimed waits at most for its batch to leave. */
const CLAIM_LEASE = { seconds: 15 }
/** Longer than the longest send, shorter than anybody's patience. */
const SEND_LEASE = { seconds: 25 }
/** Kept below the platform's own limit, since a single refusal costs more than this does. */
const SHARE_OF_LIMIT = 0.98

/** A batch is what leaves within this time; those that leave together are begun by one statement. */
const BATCH_MS = 250
const GROUP_MS = 40
/** Where a platform sets no pace. */
const LARGEST_BATCH = 500
const LARGEST_GROUP = 100
/** So long before the last of a batch leaves, the next batch is looked for. */
const LEAD_MS = 150
/** Turns that lie further ahead are not waited for; whoever holds them is sending. */
const MOST_WAIT_MS = 2_000
const ASK_AGAIN_MS = 250
/** Sends under way at once, when a platform is slow or sets no pace. */
const MOST_FLIGHTS = 200

/** One run, and what is under way in it. */
type Drain = {
  readonly delivery: Delivery
  readonly channel: Channel
  readonly bot: BotKey
  readonly run: DeliveryRun
  readonly intervalMs: number
  /** As many parts as are claimed at once, and begun at once. */
  readonly batch: number
  readonly group: number
  readonly flights: Flights
  readonly settling: Settling
}

/**
 * Sends what is due from a bot, or to one address of it, until nothing is: claims a batch, reserves its
 * slots in the pace that all processes share, and as each part's slot comes notes that it leaves, makes one
 * HTTP call and writes down what became of it. Killed in the middle, it leaves uncertain only what had
 * left. Several may run at once. Ends early when the signal aborts, and while the bot rests.
 */
export async function deliverOutbox(
  delivery: Delivery,
  channel: Channel,
  run: DeliveryRun,
): Promise<void> {
  const bot = keyOf(channel)
  const intervalMs = 1000 / (run.pace.perSecond * SHARE_OF_LIMIT)
  const within = (ms: number, most: number): number =>
    Math.min(most, Math.max(1, Math.round(ms / intervalMs)))
  const drain: Drain = {
    ...{ delivery, channel, bot, run, intervalMs },
    ...{ batch: within(BATCH_MS, LARGEST_BATCH), group: within(GROUP_MS, LARGEST_GROUP) },
    ...{ flights: openFlights(), settling: settleParts(delivery, bot) },
  }
  try {
    await sendBatches(drain)
  } finally {
    await drain.flights.atMost(0)
  }
  if (drain.flights.failure) throw drain.flights.failure
}

async function sendBatches(drain: Drain): Promise<void> {
  const { flights, run, intervalMs } = drain
  let launched = Promise.resolve()
  while (!run.signal.aborted && !flights.failure) {
    const wasIdle = flights.size === 0
    const parts = await claim(drain)
    if (parts.length === 0 && wasIdle) break
    for (const part of parts) if (part.waitMs > 0) void flights.board(holdBack(drain, part))
    const ready = parts.filter(({ waitMs }) => waitMs === 0)
    if (ready.length > 0) {
      const slots = await reserve(drain, ready)
      if (slots === 'rests') break
      if (slots === 'busy') {
        await untilFree(drain)
        continue
      }
      await launched // one batch is claimed ahead at most
      launched = flights.board(launch(drain, slots))
      await sleepUntil(drain, slots.firstMs + slots.parts.length * intervalMs - LEAD_MS)
    }
    if (parts.length < drain.batch) {
      // That was all there is, until those have landed that others to the same addresses wait for.
      await launched
      await untilSomeLanded(drain)
    }
  }
}

async function claim({ delivery, bot, run, batch }: Drain): Promise<readonly ClaimedPart[]> {
  const { clock, departures, transactions, onBudget } = delivery
  // Who answers one chat does not count: an answer leaves in any case.
  if (!run.address) {
    const warned = await keepBudget(transactions, bot)
    if (warned) onBudget?.(warned)
  }
  const now = clock.now()
  const to = run.address ? { address: run.address } : {}
  const leaseUntil = now.add(CLAIM_LEASE)
  return departures.claim({ bot, ...to, now, leaseUntil, limit: batch, pace: run.pace })
}

/** The parts that may leave, and the elapsed time at which the first of them may. */
type Slots = { readonly parts: readonly ClaimedPart[]; readonly firstMs: number }

/**
 * The slots in which parts may leave, after a rest one for a single part. `busy`: the turns are taken for
 * a while, or another process sends to everybody. Who sends to one address leaves its parts to those who
 * send to all.
 */
async function reserve(
  drain: Drain,
  parts: readonly ClaimedPart[],
): Promise<Slots | 'rests' | 'busy'> {
  const { delivery, run, settling } = drain
  const turn = await askForTurns(drain, parts.length)
  if (turn.kind === 'turn') return { parts, firstMs: delivery.elapsedMs() + turn.waitMs }
  if (turn.kind === 'probe') {
    settling.probe()
    await release(drain, parts.slice(1))
    return { parts: parts.slice(0, 1), firstMs: delivery.elapsedMs() }
  }
  await release(drain, parts)
  return run.address ? 'rests' : turn.kind
}

function askForTurns({ delivery, bot, run, intervalMs }: Drain, count: number): Promise<Turn> {
  const toEverybody = run.address === undefined
  return delivery.pace.reserve(bot, { count, intervalMs, mostWaitMs: MOST_WAIT_MS, toEverybody })
}

/** Holds no part while it waits, so that whoever sends meanwhile may send all of them. */
async function untilFree(drain: Drain): Promise<void> {
  const { delivery, run } = drain
  while (await delivery.sleep(ASK_AGAIN_MS, run.signal))
    if ((await askForTurns(drain, 0)).kind !== 'busy') return
}

/** Begins the parts group by group, each when its slots come; those under way land by themselves. */
async function launch(drain: Drain, { parts, firstMs }: Slots): Promise<void> {
  const { intervalMs, flights, run, group } = drain
  for (let at = 0; at < parts.length; at += group) {
    const slotMs = firstMs + at * intervalMs
    await sleepUntil(drain, slotMs)
    await flights.atMost(MOST_FLIGHTS)
    if (run.signal.aborted) return release(drain, parts.slice(at))
    const begun = await begin(drain, parts.slice(at, at + group))
    const timeout = AbortSignal.timeout(HTTP_TIMEOUT_MS)
    begun.forEach((part, index) => {
      void flights.board(fly(drain, part, { slotMs: slotMs + index * intervalMs, timeout }))
    })
  }
}

/** Its chat has got enough for the moment: it leaves by itself when there is room. */
async function holdBack(drain: Drain, part: ClaimedPart): Promise<void> {
  const { delivery, run } = drain
  if (!(await delivery.sleep(Math.ceil(part.waitMs), run.signal))) return release(drain, [part])
  const slots = await reserve(drain, [part])
  if (slots !== 'rests' && slots !== 'busy') await launch(drain, slots)
}

type Departure = { readonly slotMs: number; readonly timeout: AbortSignal }

/** What was begun is sent, also when the process is about to end. */
async function fly(
  { channel, bot, delivery, intervalMs, run, settling }: Drain,
  part: ClaimedPart,
  { slotMs, timeout }: Departure,
): Promise<void> {
  const { perSecond } = run.pace
  const landed = await delivery.turns.take(bot, { slotMs, intervalMs, perSecond })
  const result = await channel.deliver(part.address, part.part, timeout).finally(landed)
  await settling.settle(part, result)
}

/** Those that do not leave, since the bot has come to rest, are anybody's again. */
async function begin(drain: Drain, parts: readonly ClaimedPart[]): Promise<readonly ClaimedPart[]> {
  const { delivery, bot, run } = drain
  const leaseUntil = delivery.clock.now().add(SEND_LEASE)
  const begun = await delivery.departures.begin(parts, { bot, leaseUntil, pace: run.pace })
  if (begun.length < parts.length)
    await release(
      drain,
      parts.filter((part) => !begun.includes(part)),
    )
  return begun
}

async function release({ delivery }: Drain, parts: readonly ClaimedPart[]): Promise<void> {
  if (parts.length > 0) await delivery.departures.release(parts)
}

async function untilSomeLanded({ flights, delivery, run }: Drain): Promise<void> {
  const half = flights.atMost(Math.floor(flights.size / 2))
  await Promise.race([half, delivery.sleep(ASK_AGAIN_MS, run.signal)])
}

async function sleepUntil({ delivery, run }: Drain, elapsedMs: number): Promise<void> {
  const ms = elapsedMs - delivery.elapsedMs()
  if (ms > 0) await delivery.sleep(ms, run.signal)
}
