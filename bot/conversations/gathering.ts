import { localDateOf } from '../../core/calendar/local-time.ts'
import type { Instant } from '../../core/calendar/local-time.ts'
import { openQuestions } from '../../core/conversation/ask.ts'
import type { ConversationState } from '../../core/conversation/conversation.ts'
import { follows, GATHER_MS } from '../../core/conversation/conversation.ts'
import type { ChannelName } from '../../core/delivery/channel.ts'
import type { InboxEntry } from '../../core/inbox/inbox-store.ts'
import { isFragment, isWholeReport, saysDone } from '../language/reports/report-pieces.ts'
import { understand } from '../language/understand.ts'
import type { Understanding } from '../language/understanding.ts'

/** The most events that are answered as one: an album has ten, and a line goes with it. */
export const MOST_AT_ONCE = 12

/** What is done about the events that wait in a chat. */
export type Gathered =
  | { readonly kind: 'nothing' }
  /** These, in order, are one thing said and get one answer; what came behind them comes next. */
  | { readonly kind: 'take'; readonly entries: readonly InboxEntry[]; readonly more: boolean }
  /** More may belong to them: look again then. They stay in the inbox, where nothing is lost. */
  | { readonly kind: 'wait'; readonly until: Instant }

/** Where an album comes as single photos without a word that they belong together. */
const TELLS_ALBUMS: Record<ChannelName, boolean> = { telegram: true, zalo: false }

/**
 * Which of the waiting events of a chat are answered together. Fragments ("hôm qua", "3 hội nghị
 * nhé") and the photos of an album wait at most 3 s, from the first of them, for what belongs to
 * them; a whole report, any other message, and "xong" end the wait at once. Nothing else ever waits.
 */
export function gather(
  waiting: readonly InboxEntry[],
  { state, channel, now }: { state: ConversationState; channel: ChannelName; now: Instant },
): Gathered {
  const [first] = waiting
  if (!first) return { kind: 'nothing' }
  const kindOf = (entry: InboxEntry): Piece => pieceOf(entry, { state, channel, now })
  const kind = isShort(first) ? kindOf(first) : 'alone'
  if (kind !== 'fragment' && kind !== 'photo')
    return { kind: 'take', entries: [first], more: waiting.length > 1 }
  const until = first.receivedAt.add({ milliseconds: GATHER_MS })
  const { entries, ended } = joined(waiting, until, kindOf)
  const isOver = now.epochMilliseconds >= until.epochMilliseconds
  if (ended || isOver || entries.length === MOST_AT_ONCE)
    return { kind: 'take', entries, more: waiting.length > entries.length }
  return { kind: 'wait', until }
}

/** Spares the reading of what is too long to be a fragment. */
function isShort({ event }: InboxEntry): boolean {
  return event.kind !== 'text' || event.text.length <= 80
}

/** How an event goes with others: alone, or as a fragment, a photo, a report that takes them in, or their end. */
type Piece = 'alone' | 'fragment' | 'photo' | 'report' | 'done'

/** The run of events from the first that belong together, and whether it has come to its end. */
function joined(
  waiting: readonly InboxEntry[],
  until: Instant,
  kindOf: (entry: InboxEntry) => Piece,
): { entries: readonly InboxEntry[]; ended: boolean } {
  const entries: InboxEntry[] = []
  for (const entry of waiting.slice(0, MOST_AT_ONCE)) {
    const inTime = entry.receivedAt.epochMilliseconds <= until.epochMilliseconds
    const kind = inTime ? kindOf(entry) : 'alone'
    if (kind === 'alone') return { entries, ended: true }
    entries.push(entry)
    if (kind === 'report' || kind === 'done') return { entries, ended: true }
  }
  return { entries, ended: isComplete(entries) }
}

type Moment = {
  readonly state: ConversationState
  readonly channel: ChannelName
  readonly now: Instant
}

function pieceOf(entry: InboxEntry, moment: Moment): Piece {
  const { event } = entry
  if (event.conversation.kind === 'group') return 'alone'
  if (event.kind === 'media') {
    const several = event.albumId !== undefined || !TELLS_ALBUMS[moment.channel]
    return event.media === 'photo' && several ? 'photo' : 'alone'
  }
  if (event.kind !== 'text' || isExpected(entry, moment)) return 'alone'
  if (saysDone(event.text)) return 'done'
  const understood = readAlone(event.text, entry.receivedAt)
  if (isFragment(understood)) return 'fragment'
  return tellsOfWork(understood) ? 'report' : 'alone'
}

/** The answer to a question, and what goes on with a report that is stored, are handled at once. */
function isExpected(entry: InboxEntry, { state, now }: Moment): boolean {
  if (openQuestions(state, now).some(({ options }) => options.length === 0)) return true
  return follows(state, { receivedAt: entry.receivedAt, writtenAtMs: entry.event.at })
}

function tellsOfWork(understood: Understanding): boolean {
  const { intent, sure, question, correction } = understood
  if (question || correction !== undefined) return false
  return (intent === 'submit_report' && sure) || isWholeReport(understood)
}

/** Several fragments that say both what and when or where are a report. */
function isComplete(entries: readonly InboxEntry[]): boolean {
  const texts = entries.flatMap(({ event }) => (event.kind === 'text' ? [event.text] : []))
  const [first] = entries
  if (texts.length < 2 || !first) return false
  const { report } = readAlone(texts.join('\n'), first.receivedAt)
  return report.items.length > 0 && (report.dates.length > 0 || report.places.length > 0)
}

const NONE: readonly never[] = []

/** Whether a message is a fragment is seen without the campaign's own names. */
function readAlone(text: string, at: Instant): Understanding {
  return understand(text.slice(0, 400), { today: localDateOf(at), contents: NONE, units: NONE })
}
