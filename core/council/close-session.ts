import { moveNomination } from '../nomination/move-nomination.ts'
import type { Nomination } from '../nomination/nomination.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome, Refusal } from '../refusal.ts'
import type { CouncilSession, Counts } from './council.ts'
import { addCounts, hasPassed, isQuorate } from './council.ts'
import { ownSession } from './enter-meeting-votes.ts'

export type Result = {
  readonly nomination: Nomination
  readonly counts: Counts
  /** Members who might vote on it. */
  readonly entitled: number
  readonly recused: number
  readonly quorate: boolean
  readonly passed: boolean
}

export type ClosedSession = {
  readonly session: CouncilSession
  readonly results: readonly Result[]
  /** Held or withdrawn meanwhile: no result is entered, with the reason. */
  readonly left: readonly Refusal[]
}

const NO_VOTES: Counts = { agree: 0, disagree: 0, other: 0 }

/**
 * Closes the session: counts the votes, deletes who voted how, and moves each nomination: passed, to
 * signature; else it is passed over, with the tally in the words of `sayTally` as its grounds. Refuses
 * everybody but the secretary, and a missing quorum where the office has confirmed the rule. The caller
 * has checked the PIN.
 */
export async function closeSession(
  tx: Transaction,
  official: Official,
  sayTally: (result: Result, session: CouncilSession) => string,
): Promise<Outcome<ClosedSession>> {
  const found = await ownSession(tx, official)
  if (!found.ok) return found
  const session = found.value
  const results = await count(tx, session)
  const short = results.find(({ quorate }) => !quorate)
  if (short && session.rule.source !== undefined)
    return refuse({ reason: 'no-quorum', code: short.nomination.code })
  for (const { nomination, counts, passed } of results)
    await tx.council.setResult(session.id, nomination.id, { counts, passed })
  await tx.council.close(session.id, tx.now)
  await tx.audit.append({
    kind: 'council-closed',
    actor: official.id,
    subject: session.id,
    data: { passed: results.filter(({ passed }) => passed).length, of: results.length },
  })
  const left: Refusal[] = []
  for (const result of results) {
    const { passed, nomination } = result
    const moved = await moveNomination(tx, {
      official,
      nominationId: nomination.id,
      action: passed ? 'send-for-signature' : 'pass-over',
      note: passed ? {} : { grounds: sayTally(result, session) },
      council: { passed, listAgrees: true, selectedUpward: false },
    })
    if (!moved.ok) left.push(moved.refusal)
  }
  return accept({ session, results, left })
}

async function count(tx: Transaction, session: CouncilSession): Promise<readonly Result[]> {
  const byChat = await tx.council.tally(session.id)
  const recusals = await tx.council.recusals(session.id)
  const results: Result[] = []
  for (const { nominationId, meeting } of await tx.council.items(session.id)) {
    const recused = recusals.filter((one) => one.nominationId === nominationId).length
    const entitled = session.seats - recused
    const counts = addCounts(byChat.get(nominationId) ?? NO_VOTES, meeting)
    results.push({
      nomination: await tx.nominations.get(nominationId),
      ...{ counts, entitled, recused },
      quorate: isQuorate(session.rule, counts, entitled),
      passed: hasPassed(session.rule, counts, entitled),
    })
  }
  return results
}
