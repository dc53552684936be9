import type { Transaction } from '../ports.ts'
import { accept } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Linked } from './official-store.ts'

/**
 * Takes a chat account off an official, at once and by one word, since a code may have reached the
 * wrong person. Its code becomes valid again, for the right one.
 */
export async function undoRegistration(tx: Transaction, linked: Linked): Promise<Outcome<Linked>> {
  const { official, account } = linked
  await tx.accounts.unlink(account.id, tx.now)
  await tx.invites.reopen(account.inviteId)
  await tx.audit.append({
    kind: 'official-unlinked',
    actor: official.id,
    subject: official.id,
    data: { channel: account.channel, why: 'own-word' },
  })
  return accept(linked)
}
