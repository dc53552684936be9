import { rememberQuestion } from '../conversation/ask.ts'
import type { Choice } from '../delivery/channel.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Nomination, NominationState } from './nomination.ts'
import { mayMove, missingFields } from './nomination.ts'

export const ENDORSEMENT_CHOICES: readonly Choice[] = [
  { key: 'endorse', label: 'Đồng ý trình' },
  { key: 'decline', label: 'Không trình' },
]

/**
 * Asks the unit's head to endorse a complete draft: the head answers by one digit. Whoever is head
 * and sends it has endorsed it already. Refuses an incomplete draft, and a unit without a head who can be reached.
 */
export async function requestEndorsement(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Nomination>> {
  const found = await findMovable(tx, official, nominationId, 'awaiting-endorsement')
  if (!found.ok) return found
  const nomination = found.value
  if (missingFields(nomination).length > 0)
    return refuse({ reason: 'nomination-incomplete', code: nomination.code })
  if (may(official, 'endorse')) {
    await move(tx, official, nomination, 'awaiting-endorsement')
    return endorseNomination(tx, official, nominationId)
  }
  const asked = await askHeads(tx, nomination)
  if (!asked) return refuse({ reason: 'no-head', code: nomination.code })
  return accept(await move(tx, official, nomination, 'awaiting-endorsement'))
}

async function askHeads(tx: Transaction, nomination: Nomination): Promise<boolean> {
  const heads = await tx.officials.list({ unitCode: nomination.unitCode, role: 'head' })
  const { campaign } = await tx.campaigns.get(nomination.campaignId)
  const awardName = campaign.awards.find((award) => award.id === nomination.awardId)?.name ?? ''
  let asked = false
  for (const head of heads) {
    const id = tx.chance.code(12, 'abcdefghijkmnpqrstuvwxyz23456789')
    const choices = { id, options: ENDORSEMENT_CHOICES }
    const queued = await queueNotice(
      tx,
      head,
      { kind: 'endorsement-asked', nomination, awardName, choices },
      { cause: 'notice', causeId: nomination.id },
    )
    if (!queued) continue
    asked = true
    await rememberQuestion(tx, queued.account.address, {
      id,
      topic: { kind: 'endorse-nomination', nominationId: nomination.id },
      options: ENDORSEMENT_CHOICES,
      askedAt: tx.now.toString(),
    })
  }
  return asked
}

/**
 * The head's endorsement: the nomination goes to the office that appraises, the unit's duty of the
 * window is done and its reminders stop. Refuses everybody but the unit's own head.
 */
export async function endorseNomination(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Nomination>> {
  if (!may(official, 'endorse')) return refuse({ reason: 'not-allowed', action: 'endorse' })
  const found = await findMovable(tx, official, nominationId, 'submitted')
  if (!found.ok) return found
  const nomination = await move(tx, official, found.value, 'submitted')
  const deadlineId = `${nomination.campaignId}:nomination:${nomination.awardId}`
  const done = { at: tx.now, by: `nomination:${nomination.id}` }
  await tx.duties.close(deadlineId, nomination.unitCode, done)
  await tx.reminders.cancelFor(deadlineId, nomination.unitCode, tx.now)
  await tellAppraisers(tx, nomination)
  await tellAuthor(tx, official, nomination)
  return accept(nomination)
}

/** The head does not forward it; it ends there. Refuses everybody but the unit's own head. */
export async function declineNomination(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Nomination>> {
  if (!may(official, 'endorse')) return refuse({ reason: 'not-allowed', action: 'endorse' })
  const found = await findMovable(tx, official, nominationId, 'declined')
  if (!found.ok) return found
  const nomination = await move(tx, official, found.value, 'declined')
  await tellAuthor(tx, official, nomination)
  return accept(nomination)
}

/** The unit takes its nomination back; its history stays. The caller has asked for confirmation. */
export async function withdrawNomination(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Nomination>> {
  if (!may(official, 'nominate')) return refuse({ reason: 'not-allowed', action: 'nominate' })
  const found = await findMovable(tx, official, nominationId, 'withdrawn')
  if (!found.ok) return found
  const before = found.value
  const nomination = await move(tx, official, before, 'withdrawn')
  if (before.state === 'submitted') await reopenDuty(tx, nomination)
  return accept(nomination)
}

async function reopenDuty(tx: Transaction, nomination: Nomination): Promise<void> {
  const { campaignId, unitCode, awardId } = nomination
  const deadlineId = `${campaignId}:nomination:${awardId}`
  await tx.duties.lock(deadlineId, unitCode)
  const standing = await tx.nominations.list(campaignId, {
    unitCode,
    state: 'submitted',
    limit: 100,
  })
  if (standing.some((other) => other.awardId === awardId)) return
  await tx.duties.reopen(deadlineId, unitCode)
}

async function findMovable(
  tx: Transaction,
  official: Official,
  nominationId: string,
  to: NominationState,
): Promise<Outcome<Nomination>> {
  const nomination = await tx.nominations.get(nominationId)
  if (nomination.unitCode !== official.unitCode) return refuse({ reason: 'nomination-not-found' })
  if (!mayMove(nomination.state, to))
    return refuse({ reason: 'nomination-moved-on', code: nomination.code })
  return accept(nomination)
}

async function move(
  tx: Transaction,
  official: Official,
  nomination: Nomination,
  to: NominationState,
): Promise<Nomination> {
  await tx.nominations.setState(nomination.id, to, tx.now)
  await tx.audit.append({
    kind: 'nomination-moved',
    actor: official.id,
    subject: nomination.id,
    data: { from: nomination.state, to },
  })
  return { ...nomination, state: to, stateSince: tx.now }
}

async function tellAuthor(tx: Transaction, by: Official, nomination: Nomination): Promise<void> {
  if (nomination.createdBy === by.id) return
  const { campaign } = await tx.campaigns.get(nomination.campaignId)
  const author = await tx.officials.get(nomination.createdBy)
  const notice = { kind: 'nomination-moved', nomination, to: nomination.state, campaign } as const
  await queueNotice(tx, author, notice, { cause: 'notice', causeId: nomination.id })
}

async function tellAppraisers(tx: Transaction, nomination: Nomination): Promise<void> {
  const { campaign } = await tx.campaigns.get(nomination.campaignId)
  const awardName = campaign.awards.find((award) => award.id === nomination.awardId)?.name ?? ''
  const unit = await tx.units.get(nomination.unitCode)
  const appraisers = await tx.officials.list({ campaignId: campaign.id, role: 'appraiser' })
  for (const appraiser of appraisers) {
    const notice = { kind: 'nomination-arrived', nomination, unit, awardName } as const
    await queueNotice(tx, appraiser, notice, { cause: 'notice', causeId: nomination.id })
  }
}
