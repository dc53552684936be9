import { viewNomination } from '../nomination/view-nomination.ts'
import type { Transaction } from '../ports.ts'
import type { BallotView } from './ballot.ts'
import type { CouncilItem, CouncilSession, Recusal } from './council.ts'

/** What the member votes on, in the order of the agenda. */
export async function ownItems(
  tx: Transaction,
  { id }: CouncilSession,
  officialId: string,
): Promise<{ readonly items: readonly CouncilItem[]; readonly recusals: readonly Recusal[] }> {
  const recusals = (await tx.council.recusals(id)).filter((one) => one.officialId === officialId)
  const items = (await tx.council.items(id)).filter(
    ({ nominationId }) => !recusals.some((one) => one.nominationId === nominationId),
  )
  return { items, recusals }
}

/** The first dossier on which the member has not voted, or the one that is named; undefined: all done. */
export async function nextBallot(
  tx: Transaction,
  session: CouncilSession,
  { officialId, nominationId }: { officialId: string; nominationId?: string },
): Promise<BallotView | undefined> {
  const { items, recusals } = await ownItems(tx, session, officialId)
  const voted = await tx.council.votedOn(session.id, officialId)
  const open = items.filter((item) => !voted.includes(item.nominationId))
  const item =
    nominationId === undefined ? open[0] : items.find((one) => one.nominationId === nominationId)
  if (!item) return undefined
  const recused: { code: string; reason: Recusal['reason'] }[] = []
  for (const recusal of recusals)
    recused.push({
      code: (await tx.nominations.get(recusal.nominationId)).code,
      reason: recusal.reason,
    })
  return {
    view: await viewNomination(tx, await tx.nominations.get(item.nominationId)),
    place: items.indexOf(item) + 1,
    of: items.length,
    open: open.length,
    recused,
    heldOn: session.heldOn,
    votesBy: session.votesBy,
  }
}
