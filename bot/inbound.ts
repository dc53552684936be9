import type { LimitFunction } from 'p-limit'
import pLimit from 'p-limit'
import type { AuditStore } from '../core/audit/audit-store.ts'
import type { Instant } from '../core/calendar/local-time.ts'
import type { BotKey } from '../core/delivery/bot.ts'
import { botOf } from '../core/delivery/bot.ts'
import type { Address, Channel } from '../core/delivery/channel.ts'
import type { OutboxStore } from '../core/delivery/outbox-store.ts'
import { queueMessage } from '../core/delivery/queue-message.ts'
import type { InboxEntry, InboxIntake } from '../core/inbox/inbox-store.ts'
import type { Clock, Transaction, Transactions } from '../core/ports.ts'
import { concludeTurn } from './conclude-turn.ts'
import { converse } from './conversations/converse.ts'
import { gather, MOST_AT_ONCE } from './conversations/gathering.ts'
import type { Answer } from './conversations/turn.ts'
import type { LoopGuard } from './loop-guard.ts'
import { openLoopGuard } from './loop-guard.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { SORRY } from './texts/help.ts'
import { openWithholding } from './withholding.ts'

/** After this many failed tries an event is kept for a person, and its sender is told so. */
const MOST_ATTEMPTS = 5
/** Seconds until the next try, by the number of tries before. */
const RETRY_AFTER_SECONDS = [2, 10, 60, 300]

export type Taken = 'stored' | 'duplicate' | 'ignored' | 'quarantined'

export type Inbound = {
  /** Stores an event; it is safe once this resolves, and is handled at once. Rejects when it could not be stored. */
  take(channel: Channel, body: unknown): Promise<Taken>
  /** Takes up every event that was stored and is not done: after a crash, after a failed try. */
  resume(): Promise<void>
  /** Resolves when nothing is being handled. What waits for more to belong to it waits in its table. */
  drained(): Promise<void>
}

export type InboundParts = {
  readonly channels: ReadonlyMap<BotKey, Channel>
  readonly intake: InboxIntake
  readonly transactions: Transactions
  readonly clock: Clock
  /** How many chats are handled at once. */
  readonly lanes: number
  /** Sends what waits in the outbox for that address. */
  readonly send: (channel: Channel, address: Address) => Promise<void>
  /** `fetch-evidence`: a photo or file came; `sweep`: a notice was released. */
  readonly wake: (job: 'fetch-evidence' | 'sweep') => void
  readonly log: Log
  readonly metrics: Metrics
}

/**
 * The pipeline from a platform's event to an answer: store, then per chat in order of arrival – also
 * across processes – one transaction that changes what is to change, queues the answer and closes the
 * event; then send. A process may die between any two of these steps.
 */
export function openInbound(parts: InboundParts): Inbound {
  const { intake, clock, metrics } = parts
  const limit = pLimit(parts.lanes)
  const withhold = openWithholding()
  const guard = openLoopGuard()
  const lanes = new Map<Address, { again: boolean; done: Promise<void> }>()
  const sending = new Set<Promise<void>>()
  const later = new Map<Address, NodeJS.Timeout>()

  function kick(channel: Channel, address: Address): void {
    const lane = lanes.get(address)
    if (lane) {
      lane.again = true
      return
    }
    const opened = { again: true, done: Promise.resolve() }
    lanes.set(address, opened)
    opened.done = run(opened, channel, address)
  }

  async function run(lane: { again: boolean }, channel: Channel, address: Address): Promise<void> {
    try {
      while (lane.again) {
        lane.again = false
        const lookAgain = (at: Instant): void => lookLater(channel, address, at)
        await handleWaiting({ ...parts, limit, guard, sendToOthers, lookAgain }, channel, address)
      }
    } finally {
      lanes.delete(address)
    }
  }

  /** A wake only: should it be lost, the retry job comes to the chat. */
  function lookLater(channel: Channel, address: Address, at: Instant): void {
    clearTimeout(later.get(address))
    const ms = Math.max(at.epochMilliseconds - clock.now().epochMilliseconds, 0) + 1
    const look = (): void => {
      later.delete(address)
      kick(channel, address)
    }
    later.set(address, setTimeout(look, ms).unref())
  }

  /** What an event makes the bot tell other people leaves at once too, and holds up nobody. */
  function sendToOthers(addresses: readonly Address[]): void {
    for (const address of addresses) {
      const known = parts.channels.get(botOf(address))
      if (!known) continue
      const sent = parts.send(known, address).finally(() => sending.delete(sent))
      sending.add(sent)
    }
  }

  return {
    take: async (channel, body) => {
      const now = clock.now()
      const parsed = channel.parse(body, now.epochMilliseconds)
      if (!parsed.ok) {
        metrics.inbound(channel.name, parsed.disposition, parsed.reason)
        return parsed.disposition === 'ignore' ? 'ignored' : 'quarantined'
      }
      const event = withhold(parsed.event)
      const taken = await intake.take(channel.name, event, now)
      metrics.inbound(channel.name, taken, event.kind)
      if (taken === 'stored') kick(channel, event.conversation.address)
      return taken
    },
    resume: async () => {
      for (const { address } of await intake.waitingChats(clock.now(), 500)) {
        const known = parts.channels.get(botOf(address))
        if (known) kick(known, address)
      }
    },
    drained: async () => {
      while (lanes.size > 0 || sending.size > 0)
        await Promise.all([...[...lanes.values()].map(({ done }) => done), ...sending])
      for (const timer of later.values()) clearTimeout(timer)
      later.clear()
    },
  }
}

type Lane = InboundParts & {
  readonly limit: LimitFunction
  readonly guard: LoopGuard
  readonly sendToOthers: (addresses: readonly Address[]) => void
  /** Looks at the chat again at that moment, if this process is still there. */
  readonly lookAgain: (at: Instant) => void
}

/** Handles what waits in one chat, oldest first, until nothing does or a try has failed. */
async function handleWaiting(lane: Lane, channel: Channel, address: Address): Promise<void> {
  for (;;) {
    // Sending is outside the limit: a slow platform must not hold up other chats.
    const handled = await lane.limit(() => handleNext(lane, channel, address))
    if (!handled) return
    if ('until' in handled) {
      lane.lookAgain(handled.until)
      return
    }
    const { events, answer, queuedFor, more } = handled
    for (const { ackRef } of events)
      if (ackRef !== undefined) void channel.acknowledge(ackRef, answer?.toast)
    if (events.some(({ kind }) => kind === 'media')) lane.wake('fetch-evidence')
    if (answer?.released) lane.wake('sweep')
    lane.sendToOthers(queuedFor.filter((one) => one !== address))
    if (!answer) return
    await lane.send(channel, address)
    // What came meanwhile has woken the lane again.
    if (!more) return
  }
}

type Handled = {
  readonly events: readonly InboxEntry['event'][]
  readonly answer?: Answer
  /** Addresses that something was queued for. */
  readonly queuedFor: readonly Address[]
  readonly more: boolean
}

/** What waits in the chat may be the beginning of more: it is looked at again then. */
type Waiting = { readonly until: Instant }

async function handleNext(
  parts: Lane,
  channel: Channel,
  address: Address,
): Promise<Handled | Waiting | undefined> {
  let entry: InboxEntry | undefined
  try {
    return await parts.transactions.run(async (transaction) => {
      const { tx, queuedFor } = noteAddresses(transaction)
      const state = await tx.conversations.lock(address)
      const waiting = await tx.inbox.listWaiting(address, tx.now, MOST_AT_ONCE + 1)
      entry = waiting[0]
      const gathered = gather(waiting, { state, channel: channel.name, now: tx.now })
      if (gathered.kind === 'wait') return { until: gathered.until }
      const [first, ...others] = gathered.kind === 'take' ? gathered.entries : []
      if (!first || gathered.kind === 'nothing') return undefined
      const entries = [first, ...others] as const
      const { seq, event } = others.at(-1) ?? first
      const turn = { tx: withCause(tx, entries), entries, seq, event, channel: channel.name, state }
      const answer = await converse(turn)
      await concludeTurn(tx, channel, { entries, answer, guard: parts.guard })
      parts.metrics.handled(channel.name, answer.what)
      return { events: entries.map((one) => one.event), answer, queuedFor, more: gathered.more }
    })
  } catch (error) {
    parts.log.problem('an inbound event could not be handled', error, { inbox: String(entry?.seq) })
    if (!entry) return undefined
    await postpone(parts, channel, entry)
    return { events: [entry.event], queuedFor: [], more: false }
  }
}

/** The transaction, with a note of every address that something is queued for in it. */
function noteAddresses(transaction: Transaction): { tx: Transaction; queuedFor: Address[] } {
  const queuedFor: Address[] = []
  const outbox: OutboxStore = {
    ...transaction.outbox,
    insert: (message, at) => {
      queuedFor.push(message.address)
      return transaction.outbox.insert(message, at)
    },
  }
  return { tx: { ...transaction, outbox }, queuedFor }
}

/** The transaction, in which whatever is recorded names the messages that caused it; but of a vote, only that it was given. */
function withCause(tx: Transaction, entries: readonly InboxEntry[]): Transaction {
  const inbox = entries.map(({ seq }) => seq)
  const append: AuditStore['append'] = (event) =>
    tx.audit.append(event.kind === 'council-voted' ? event : { inbox, ...event })
  return { ...tx, audit: { ...tx.audit, append } }
}

/** A failed try comes back later; after the last one an officer gets the message and the sender an apology. */
async function postpone(parts: InboundParts, channel: Channel, entry: InboxEntry): Promise<void> {
  const { seq, event, attempts } = entry
  const { address } = event.conversation
  try {
    await parts.transactions.run(async (tx) => {
      const delay = RETRY_AFTER_SECONDS[attempts]
      if (attempts + 1 < MOST_ATTEMPTS && delay !== undefined) {
        await tx.inbox.retryLater(seq, tx.now.add({ seconds: delay }))
        return
      }
      const to = { channel: channel.name, address }
      await queueMessage(
        tx,
        to,
        { kind: 'text', text: SORRY },
        { cause: 'reply', causeId: String(seq) },
      )
      await tx.inbox.finish(seq, { state: 'for-person', what: 'failed', at: tx.now })
    })
    await parts.send(channel, address)
  } catch (error) {
    // The event stays "waiting"; the retry job comes to it.
    parts.log.problem('an inbound event could not be put off', error, { inbox: String(seq) })
  }
}
