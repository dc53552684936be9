import { Temporal } from 'temporal-polyfill'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import { trySecret } from './check-pin.ts'
import { isWeak, seal } from './pin.ts'

/**
 * Sets the officer's PIN, with the one-time code that the administrator has handed over. Refuses roles
 * that need none, a code that is wrong, over or used (counted as a wrong try), and a PIN that anybody
 * would guess; the code then still holds.
 */
export async function setPin(
  tx: Transaction,
  official: Official,
  { code, pin }: { code: string; pin: string },
): Promise<Outcome<null>> {
  if (!may(official, 'set-pin')) return refuse({ reason: 'not-allowed', action: 'set-pin' })
  const known = await tx.pins.findCode(official.id)
  if (!known || Temporal.Instant.compare(known.expiresAt, tx.now) <= 0)
    return refuse({ reason: 'pin-code-missing' })
  const tried = await trySecret(tx, official, { secret: code, known })
  if (!tried.ok) return tried
  if (isWeak(pin)) return refuse({ reason: 'pin-weak' })
  await tx.pins.save(official.id, await seal(pin, tx.chance.uuid()), tx.now)
  await tx.pins.dropCode(official.id)
  await tx.audit.append({ kind: 'pin-set', actor: official.id, subject: official.id, data: {} })
  return accept(null)
}
