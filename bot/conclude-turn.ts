import { openQuestions } from '../core/conversation/ask.ts'
import type { ConversationState, OpenQuestion } from '../core/conversation/conversation.ts'
import type { Channel, OutboundMessage } from '../core/delivery/channel.ts'
import { queueMessage, queueParts } from '../core/delivery/queue-message.ts'
import { LINK_VALID } from '../core/file/stored-file.ts'
import type { InboxEntry } from '../core/inbox/inbox-store.ts'
import type { Transaction } from '../core/ports.ts'
import type { Answer } from './conversations/turn.ts'
import type { LoopGuard } from './loop-guard.ts'
import { INTERRUPTED } from './texts/help.ts'

const SET_ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

type Concluding = {
  readonly entries: readonly [InboxEntry, ...InboxEntry[]]
  readonly answer: Answer
  readonly guard: LoopGuard
}

/** Queues the answer, remembers what it asks, and closes the events it answers, all in their transaction. */
export async function concludeTurn(
  tx: Transaction,
  channel: Channel,
  { entries, answer, guard }: Concluding,
): Promise<void> {
  const { address } = entries[0].event.conversation
  const last = entries.at(-1) ?? entries[0]
  const question = answer.ask && {
    id: tx.chance.code(12, SET_ID_ALPHABET),
    ...answer.ask,
    askedAt: tx.now.toString(),
  }
  const before = await tx.conversations.lock(address)
  const to = { channel: channel.name, address }
  const because = { cause: 'reply', causeId: String(last.seq) } as const
  if (answer.text !== undefined) {
    const choices =
      question && question.options.length > 0
        ? { choices: { id: question.id, options: question.options } }
        : {}
    const text = before.interrupted ? `${INTERRUPTED}\n${answer.text}` : answer.text
    const parts = channel.render({ kind: 'text', text, ...choices })
    if (
      !(await guard.silences(tx, { ...to, ...writerOf(last), receivedAt: last.receivedAt }, parts))
    )
      await queueParts(tx, to, parts, because)
  }
  if (answer.file) {
    await queueMessage(tx, to, messageWith(tx, answer.file), because)
  }
  const after = stateAfter(before, { answer, question, open: openQuestions(before, tx.now) })
  if (JSON.stringify(after) !== JSON.stringify(before))
    await tx.conversations.save(address, after, tx.now)
  await finish(tx, entries, answer)
}

function messageWith(
  tx: Transaction,
  { id: fileId, caption, instead, picture }: NonNullable<Answer['file']>,
): OutboundMessage {
  if (!picture) return { kind: 'document', fileId, caption, instead }
  const url = tx.voice.linkTo(fileId, tx.now.add(LINK_VALID))
  return { kind: 'picture', fileId, text: caption, instead, ...(url ? { url } : {}) }
}

function writerOf({ event }: InboxEntry): { readonly userKey?: string } {
  return 'from' in event ? { userKey: event.from.userKey } : {}
}

async function finish(
  tx: Transaction,
  entries: readonly InboxEntry[],
  { forPerson, what }: Answer,
): Promise<void> {
  const state = forPerson === true ? 'for-person' : 'done'
  for (const { seq } of entries) await tx.inbox.finish(seq, { state, what, at: tx.now })
  if (typeof forPerson === 'object')
    await tx.inbox.finish(forPerson.seq, { state: 'for-person', what, at: tx.now })
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
  const { draft, followed, announced, interrupted, ...rest } = before
  const told = answer.text !== undefined
  const { state = {} } = answer
  const { draft: newDraft, followed: newFollowed, announced: newAnnounced, ...changes } = state
  return {
    ...rest,
    misses: 0,
    ...changes,
    ...present('draft', newDraft === undefined ? draft : newDraft),
    ...present('followed', newFollowed === undefined ? followed : newFollowed),
    ...present('announced', newAnnounced === undefined ? announced : newAnnounced),
    ...(interrupted && !told ? { interrupted } : {}),
    questions: question ? [...kept, question] : kept,
  }
}

function present<K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>)
}
