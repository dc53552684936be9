import type { Transaction } from '../ports.ts'
import type { Nomination } from './nomination.ts'
import { stands } from './nomination.ts'

/**
 * The unit's duty of the nomination window is done as soon as one nomination has left it, and its
 * reminders stop; it is open again when the last one that left it was withdrawn.
 * The ledger of a campaign in whose place another goes on stays as it is.
 */
export async function settleDuty(
  tx: Transaction,
  before: Nomination,
  after: Nomination,
): Promise<void> {
  const { campaignId, unitCode, awardId, id } = after
  if ((await tx.campaigns.get(campaignId)).superseded) return
  const deadlineId = `${campaignId}:nomination:${awardId}`
  if (after.state === 'submitted' && before.submittedAt === undefined) {
    await tx.duties.close(deadlineId, unitCode, { at: tx.now, by: `nomination:${id}` })
    await tx.reminders.cancelFor(deadlineId, unitCode, tx.now)
    return
  }
  if (after.state !== 'withdrawn' || before.submittedAt === undefined) return
  await tx.duties.lock(deadlineId, unitCode)
  const all = await tx.nominations.list(campaignId, { unitCode, limit: 1000 })
  const standing = all.some(
    (other) => other.awardId === awardId && other.submittedAt !== undefined && stands(other),
  )
  if (!standing) await tx.duties.reopen(deadlineId, unitCode)
}
