import { judgeMove, moveNomination } from '../nomination/move-nomination.ts'
import type { MoveCommand } from '../nomination/move-nomination.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Revocation } from './decision.ts'
import type { DecisionView } from './find-decision.ts'
import { findDecision } from './find-decision.ts'

/**
 * Takes back what was recorded of a decision: an entry in error as long as nobody was told (the
 * nominations wait for signature again), or, by a later decision, the award itself, whose history stays.
 * Refuses everybody but the office, an entry that units have been told of, and what was revoked before.
 * The caller has checked the officer's PIN.
 */
export async function undoDecision(
  tx: Transaction,
  official: Official,
  { number, revocation }: { number: string; revocation?: Revocation },
): Promise<Outcome<DecisionView>> {
  const checked = await checkUndo(tx, official, { number, ...(revocation ? { revocation } : {}) })
  if (!checked.ok) return checked
  const { decision, awards } = checked.value
  for (const { nomination } of awards) {
    const moved = await moveNomination(tx, commandFor(official, nomination.id, revocation))
    // It was judged in this transaction, which holds every one of them.
    if (!moved.ok)
      throw new Error(`an undoing that was checked is refused: ${moved.refusal.reason}`)
  }
  if (revocation) await tx.decisions.revoke(decision.id, revocation.by, tx.now)
  else await tx.decisions.cancel(decision.id, tx.now)
  await tx.audit.append({
    kind: revocation ? 'decision-revoked' : 'decision-cancelled',
    actor: official.id,
    subject: decision.id,
    data: {},
  })
  return checked
}

/** Whether it can be taken back, before it is. */
export async function checkUndo(
  tx: Transaction,
  official: Official,
  { number, revocation }: { number: string; revocation?: Revocation },
): Promise<Outcome<DecisionView>> {
  if (!may(official, 'decide')) return refuse({ reason: 'not-allowed', action: 'decide' })
  const found = await findDecision(tx, official, number)
  if (!found.ok) return found
  const { decision, awards } = found.value
  if (decision.revokedBy !== undefined)
    return refuse({ reason: 'decision-announced', number: decision.number })
  for (const { nomination } of awards) {
    const ruling = await judgeMove(tx, commandFor(official, nomination.id, revocation))
    if (!ruling.ok) return ruling
  }
  return found
}

function commandFor(
  official: Official,
  nominationId: string,
  revocation: Revocation | undefined,
): MoveCommand {
  if (!revocation) return { official, nominationId, action: 'cancel-decision-entry' }
  const { by, grounds } = revocation
  return { official, nominationId, action: 'revoke', note: { decisionNumber: by, grounds } }
}
