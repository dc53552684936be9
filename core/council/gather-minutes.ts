import type { Campaign } from '../campaign/campaign.ts'
import type { NominationLine } from '../dossier/gather-nominations.ts'
import type { Transaction } from '../ports.ts'
import type { CouncilSession, Counts } from './council.ts'

export type VotedLine = NominationLine & {
  readonly tally?: Counts & { readonly recused: number; readonly passed: boolean }
}

/** What the minutes of the session that was closed last are made of; undefined before any was. */
export async function gatherMinutes(
  tx: Transaction,
  campaign: Campaign,
): Promise<{ readonly session: CouncilSession; readonly lines: readonly VotedLine[] } | undefined> {
  const session = await tx.council.findClosed(campaign.id)
  if (!session) return undefined
  const recusals = await tx.council.recusals(session.id)
  const lines: VotedLine[] = []
  for (const { nominationId, counts, passed } of await tx.council.items(session.id)) {
    const nomination = await tx.nominations.get(nominationId)
    const award = campaign.awards.find(({ id }) => id === nomination.awardId)
    const recused = recusals.filter((one) => one.nominationId === nominationId).length
    lines.push({
      nomination,
      unit: await tx.units.get(nomination.unitCode),
      ...(award ? { award } : {}),
      ...(counts ? { tally: { ...counts, recused, passed: passed === true } } : {}),
    })
  }
  return { session, lines }
}
