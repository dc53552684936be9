import { createHash } from 'node:crypto'
import type { Instant } from '../core/calendar/local-time.ts'
import { isLooping, LOOP_WITHIN, MOST_SAME_ANSWERS } from '../core/conversation/loop.ts'
import { stopLoop } from '../core/conversation/stop-loop.ts'
import type { Address, ChannelName, WirePart } from '../core/delivery/channel.ts'
import type { Transaction } from '../core/ports.ts'

/** Chats that are kept in mind; the one that was silent longest is forgotten first. */
const MOST_CHATS = 5_000
/** From so many same answers on the ledger is asked, which knows what other processes have said. */
const SUSPECT_FROM = MOST_SAME_ANSWERS / 2

export type LoopGuard = {
  /** Whether the answer, rendered as these parts, is not to be given: the chat has got it too often in a short time. */
  silences(tx: Transaction, to: AnswerTo, parts: readonly WirePart[]): Promise<boolean>
}

type AnswerTo = {
  readonly channel: ChannelName
  readonly address: Address
  /** Who wrote. */
  readonly userKey?: string
  /** When what is answered came in. */
  readonly receivedAt: Instant
}

type Tally = {
  readonly sinceMs: number
  readonly counts: Map<string, number>
  /** When the chat was answered last. */
  answeredMs: number
}

/**
 * Keeps the bot from talking with another machine: one that answers whatever it is told, or that sends
 * our own words back. Only what came after the last answer counts: a burst is no answer to us. An answer that was given often within minutes is looked up in the ledger; if it is
 * there too often the bot falls silent, and the office is told once a day.
 */
export function openLoopGuard(): LoopGuard {
  const tallies = new Map<Address, Tally>()
  return {
    silences: async (tx, to, [part]) => {
      const text = textOf(part)
      if (text === undefined) return false
      const times = note(tallies, to, { text, nowMs: tx.now.epochMilliseconds })
      if (times < SUSPECT_FROM) return false
      const given = await tx.outbox.countReplies(to.address, text, tx.now.subtract(LOOP_WITHIN))
      if (!isLooping(given)) return false
      await stopLoop(tx, to)
      return true
    },
  }
}

/** How often the process has given this answer in this chat lately, with this time. */
function note(
  tallies: Map<Address, Tally>,
  { address, receivedAt }: AnswerTo,
  { text, nowMs }: { text: string; nowMs: number },
): number {
  const withinMs = LOOP_WITHIN.minutes * 60_000
  const known = tallies.get(address)
  const tally =
    known && Math.abs(nowMs - known.sinceMs) < withinMs
      ? known
      : { sinceMs: nowMs, counts: new Map<string, number>(), answeredMs: -Infinity }
  const key = createHash('sha256').update(text).digest('base64url')
  const follows = receivedAt.epochMilliseconds > tally.answeredMs
  const times = follows ? (tally.counts.get(key) ?? 0) + 1 : 0
  if (follows) tally.counts.set(key, times)
  tally.answeredMs = nowMs
  // Set anew, so that the map is in the order of the last answers.
  tallies.delete(address)
  tallies.set(address, tally)
  const [oldest] = tallies.keys()
  if (tallies.size > MOST_CHATS && oldest !== undefined) tallies.delete(oldest)
  return times
}

function textOf(part: WirePart | undefined): string | undefined {
  const text = part?.payload['text']
  return typeof text === 'string' ? text : undefined
}
