import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { Move } from './history.ts'
import type { Nomination } from './nomination.ts'
import type { Listener, Transition } from './transitions.ts'
import { viewNomination } from './view-nomination.ts'

/** Tells those whom the transition names, each once, and never the one who caused it. */
export async function tellOfMove(
  tx: Transaction,
  transition: Transition,
  { by, nomination, move }: { by: Official; nomination: Nomination; move: Move },
): Promise<void> {
  const told = new Set([by.id])
  const view = await viewNomination(tx, nomination)
  for (const listener of transition.tells) {
    // The head is asked by a question of its own, which stands in the chat until it is answered.
    if (move.action === 'request-endorsement') continue
    for (const official of await listenersOf(tx, listener, nomination)) {
      if (told.has(official.id)) continue
      told.add(official.id)
      const notice = { kind: 'nomination-moved', view, action: move.action } as const
      await queueNotice(tx, official, notice, { cause: 'notice', causeId: nomination.id })
    }
  }
}

async function listenersOf(
  tx: Transaction,
  listener: Listener,
  { createdBy, unitCode, campaignId, submittedAt }: Nomination,
): Promise<readonly Official[]> {
  switch (listener) {
    case 'author':
      return [await tx.officials.get(createdBy)]
    case 'head':
      return tx.officials.list({ unitCode, role: 'head' })
    case 'office':
      return submittedAt === undefined ? [] : tx.officials.list({ campaignId, role: 'appraiser' })
    case 'secretary':
    case 'signer':
      return tx.officials.list({ campaignId, role: listener })
  }
}
