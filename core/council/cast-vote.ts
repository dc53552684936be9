import { localDateOf } from '../calendar/local-time.ts'
import type { Nomination } from '../nomination/nomination.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { CouncilSession, Vote } from './council.ts'
import { ownItems } from './next-ballot.ts'

/** The open session of the council that the official belongs to. Refuses whoever is no member of it. */
export async function sessionOf(
  tx: Transaction,
  official: Official,
): Promise<Outcome<CouncilSession>> {
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const session = await tx.council.lockOpen(loaded.campaign.id)
  const members = session ? await tx.council.members(session.id) : []
  if (session && members.some(({ officialId }) => officialId === official.id))
    return accept(session)
  if (!may(official, 'vote')) return refuse({ reason: 'not-allowed', action: 'vote' })
  return refuse({ reason: 'no-session' })
}

/** The nomination with that code on the agenda. Refuses others in the words for one that does not exist. */
export async function findOnAgenda(
  tx: Transaction,
  session: CouncilSession,
  code: string,
): Promise<Outcome<Nomination>> {
  const found = await tx.nominations.findByCode(session.campaignId, code)
  const items = await tx.council.items(session.id)
  return found && items.some(({ nominationId }) => nominationId === found.id)
    ? accept(found)
    : refuse({ reason: 'not-on-agenda', code })
}

/**
 * Puts or changes a member's vote on a nomination of the open session; it counts until the secretary
 * closes. The audit trail learns that the member voted, not how and not on what. Refuses after the
 * close, and a member who is recused.
 */
export async function castVote(
  tx: Transaction,
  official: Official,
  { nominationId, vote }: { nominationId: string; vote: Vote },
): Promise<Outcome<CouncilSession>> {
  const found = await sessionOf(tx, official)
  if (!found.ok) return found
  const session = found.value
  const { items, recusals } = await ownItems(tx, session, official.id)
  const { code } = await tx.nominations.get(nominationId)
  if (recusals.some((one) => one.nominationId === nominationId))
    return refuse({ reason: 'recused', code })
  if (!items.some((one) => one.nominationId === nominationId))
    return refuse({ reason: 'not-on-agenda', code })
  await tx.council.vote(session.id, nominationId, { by: official.id, vote })
  await tx.audit.append({
    kind: 'council-voted',
    actor: official.id,
    subject: session.id,
    data: {},
  })
  return accept(session)
}

/**
 * A member declares not to take part in the vote on a nomination; a vote given before is taken back.
 * Refuses what is not on the agenda of the open session.
 */
export async function declareRecusal(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<CouncilSession>> {
  const found = await sessionOf(tx, official)
  if (!found.ok) return found
  const nomination = await findOnAgenda(tx, found.value, code)
  if (!nomination.ok) return nomination
  const nominationId = nomination.value.id
  const recusal = { nominationId, officialId: official.id, reason: 'declared' } as const
  await tx.council.recuse(found.value.id, recusal)
  await tx.audit.append({
    kind: 'council-recused',
    actor: official.id,
    subject: nominationId,
    data: { session: found.value.id },
  })
  return found
}
