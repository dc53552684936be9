import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { CouncilSession } from './council.ts'
import { ownSession } from './enter-meeting-votes.ts'
import { nextBallot } from './next-ballot.ts'

export type CouncilProgress = {
  readonly session: CouncilSession
  readonly dossiers: number
  /** Members from whom votes are still missing; never how anybody voted. */
  readonly missing: readonly { readonly member: Official; readonly open: number }[]
}

/** Who has still to vote, for the secretary. */
export async function readProgress(
  tx: Transaction,
  official: Official,
): Promise<Outcome<CouncilProgress>> {
  const found = await ownSession(tx, official)
  if (!found.ok) return found
  const session = found.value
  const missing: { member: Official; open: number }[] = []
  for (const { officialId } of await tx.council.members(session.id)) {
    const ballot = await nextBallot(tx, session, { officialId })
    if (ballot) missing.push({ member: await tx.officials.get(officialId), open: ballot.open })
  }
  const dossiers = (await tx.council.items(session.id)).length
  return accept({ session, dossiers, missing })
}
