import type { LimitFunction } from 'p-limit'
import pLimit from 'p-limit'
import type { ConversationState, OpenQuestion } from '../core/conversation/conversation.ts'
import { openQuestions } from '../core/conversation/ask.ts'
import type { Address, Channel, ChannelName } from '../core/delivery/channel.ts'
import { queueMessage } from '../core/delivery/queue-message.ts'
import type { InboxEntry, InboxIntake } from '../core/inbox/inbox-store.ts'
import type { Clock, Transaction, Transactions } from '../core/ports.ts'
import { converse } from './conversations/converse.ts'
import type { Answer } from './conversations/turn.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { SORRY } from './texts/help.ts'

/** After this many failed tries an event is kept for a person, and its sender is told so. */
const MOST_ATTEMPTS = 5
/** Seconds until the next try, by the number of tries before. */
const RETRY_AFTER_SECONDS = [2, 10, 60, 300]

const SET_ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

export type Taken = 'stored' | 'duplicate' | 'ignored' | 'quarantined'

export type Inbound = {
  /** Stores an event; it is safe once this resolves, and is handled at once. Rejects when it could not be stored. */
  take(channel: Channel, body: unknown): Promise<Taken>
  /** Takes up every event that was stored and is not done: after a crash, after a failed try. */
  resume(): Promise<void>
  /** Resolves when nothing is being handled. */
  drained(): Promise<void>
}

export type InboundParts = {
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly intake: InboxIntake
  readonly transactions: Transactions
  readonly clock: Clock
  /** How many chats are handled at once. */
  readonly lanes: number
  /** Sends what waits in the outbox for that address. */
  readonly send: (channel: Channel, address: Address) => Promise<void>
  /** Something came with a photo or a file: its bytes are to be fetched. */
  readonly fetchEvidence: () => void
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
  const lanes = new Map<Address, { again: boolean; done: Promise<void> }>()

  function kick(channel: Channel, address: Address): void {
    const lane = lanes.get(address)
    if (lane) {
      lane.again = true
      return
    }
    const opened = { again: true, done: Promise.resolve() }
    lanes.set(address, opened)
    opened.done = run(opened).finally(() => lanes.delete(address))

    async function run(lane: { again: boolean }): Promise<void> {
      while (lane.again) {
        lane.again = false
        await handleWaiting({ ...parts, limit }, channel, address)
      }
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
      const taken = await intake.take(channel.name, parsed.event, now)
      metrics.inbound(channel.name, taken, parsed.event.kind)
      if (taken === 'stored') kick(channel, parsed.event.conversation.address)
      return taken
    },
    resume: async () => {
      for (const { address, channel } of await intake.waitingChats(clock.now(), 500)) {
        const known = parts.channels.get(channel)
        if (known) kick(known, address)
      }
    },
    drained: async () => {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map(({ done }) => done))
    },
  }
}

/** Handles what waits in one chat, oldest first, until nothing does or a try has failed. */
async function handleWaiting(
  parts: InboundParts & { limit: LimitFunction },
  channel: Channel,
  address: Address,
): Promise<void> {
  for (;;) {
    // Sending is outside the limit: a slow platform must not hold up other chats.
    const handled = await parts.limit(() => handleNext(parts, channel, address))
    if (!handled) return
    const { event, answer } = handled
    if (event.ackRef !== undefined) void channel.acknowledge(event.ackRef, answer?.toast)
    if (event.kind === 'media') parts.fetchEvidence()
    if (!answer) return
    await parts.send(channel, address)
  }
}

type Handled = { event: InboxEntry['event']; answer?: Answer }

async function handleNext(
  parts: InboundParts,
  channel: Channel,
  address: Address,
): Promise<Handled | undefined> {
  let entry: InboxEntry | undefined
  try {
    return await parts.transactions.run(async (tx) => {
      const state = await tx.conversations.lock(address)
      entry = await tx.inbox.next(address, tx.now)
      if (!entry) return undefined
      const { seq, event } = entry
      const answer = await converse({ tx, seq, channel: channel.name, event, state })
      await conclude(tx, channel, { entry, answer })
      parts.metrics.handled(channel.name, answer.what)
      return { event, answer }
    })
  } catch (error) {
    parts.log.problem('an inbound event could not be handled', error, { inbox: String(entry?.seq) })
    if (!entry) return undefined
    await postpone(parts, channel, entry)
    return { event: entry.event }
  }
}

/** Queues the answer, remembers what it asks, and closes the event, all in its transaction. */
async function conclude(
  tx: Transaction,
  channel: Channel,
  { entry, answer }: { entry: InboxEntry; answer: Answer },
): Promise<void> {
  const { address } = entry.event.conversation
  const question = answer.ask && {
    id: tx.chance.code(12, SET_ID_ALPHABET),
    ...answer.ask,
    askedAt: tx.now.toString(),
  }
  if (answer.text !== undefined) {
    const choices =
      question && question.options.length > 0
        ? { choices: { id: question.id, options: question.options } }
        : {}
    const message = { kind: 'text' as const, text: answer.text, ...choices }
    const to = { channel: channel.name, address }
    await queueMessage(tx, to, message, { cause: 'reply', causeId: String(entry.seq) })
  }
  await remember(tx, address, { answer, question })
  const state = answer.forPerson ? 'for-person' : 'done'
  await tx.inbox.finish(entry.seq, { state, what: answer.what, at: tx.now })
}

/** Read again, since the use case may itself have put a question into this very chat. */
async function remember(
  tx: Transaction,
  address: Address,
  { answer, question }: { answer: Answer; question: OpenQuestion | undefined },
): Promise<void> {
  const before = await tx.conversations.lock(address)
  const after = stateAfter(before, { answer, question, open: openQuestions(before, tx.now) })
  if (JSON.stringify(after) !== JSON.stringify(before))
    await tx.conversations.save(address, after, tx.now)
}

/**
 * An answered question is closed; a new one of the bot's own replaces the one it put before, while
 * those that notices have put stay open beside it.
 */
function stateAfter(
  before: ConversationState,
  {
    answer,
    question,
    open,
  }: { answer: Answer; question: OpenQuestion | undefined; open: readonly OpenQuestion[] },
): ConversationState {
  const unanswered = open.filter(({ id }) => id !== answer.answered?.id)
  const kept = question ? unanswered.filter(({ unasked }) => unasked) : unanswered
  return { ...before, misses: 0, ...answer.state, questions: question ? [...kept, question] : kept }
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
