import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../calendar/local-time.ts'
import type { Address } from '../delivery/channel.ts'
import type { Transaction } from '../ports.ts'
import type { ConversationState, OpenQuestion } from './conversation.ts'
import { QUESTION_OPEN_FOR } from './conversation.ts'

/** The questions that may still be answered at that moment. */
export function openQuestions(state: ConversationState, now: Instant): readonly OpenQuestion[] {
  return state.questions.filter(
    ({ askedAt }) =>
      Temporal.Instant.compare(Temporal.Instant.from(askedAt).add(QUESTION_OPEN_FOR), now) > 0,
  )
}

/**
 * Remembers a question that a notice puts to someone who did not ask, in that person's own chat.
 * It stands beside whatever is open there: with two open questions a bare number counts for neither. The
 * same question put again replaces the one before.
 */
export async function rememberQuestion(
  tx: Transaction,
  address: Address,
  question: OpenQuestion,
): Promise<void> {
  const state = await tx.conversations.lock(address)
  const topic = JSON.stringify(question.topic)
  const others = openQuestions(state, tx.now).filter((open) => JSON.stringify(open.topic) !== topic)
  const questions = [...others, { ...question, unasked: true }]
  await tx.conversations.save(address, { ...state, questions }, tx.now)
}
