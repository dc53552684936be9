import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Decision } from './decision.ts'
import { findDecision } from './find-decision.ts'

/**
 * Keeps pictures of the signed paper with its decision; their bytes are fetched and hashed like all
 * evidence. Refuses everybody but the office, and a number that was not recorded.
 */
export async function keepScan(
  tx: Transaction,
  official: Official,
  { number, evidenceIds }: { number: string; evidenceIds: readonly string[] },
): Promise<Outcome<Decision>> {
  if (!may(official, 'decide')) return refuse({ reason: 'not-allowed', action: 'decide' })
  const found = await findDecision(tx, official, number)
  if (!found.ok) return found
  const { decision } = found.value
  await tx.decisions.addScans(decision.id, evidenceIds)
  await tx.audit.append({
    kind: 'decision-scanned',
    actor: official.id,
    subject: decision.id,
    data: { evidence: evidenceIds },
  })
  return accept({ ...decision, scans: [...decision.scans, ...evidenceIds] })
}
