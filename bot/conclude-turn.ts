import { openQuestions } from '../core/conversation/ask.ts'
import type { ConversationState, OpenQuestion } from '../core/conversation/conversation.ts'
import type { Address, Channel } from '../core/delivery/channel.ts'
import { queueMessage } from '../core/delivery/queue-message.ts'
import type { InboxEntry } from '../core/inbox/inbox-store.ts'
import type { Transaction } from '../core/ports.ts'
import type { Answer } from './conversations/turn.ts'

const SET_ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Queues the answer, remembers what it asks, and closes the event, all in its transaction. */
export async function concludeTurn(
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
