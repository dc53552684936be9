import type { Transaction } from '../ports.ts'
import type { RosterEntry } from './roster.ts'

/**
 * Takes over a roster: new officials are added, known ones brought up to date by their code; nobody is
 * removed. Who was erased on request is passed over; whom it still lists in a unit whose place another
 * took belongs to that other.
 */
export async function loadOfficials(
  tx: Transaction,
  entries: readonly RosterEntry[],
): Promise<{ added: number; updated: number; erased: number }> {
  const heirs = new Map<string, string>()
  for (const code of new Set(entries.map(({ unitCode }) => unitCode)))
    heirs.set(code, (await tx.units.heir(code)).code)
  const present = entries.map((entry) => ({
    ...entry,
    unitCode: heirs.get(entry.unitCode) ?? entry.unitCode,
  }))
  const counts = await tx.officials.save(present, () => tx.chance.uuid())
  const { added, updated } = counts
  await tx.audit.append({ kind: 'officials-loaded', subject: 'roster', data: { added, updated } })
  return counts
}
