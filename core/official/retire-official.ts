import type { Transaction } from '../ports.ts'
import type { Official } from './official.ts'

/**
 * Somebody left the unit or the roster: the chat accounts are unlinked, unused codes are void, and no
 * message goes there any more. Reports and history stay. Loading a roster that has the code again
 * brings the official back, without accounts. Gives the number of accounts that were unlinked.
 */
export async function retireOfficial(tx: Transaction, official: Official): Promise<number> {
  const unlinked = await tx.accounts.unlinkAll(official.id, tx.now)
  await tx.invites.revokeUnused(official.id, tx.now)
  await tx.officials.retire(official.id)
  await tx.audit.append({
    kind: 'official-retired',
    subject: official.id,
    data: { accounts: unlinked },
  })
  return unlinked
}
