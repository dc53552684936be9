import type { Transaction } from '../ports.ts'
import type { RosterEntry } from './roster.ts'

/** Takes over a roster: new officials are added, known ones brought up to date by their code; nobody is removed. Who was erased on request is passed over. */
export async function loadOfficials(
  tx: Transaction,
  entries: readonly RosterEntry[],
): Promise<{ added: number; updated: number; erased: number }> {
  const counts = await tx.officials.save(entries, () => tx.chance.uuid())
  const { added, updated } = counts
  await tx.audit.append({ kind: 'officials-loaded', subject: 'roster', data: { added, updated } })
  return counts
}
