import type { Clock, Transactions } from '../ports.ts'
import type { Address, Channel } from './channel.ts'
import type { ClaimedPart, PaceStore } from './outbox-store.ts'
import { settlementOf } from './settlement.ts'

/** A platform that does not answer within this time leaves the part uncertain. */
const HTTP_TIMEOUT_MS = 15_000
/** Longer than the longest send, shorter than anybody's patience with an uncertain one. */
const LEASE = { seconds: 25 }

export type Delivery = {
  readonly transactions: Transactions
  readonly pace: PaceStore
  readonly clock: Clock
  readonly sleep: (ms: number) => Promise<void>
}

/** Messages a second over the whole channel, kept a little below the platform's limit. */
export type Pace = { readonly perSecond: number }

/**
 * Sends what is due on a channel, or to one address of it, until nothing is: claims a batch, commits
 * the claim, makes one HTTP call for each part at an even pace, and writes down what became of it.
 * Several processes may run it at once. Gives the number of parts handled. Ends early when `signal` aborts.
 */
export async function deliverOutbox(
  delivery: Delivery,
  channel: Channel,
  options: { pace: Pace; address?: Address; batch: number; signal: AbortSignal },
): Promise<number> {
  const intervalMs = 1000 / (options.pace.perSecond * 0.98)
  let handled = 0
  while (!options.signal.aborted) {
    const wait = await delivery.pace.reserve(channel.name, 0, intervalMs)
    if (wait === undefined) return handled
    const parts = await claim(delivery, channel, options)
    if (parts.length === 0) return handled
    await sendPaced(delivery, channel, { parts, intervalMs })
    handled += parts.length
  }
  return handled
}

function claim(
  { transactions, clock }: Delivery,
  channel: Channel,
  options: { address?: Address; batch: number },
): Promise<readonly ClaimedPart[]> {
  const now = clock.now()
  const { address } = options
  return transactions.run((tx) =>
    tx.outbox.claim({
      channel: channel.name,
      ...(address ? { address } : {}),
      limit: options.batch,
      now,
      leaseUntil: now.add(LEASE),
    }),
  )
}

async function sendPaced(
  delivery: Delivery,
  channel: Channel,
  { parts, intervalMs }: { parts: readonly ClaimedPart[]; intervalMs: number },
): Promise<void> {
  const first = (await delivery.pace.reserve(channel.name, parts.length, intervalMs)) ?? 0
  await Promise.all(
    parts.map(async (part, index) => {
      const wait = first + index * intervalMs
      if (wait > 0) await delivery.sleep(wait)
      await sendPart(delivery, channel, part)
    }),
  )
}

async function sendPart(delivery: Delivery, channel: Channel, part: ClaimedPart): Promise<void> {
  const result = await channel.deliver(
    part.address,
    part.part,
    AbortSignal.timeout(HTTP_TIMEOUT_MS),
  )
  const now = delivery.clock.now()
  const settlement = settlementOf(result, part.failures, now)
  await delivery.transactions.run(async (tx) => {
    await tx.outbox.settle(part, settlement, now)
    if (settlement.state !== 'unreachable') return
    if (settlement.movedTo) await tx.accounts.move(part.address, settlement.movedTo)
    else await tx.accounts.setReachability(part.address, settlement.reason)
  })
  if (settlement.state === 'pending' && settlement.pauseChannelMs !== undefined)
    await delivery.pace.pause(channel.name, settlement.pauseChannelMs)
}
