import type { Clock, Transactions } from '../ports.ts'
import type { Address, Channel } from './channel.ts'
import type { ClaimedPart, PaceStore } from './outbox-store.ts'
import { settlementOf } from './settlement.ts'

/** A platform that does not answer within this time leaves the part uncertain. */
const HTTP_TIMEOUT_MS = 15_000
/** Longer than the longest wait for a turn and the longest send, shorter than anybody's patience. */
const LEASE = { seconds: 25 }
/** Kept below the platform's own limit, since a single refusal costs more than this does. */
const SHARE_OF_LIMIT = 0.98

export type Delivery = {
  readonly transactions: Transactions
  readonly pace: PaceStore
  readonly clock: Clock
  /** Waits that many milliseconds; false if the signal aborted before they were over. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<boolean>
}

/** Messages a second that the platform takes over the whole channel. */
export type Pace = { readonly perSecond: number }

export type DeliveryRun = {
  readonly pace: Pace
  readonly address?: Address
  readonly signal: AbortSignal
}

/**
 * Sends what is due on a channel, or to one address of it, until nothing is: waits for its turn at the
 * channel's even pace, claims a second's worth, and for each part notes that it leaves now, makes one
 * HTTP call and writes down what became of it. Killed in the middle, it leaves uncertain only what had
 * left. Several processes may run it at once. Gives the number of parts handled. Ends early when the
 * signal aborts, and while the channel rests.
 */
export async function deliverOutbox(
  delivery: Delivery,
  channel: Channel,
  run: DeliveryRun,
): Promise<number> {
  const intervalMs = 1000 / (run.pace.perSecond * SHARE_OF_LIMIT)
  let handled = 0
  while (!run.signal.aborted) {
    const count = await countDue(delivery, channel, run)
    if (count === 0) return handled
    // The turn is waited for before the claim: a lease must not run out while its part waits.
    const waitMs = await delivery.pace.reserve(channel.name, count, intervalMs)
    if (waitMs === undefined) return handled
    if (!(await delivery.sleep(waitMs, run.signal))) return handled
    const parts = await claim(delivery, channel, { ...run, limit: count })
    await Promise.all(
      parts.map(async (part, index) => {
        await delivery.sleep(index * intervalMs, NEVER)
        if (await begin(delivery, part)) await sendPart(delivery, channel, part)
      }),
    )
    handled += parts.length
  }
  return handled
}

/** What is claimed is sent, also when the process is about to end. */
const NEVER = new AbortController().signal

function countDue(
  { transactions, clock }: Delivery,
  { name }: Channel,
  { address, pace }: DeliveryRun,
): Promise<number> {
  const due = { channel: name, ...(address ? { address } : {}), now: clock.now() }
  return transactions.single((tx) => tx.outbox.countDue({ ...due, limit: pace.perSecond }))
}

function claim(
  { transactions, clock }: Delivery,
  { name }: Channel,
  { address, limit }: DeliveryRun & { limit: number },
): Promise<readonly ClaimedPart[]> {
  const now = clock.now()
  const due = { channel: name, ...(address ? { address } : {}), now }
  return transactions.single((tx) => tx.outbox.claim({ ...due, limit, leaseUntil: now.add(LEASE) }))
}

function begin({ transactions, clock }: Delivery, part: ClaimedPart): Promise<boolean> {
  return transactions.single((tx) => tx.outbox.begin(part, clock.now().add(LEASE)))
}

async function sendPart(delivery: Delivery, channel: Channel, part: ClaimedPart): Promise<void> {
  const result = await channel.deliver(
    part.address,
    part.part,
    AbortSignal.timeout(HTTP_TIMEOUT_MS),
  )
  const now = delivery.clock.now()
  const settlement = settlementOf(result, part.failures, now)
  if (settlement.state === 'sent') {
    await delivery.transactions.single((tx) => tx.outbox.settle(part, settlement, now))
    return
  }
  await delivery.transactions.run(async (tx) => {
    await tx.outbox.settle(part, settlement, now)
    if (settlement.state !== 'unreachable') return
    if (settlement.movedTo) await tx.accounts.move(part.address, settlement.movedTo)
    else await tx.accounts.setReachability(part.address, settlement.reason)
  })
  if (settlement.state === 'pending' && settlement.pauseChannelMs !== undefined)
    await delivery.pace.pause(channel.name, settlement.pauseChannelMs)
}
