import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { DIGITS, seal, SETUP_CODE_LENGTH } from './pin.ts'

/** Handed over by hand on one of the next working days. */
export const SETUP_CODE_VALID_FOR = { hours: 24 * 7 }

export type IssuedSetupCode = { readonly official: Official; readonly code: string }

/**
 * Gives each of these officials who may have a PIN a new one-time code to set it, valid for seven days;
 * unused codes given before are void, a PIN that is set goes on until it is replaced. The codes are
 * returned once and kept nowhere.
 */
export async function issueSetupCodes(
  tx: Transaction,
  officials: readonly Official[],
): Promise<readonly IssuedSetupCode[]> {
  const issued: IssuedSetupCode[] = []
  for (const official of officials.filter((one) => may(one, 'set-pin'))) {
    const code = tx.chance.code(SETUP_CODE_LENGTH, DIGITS)
    const sealed = await seal(code, tx.chance.uuid())
    await tx.pins.issueCode(official.id, sealed, tx.now.add(SETUP_CODE_VALID_FOR))
    await tx.audit.append({ kind: 'pin-code-issued', subject: official.id, data: {} })
    issued.push({ official, code })
  }
  return issued
}
