import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import { findOnAgenda } from './cast-vote.ts'
import type { CouncilSession, Counts } from './council.ts'
import { sumOf } from './council.ts'

/** The open session that the secretary runs. Refuses everybody else, and when none is open. */
export async function ownSession(
  tx: Transaction,
  official: Official,
): Promise<Outcome<CouncilSession>> {
  if (!may(official, 'run-council')) return refuse({ reason: 'not-allowed', action: 'run-council' })
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const session = await tx.council.lockOpen(loaded.campaign.id)
  return session ? accept(session) : refuse({ reason: 'no-session' })
}

/**
 * Enters how many voted how at the meeting, beside the votes given by chat, in place of what was entered
 * before. Refuses more votes than there are members who may vote on that nomination. The caller has
 * checked the secretary's PIN.
 */
export async function enterMeetingVotes(
  tx: Transaction,
  official: Official,
  { code, votes }: { code: string; votes: Counts },
): Promise<Outcome<CouncilSession>> {
  const found = await ownSession(tx, official)
  if (!found.ok) return found
  const session = found.value
  const nomination = await findOnAgenda(tx, session, code)
  if (!nomination.ok) return nomination
  const { id } = nomination.value
  const recused = (await tx.council.recusals(session.id)).filter((one) => one.nominationId === id)
  const byChat = (await tx.council.turnout(session.id)).get(id) ?? 0
  const most = session.seats - recused.length - byChat
  if (sumOf(votes) > most) return refuse({ reason: 'too-many-votes', code, most })
  await tx.council.setMeetingVotes(session.id, id, votes)
  await tx.audit.append({
    kind: 'council-meeting-votes',
    actor: official.id,
    subject: id,
    data: { session: session.id, votes: sumOf(votes) },
  })
  return accept(session)
}
