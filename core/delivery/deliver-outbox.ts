import type { Clock, Transactions } from '../ports.ts'
import type { BotKey } from './bot.ts'
import { keyOf } from './bot.ts'
import type { Rest, RestCause } from './breaker.ts'
import { isAnswered } from './breaker.ts'
import type { Address, Channel, DeliveryResult } from './channel.ts'
import { keepBudget } from './keep-budget.ts'
import type { ClaimedPart, Pace, PaceStore, Settled } from './outbox-store.ts'
import { settlementOf } from './settlement.ts'
import { tellOfRest } from './tell-of-rest.ts'
import type { Turns } from './turns.ts'

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
const MOST_AT_ONCE = 500
/** So long before the last of a batch leaves, the next batch is looked for. */
const LEAD_MS = 150
/** Turns that lie further ahead are not waited for; whoever holds them is sending. */
const MOST_WAIT_MS = 2_000
const ASK_AGAIN_MS = 250
/** Sends under way at once, when a platform is slow or sets no pace. */
const MOST_FLIGHTS = 200

export type Delivery = {
  readonly transactions: Transactions
  readonly pace: PaceStore
  readonly turns: Turns
  readonly clock: Clock
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsedMs: () => number
  /** Waits that many milliseconds; false if the signal aborted before they were over. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<boolean>
  /** Told when a bot's breaker opens. */
  readonly onRest?: (bot: BotKey, cause: RestCause) => void
}

export type DeliveryRun = {
  readonly pace: Pace
  readonly address?: Address
  readonly signal: AbortSignal
}

/** One run: what is under way, and what is known of it and not yet written down. */
type Drain = {
  readonly delivery: Delivery
  readonly channel: Channel
  readonly bot: BotKey
  readonly run: DeliveryRun
  readonly intervalMs: number
  readonly flights: Set<Promise<void>>
  readonly sent: Settled[]
  writing: Promise<void> | undefined
  failure: Error | undefined
  /** What is under way is to show whether the platform takes messages of the bot again. */
  probing: boolean
}

/**
 * Sends what is due from a bot, or to one address of it, until nothing is: claims a batch, reserves its
 * slots in the pace that all processes share, and as each part's slot comes notes that it leaves, makes one
 * HTTP call and writes down what became of it. Killed in the middle, it leaves uncertain only what had
 * left. Several may run at once. Gives the number of parts handled. Ends early when the signal aborts, and
 * while the bot rests.
 */
export async function deliverOutbox(
  delivery: Delivery,
  channel: Channel,
  run: DeliveryRun,
): Promise<number> {
  const intervalMs = 1000 / (run.pace.perSecond * SHARE_OF_LIMIT)
  const drain: Drain = {
    ...{ delivery, channel, bot: keyOf(channel), run, intervalMs },
    ...{ flights: new Set(), sent: [], writing: undefined, failure: undefined, probing: false },
  }
  const handled = await sendBatches(drain)
  await Promise.all(drain.flights)
  if (drain.failure !== undefined) throw drain.failure
  return handled
}

async function sendBatches(drain: Drain): Promise<number> {
  let handled = 0
  let launched = Promise.resolve()
  while (!drain.run.signal.aborted && drain.failure === undefined) {
    const parts = await claim(drain)
    if (parts.length === 0) {
      await launched
      if (drain.flights.size === 0) break
      // A part may wait for the one before it to the same address.
      await oneLanded(drain)
      continue
    }
    for (const part of parts) if (part.waitMs > 0) holdBack(drain, part)
    const ready = parts.filter(({ waitMs }) => waitMs === 0)
    handled += parts.length
    if (ready.length === 0) continue
    const slots = await reserve(drain, ready)
    if (slots === 'rests') break
    if (slots === 'busy') continue
    await launched // one batch is claimed ahead at most
    launched = watch(drain, launch(drain, slots))
    await sleepUntil(drain, slots.firstMs + slots.parts.length * drain.intervalMs - LEAD_MS)
  }
  await launched
  return handled
}

async function claim({ delivery, bot, run, intervalMs }: Drain): Promise<readonly ClaimedPart[]> {
  const { clock, transactions } = delivery
  // Who answers one chat does not count: an answer leaves in any case.
  if (!run.address) await keepBudget(transactions, bot)
  const now = clock.now()
  const limit = Math.min(MOST_AT_ONCE, Math.max(1, Math.round(BATCH_MS / intervalMs)))
  const to = run.address ? { address: run.address } : {}
  const due = { bot, ...to, now, limit, pace: run.pace }
  return transactions.single((tx) => tx.outbox.claim({ ...due, leaseUntil: now.add(CLAIM_LEASE) }))
}

/** The parts that may leave, and the elapsed time at which the first of them may. */
type Slots = { readonly parts: readonly ClaimedPart[]; readonly firstMs: number }

/**
 * The slots in which parts may leave, after a rest one for a single part. `busy`: the turns are taken for
 * a while, or another process sends to everybody; who sends to one address leaves its parts to those who
 * send to all, and these ask again.
 */
async function reserve(
  drain: Drain,
  parts: readonly ClaimedPart[],
): Promise<Slots | 'rests' | 'busy'> {
  const { delivery, bot, run, intervalMs } = drain
  const toEverybody = run.address === undefined
  const wanted = { count: parts.length, intervalMs, mostWaitMs: MOST_WAIT_MS, toEverybody }
  const turn = await delivery.pace.reserve(bot, wanted)
  if (turn.kind === 'turn') return { parts, firstMs: delivery.elapsedMs() + turn.waitMs }
  if (turn.kind === 'probe') {
    drain.probing = true
    await release(drain, parts.slice(1))
    return { parts: parts.slice(0, 1), firstMs: delivery.elapsedMs() }
  }
  await release(drain, parts)
  if (turn.kind === 'rests' || run.address) return 'rests'
  await delivery.sleep(ASK_AGAIN_MS, run.signal)
  return 'busy'
}

/** Begins the parts group by group, each when its slots come; those under way land by themselves. */
async function launch(drain: Drain, { parts, firstMs }: Slots): Promise<void> {
  const { intervalMs, flights, run } = drain
  const size = Math.min(MOST_AT_ONCE, Math.max(1, Math.floor(GROUP_MS / intervalMs)))
  for (let at = 0; at < parts.length; at += size) {
    const slotMs = firstMs + at * intervalMs
    await sleepUntil(drain, slotMs)
    while (flights.size >= MOST_FLIGHTS) await oneLanded(drain)
    if (run.signal.aborted) return release(drain, parts.slice(at))
    const begun = await begin(drain, parts.slice(at, at + size))
    begun.forEach((part, index) => takeOff(drain, part, slotMs + index * intervalMs))
  }
}

/** Its chat has got enough for the moment: it leaves by itself when there is room. */
function holdBack(drain: Drain, part: ClaimedPart): void {
  const { delivery, run } = drain
  const leave = async (): Promise<void> => {
    if (!(await delivery.sleep(Math.ceil(part.waitMs), run.signal))) return release(drain, [part])
    const slots = await reserve(drain, [part])
    if (slots === 'rests' || slots === 'busy') return
    for (const begun of await begin(drain, [part])) await fly(drain, begun, slots.firstMs)
  }
  board(drain, leave())
}

function takeOff(drain: Drain, part: ClaimedPart, slotMs: number): void {
  board(drain, fly(drain, part, slotMs))
}

function board(drain: Drain, work: Promise<void>): void {
  const flight = watch(drain, work).finally(() => {
    drain.flights.delete(flight)
  })
  drain.flights.add(flight)
}

/** What was begun is sent, also when the process is about to end. */
async function fly(drain: Drain, part: ClaimedPart, slotMs: number): Promise<void> {
  const { channel, bot, delivery, intervalMs, run } = drain
  const { perSecond } = run.pace
  const landed = await delivery.turns.take(bot, { slotMs, intervalMs, perSecond })
  const timeout = AbortSignal.timeout(HTTP_TIMEOUT_MS)
  const result = await channel.deliver(part.address, part.part, timeout).finally(landed)
  await settle(drain, part, result)
}

async function settle(drain: Drain, part: ClaimedPart, result: DeliveryResult): Promise<void> {
  const { transactions, clock } = drain.delivery
  const now = clock.now()
  const settlement = settlementOf(result, part.failures, now)
  if (drain.probing && isAnswered(result)) await recover(drain)
  if (settlement.state === 'sent') {
    drain.sent.push({ part, settlement })
    drain.writing ??= writeSent(drain)
    return drain.writing
  }
  await transactions.run(async (tx) => {
    await tx.outbox.settle([{ part, settlement }], now)
    if (settlement.state !== 'unreachable') return
    if (settlement.movedTo) await tx.accounts.move(part.address, settlement.movedTo)
    else await tx.accounts.setReachability(part.address, settlement.reason)
  })
  if (settlement.state === 'pending' && settlement.rest) await rest(drain, settlement.rest)
}

async function recover(drain: Drain): Promise<void> {
  drain.probing = false
  await drain.delivery.pace.recover(drain.bot)
}

/** Opens the breaker. That it did is told once, however many messages were refused. */
async function rest({ delivery, bot }: Drain, wanted: Rest): Promise<void> {
  const { opened, until } = await delivery.pace.rest(bot, wanted)
  if (!opened) return
  delivery.onRest?.(bot, wanted.cause)
  await delivery.transactions.run((tx) => tellOfRest(tx, bot, { cause: wanted.cause, until }))
}

/** What arrives while one statement runs is written by the next. */
async function writeSent(drain: Drain): Promise<void> {
  const { transactions, clock } = drain.delivery
  try {
    while (drain.sent.length > 0) {
      const settled = drain.sent.splice(0)
      await transactions.single((tx) => tx.outbox.settle(settled, clock.now()))
    }
  } finally {
    drain.writing = undefined
  }
}

/** Those that do not leave, since the bot has come to rest, are anybody's again. */
async function begin(drain: Drain, parts: readonly ClaimedPart[]): Promise<readonly ClaimedPart[]> {
  const { delivery, run } = drain
  const leaseUntil = delivery.clock.now().add(SEND_LEASE)
  const leave = { leaseUntil, pace: run.pace }
  const begun = await delivery.transactions.single((tx) => tx.outbox.begin(parts, leave))
  if (begun.length < parts.length)
    await release(
      drain,
      parts.filter((part) => !begun.includes(part)),
    )
  return begun
}

async function release({ delivery }: Drain, parts: readonly ClaimedPart[]): Promise<void> {
  if (parts.length > 0) await delivery.transactions.single((tx) => tx.outbox.release(parts))
}

async function oneLanded({ flights, delivery, run }: Drain): Promise<void> {
  await Promise.race([...flights, delivery.sleep(ASK_AGAIN_MS, run.signal)])
}

async function sleepUntil({ delivery, run }: Drain, elapsedMs: number): Promise<void> {
  const ms = elapsedMs - delivery.elapsedMs()
  if (ms > 0) await delivery.sleep(ms, run.signal)
}

/** Keeps the first failure for the end of the run; what else is under way is not torn down by it. */
function watch(drain: Drain, work: Promise<void>): Promise<void> {
  return work.catch((error: unknown) => {
    drain.failure ??= error instanceof Error ? error : new Error('sending failed', { cause: error })
  })
}
