import { localDateOf } from '../calendar/local-time.ts'
import { rememberQuestion } from '../conversation/ask.ts'
import type { Choice } from '../delivery/channel.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Moved } from './move-nomination.ts'
import { moveNomination } from './move-nomination.ts'
import type { Nomination } from './nomination.ts'
import { viewNomination } from './view-nomination.ts'

/** The first one is, with the endorsement, the declaration that no discipline stands against it. */
export const ENDORSEMENT_CHOICES: readonly Choice[] = [
  { key: 'endorse', label: 'Đồng ý trình' },
  { key: 'decline', label: 'Không trình' },
]

/**
 * Asks the unit's head to endorse a complete draft: the head answers by one digit. A head who asks is
 * not written to: the bot puts the question at once. Refuses what the gates block, and a unit without
 * a head who can be reached.
 */
export async function requestEndorsement(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Moved>> {
  const nomination = await tx.nominations.get(nominationId)
  const own = may(official, 'endorse')
  const heads = await tx.officials.list({ unitCode: nomination.unitCode, role: 'head' })
  const reachable = await tx.accounts.countReachable(heads.map(({ id }) => id))
  if (nomination.state === 'draft' && !own && reachable === 0)
    return refuse({ reason: 'no-head', code: nomination.code })
  const moved = await moveNomination(tx, { official, nominationId, action: 'request-endorsement' })
  if (moved.ok && !own) await askHeads(tx, moved.value.nomination, heads)
  return moved
}

async function askHeads(
  tx: Transaction,
  nomination: Nomination,
  heads: readonly Official[],
): Promise<void> {
  const view = await viewNomination(tx, nomination)
  const on = localDateOf(tx.now)
  for (const head of heads) {
    const id = tx.chance.code(12, 'abcdefghijkmnpqrstuvwxyz23456789')
    const choices = { id, options: ENDORSEMENT_CHOICES }
    const notice = { kind: 'endorsement-asked', view, on, choices } as const
    const because = { cause: 'notice', causeId: nomination.id } as const
    const queued = await queueNotice(tx, head, notice, because)
    if (!queued) continue
    await rememberQuestion(tx, queued.account.address, {
      id,
      topic: { kind: 'endorse-nomination', nominationId: nomination.id },
      options: ENDORSEMENT_CHOICES,
      askedAt: tx.now.toString(),
    })
  }
}
