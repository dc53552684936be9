import { createHash } from 'node:crypto'
import { publishAnnouncements } from '../core/announcement/publish-announcements.ts'
import { repeatAnnouncements } from '../core/announcement/repeat-announcements.ts'
import { settlePhotos } from '../core/announcement/settle-photos.ts'
import { reportAnnouncements } from '../core/announcement/report-announcements.ts'
import { queueDigests } from '../core/chasing/queue-digests.ts'
import { sealAudit } from '../core/audit/seal-audit.ts'
import { remindVoters } from '../core/council/remind-voters.ts'
import type { BotKey } from '../core/delivery/bot.ts'
import type { Channel, ChannelName } from '../core/delivery/channel.ts'
import { fallBack } from '../core/delivery/fall-back.ts'
import { deliverOutbox } from '../core/delivery/deliver-outbox.ts'
import type { Delivery } from '../core/delivery/delivery.ts'
import type { Pace } from '../core/delivery/pace-store.ts'
import { postGroupTotals } from '../core/group/post-group-totals.ts'
import { dropOldWords } from '../core/inbox/drop-old-words.ts'
import { notifyKept } from '../core/inbox/notify-kept.ts'
import { remindDrafts } from '../core/nomination/remind-drafts.ts'
import { queueReminders } from '../core/reminder/queue-reminders.ts'
import { sendNotes } from '../core/propagation/send-notes.ts'
import { sweepReminders } from '../core/reminder/sweep-reminders.ts'
import { settleDrafts } from '../core/report/settle-drafts.ts'
import type { Evidence } from '../core/report/report-store.ts'
import { askWaitingConsents } from '../core/praise/propose-praise.ts'
import type { Transactions } from '../core/ports.ts'
import type { Queue } from './queue.ts'
import type { WakeHandler } from './worker.ts'

/** What the clock wakes. */
export type JobName =
  'sweep' | 'deliver' | 'retry-inbox' | 'fetch-evidence' | 'seal-audit' | 'drop-words'

/** How often each is woken without being asked, in milliseconds: what a lost wake costs at most. */
export const SCHEDULE: Readonly<Record<JobName, number>> = {
  sweep: 15_000,
  deliver: 5_000,
  'retry-inbox': 5_000,
  'fetch-evidence': 30_000,
  'seal-audit': 60_000,
  'drop-words': 600_000,
}

export type JobParts = {
  readonly delivery: Delivery
  readonly channels: ReadonlyMap<BotKey, Channel>
  readonly pace: Readonly<Record<ChannelName, Pace>>
  readonly queue: Queue<JobName>
  /** Takes up inbound events that were stored and are not done. */
  readonly resumeInbound: () => Promise<void>
  /** Sees to it that the movable clock of a simulation is the same in all processes. */
  readonly syncClock: () => Promise<void>
}

/** Persons handled in one transaction. */
const PEOPLE_AT_ONCE = 50
/** Events sealed in one transaction. */
const SEALED_AT_ONCE = 500
/** Messages whose words are dropped in one transaction. */
const DROPPED_AT_ONCE = 500
/** A file is asked for again after this long. */
const RETRY_EVIDENCE = { minutes: 2 }

/** What is done when the clock wakes. Each handler may run twice, late, or beside another process's. */
export function jobHandlers(parts: JobParts): Readonly<Record<JobName, WakeHandler>> {
  return {
    sweep: (_key, signal) => sweep(parts, signal),
    deliver: (key, signal) => deliver(parts, key, signal),
    'retry-inbox': () => parts.resumeInbound(),
    'fetch-evidence': (_key, signal) => fetchEvidence(parts, signal),
    'seal-audit': (_key, signal) => seal(parts, signal),
    'drop-words': (_key, signal) => dropWords(parts, signal),
  }
}

/** Plans what is due, turns it into messages, and wakes the channels. */
async function sweep(parts: JobParts, signal: AbortSignal): Promise<void> {
  const { transactions } = parts.delivery
  await parts.syncClock()
  await transactions.run((tx) => tx.outbox.markUncertain(tx.now))
  // Each of its statements is whole by itself, and of a great many people one may take long.
  await transactions.single(sweepReminders)
  const queued =
    (await transactions.run(queueDigests)) +
    (await transactions.run(notifyKept)) +
    (await untilNone(signal, () => transactions.run((tx) => settleDrafts(tx, PEOPLE_AT_ONCE)))) +
    (await untilNone(signal, () => transactions.run((tx) => queueReminders(tx, PEOPLE_AT_ONCE)))) +
    (await transactions.run(repeatAnnouncements)) +
    (await transactions.run(sendNotes)) +
    (await settleReceivedPhotos(transactions)) +
    (await untilNone(signal, () =>
      transactions.run((tx) => publishAnnouncements(tx, PEOPLE_AT_ONCE)),
    )) +
    (await transactions.run(reportAnnouncements)) +
    (await transactions.run((tx) => fallBack(tx, PEOPLE_AT_ONCE))) +
    (await transactions.run(postGroupTotals)) +
    (await transactions.run(remindDrafts)) +
    (await transactions.run(remindVoters))
  if (queued > 0) await wakeBots(parts)
}

async function untilNone(signal: AbortSignal, step: () => Promise<number>): Promise<number> {
  let total = 0
  while (!signal.aborted) {
    const handled = await step()
    if (handled === 0) break
    total += handled
  }
  return total
}

/** Each bot by a wake of its own: one that takes minutes, or does not answer, holds up no other. */
async function wakeBots({ channels, queue }: JobParts): Promise<void> {
  for (const bot of channels.keys()) await queue.wake('deliver', bot)
}

/** Empties the outbox of the bot that is the key. */
async function deliver(
  parts: JobParts,
  key: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (key === undefined) return wakeBots(parts)
  const channel = parts.channels.get(key as BotKey)
  if (!channel) return
  await deliverOutbox(parts.delivery, channel, { pace: parts.pace[channel.name], signal })
}

/** Fetches the bytes of what officials sent, before the platforms' links expire. */
async function fetchEvidence(parts: JobParts, signal: AbortSignal): Promise<void> {
  const { delivery, channels } = parts
  const { transactions } = delivery
  while (!signal.aborted) {
    const waiting = await transactions.run((tx) =>
      tx.evidence.claimWaiting(10, tx.now, tx.now.add(RETRY_EVIDENCE)),
    )
    if (waiting.length === 0) break
    for (const evidence of waiting)
      await fetchOne(delivery, channelNamed(channels, evidence.channel), evidence)
  }
  // Who writes a notice waits for a look at its photo.
  if ((await settleReceivedPhotos(transactions)) > 0) await wakeBots(parts)
}

/** What waited for a photo of a notice or a praise goes on. */
async function settleReceivedPhotos(transactions: Transactions): Promise<number> {
  return (await transactions.run(settlePhotos)) + (await transactions.run(askWaitingConsents))
}

/** What was sent to one bot of a platform, any of them can fetch: there is one on Telegram, and Zalo gives public links. */
function channelNamed(
  channels: ReadonlyMap<BotKey, Channel>,
  name: ChannelName,
): Channel | undefined {
  return [...channels.values()].find((channel) => channel.name === name)
}

/** Takes what was recorded into the hash chain. */
async function seal({ delivery }: JobParts, signal: AbortSignal): Promise<void> {
  await untilNone(signal, () => delivery.transactions.run((tx) => sealAudit(tx, SEALED_AT_ONCE)))
}

/** Drops what people wrote when its time is over, batch by batch, so that no transaction is long. */
async function dropWords({ delivery }: JobParts, signal: AbortSignal): Promise<void> {
  const { transactions } = delivery
  await untilNone(signal, () => transactions.run((tx) => dropOldWords(tx, DROPPED_AT_ONCE)))
}

async function fetchOne(
  { transactions }: Delivery,
  channel: Channel | undefined,
  { id, ref }: Evidence,
): Promise<void> {
  const file = await channel?.fetchMedia(ref, AbortSignal.timeout(60_000))
  if (file === undefined || file.status === 'retry') return
  await transactions.run(async (tx) => {
    if (file.status === 'refused') return tx.evidence.refuse(id)
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    return tx.evidence.saveBytes(id, { bytes: file.bytes, mediaType: file.mediaType, sha256 })
  })
}
