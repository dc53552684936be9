import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Sealed } from './pin.ts'
import { LOCKED_MINUTES, MOST_WRONG, opens } from './pin.ts'

/**
 * Whether the digits are the officer's own PIN. A wrong try is counted and told to the audit trail,
 * without the digits. Refuses whoever has none, and for an hour after five wrong tries everybody, with
 * the right PIN too.
 */
export async function checkPin(
  tx: Transaction,
  official: Official,
  pin: string,
): Promise<Outcome<null>> {
  const known = await tx.pins.find(official.id)
  return known ? trySecret(tx, official, { secret: pin, known }) : refuse({ reason: 'pin-not-set' })
}

/** One try at a secret of the officer's: PIN and one-time code share their count. */
export async function trySecret(
  tx: Transaction,
  { id }: Official,
  { secret, known }: { secret: string; known: Sealed },
): Promise<Outcome<null>> {
  const since = tx.now.subtract({ minutes: LOCKED_MINUTES })
  const wrong = await tx.audit.count('pin-failed', id, since)
  if (wrong >= MOST_WRONG) return refuse({ reason: 'pin-locked', minutes: LOCKED_MINUTES })
  if (await opens(secret, known)) return accept(null)
  await tx.audit.append({ kind: 'pin-failed', actor: id, subject: id, data: {} })
  const left = MOST_WRONG - wrong - 1
  return left === 0
    ? refuse({ reason: 'pin-locked', minutes: LOCKED_MINUTES })
    : refuse({ reason: 'pin-wrong', left })
}
