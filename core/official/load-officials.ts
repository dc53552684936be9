import type { Transaction } from '../ports.ts'
import type { RosterEntry } from './roster.ts'

/** Takes over a roster: new officials are added, known ones brought up to date by their code; nobody is removed. */
export async function loadOfficials(
  tx: Transaction,
  entries: readonly RosterEntry[],
): Promise<{ added: number; updated: number }> {
  const counts = await tx.officials.save(entries, () => tx.chance.uuid())
  await tx.audit.append({ kind: 'officials-loaded', subject: 'roster', data: counts })
  return counts
}
