import type { Transaction } from '../ports.ts'
import type { Official } from './official.ts'

/**
 * Keeps how a person asks to be addressed. It holds in every message from now on and outlives the
 * loading of a roster. Gives the official as addressed from now on.
 */
export async function setOwnAddress(
  tx: Transaction,
  official: Official,
  address: string,
): Promise<Official> {
  await tx.officials.setOwnAddress(official.id, address)
  await tx.audit.append({
    kind: 'own-address-set',
    actor: official.id,
    subject: official.id,
    data: {},
  })
  return { ...official, address }
}
