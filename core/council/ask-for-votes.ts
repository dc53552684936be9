import { rememberQuestion } from '../conversation/ask.ts'
import type { Choice } from '../delivery/channel.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { CouncilSession } from './council.ts'
import { nextBallot } from './next-ballot.ts'

/** A vote is one digit. */
export const VOTE_CHOICES: readonly Choice[] = [
  { key: 'agree', label: 'Đồng ý' },
  { key: 'disagree', label: 'Không đồng ý' },
  { key: 'other', label: 'Ý kiến khác' },
]

/**
 * Asks a member for the first vote that is missing, in the member's own chat. `done`: none is missing;
 * `unreachable`: there is no chat to ask in.
 */
export async function askForVotes(
  tx: Transaction,
  session: CouncilSession,
  { member, reminder = false }: { member: Official; reminder?: boolean },
): Promise<'asked' | 'done' | 'unreachable'> {
  const ballot = await nextBallot(tx, session, { officialId: member.id })
  if (!ballot) return 'done'
  const id = tx.chance.code(12, 'abcdefghijkmnpqrstuvwxyz23456789')
  const choices = { id, options: VOTE_CHOICES }
  const notice = { kind: 'vote-asked', ballot, reminder, choices } as const
  const queued = await queueNotice(tx, member, notice, { cause: 'notice', causeId: session.id })
  if (!queued) return 'unreachable'
  await rememberQuestion(tx, queued.account.address, {
    id,
    topic: { kind: 'vote', sessionId: session.id, nominationId: ballot.view.nomination.id },
    options: VOTE_CHOICES,
    askedAt: tx.now.toString(),
  })
  return 'asked'
}
