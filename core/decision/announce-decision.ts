import { draftAnnouncement } from '../announcement/draft-announcement.ts'
import { releaseAnnouncement } from '../announcement/release-announcement.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import { nomineeKey } from '../nomination/likeness.ts'
import { moveNomination } from '../nomination/move-nomination.ts'
import type { NominationAction } from '../nomination/nomination-action.ts'
import type { NominationView } from '../nomination/view.ts'
import { answeringUnit } from '../nomination/view.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome, Refusal } from '../refusal.ts'
import type { DecisionView } from './find-decision.ts'
import { findDecision } from './find-decision.ts'

/** Whom the next announcement of a decision reaches: units and awardees first, then everybody. */
export type Reach = 'units' | 'everybody'

/**
 * What "công bố" would do now. Refuses everybody but the office for the units, and the propagation
 * office and the office for everybody; a decision that was revoked, or announced to everybody.
 */
export async function planAnnouncement(
  tx: Transaction,
  official: Official,
  number: string,
): Promise<Outcome<DecisionView & { readonly reach: Reach }>> {
  const found = await findDecision(tx, official, number)
  if (!found.ok) return found
  const { decision } = found.value
  const reach = decision.notifiedAt === undefined ? 'units' : 'everybody'
  const action = reach === 'units' ? 'decide' : 'announce'
  if (!may(official, action)) return refuse({ reason: 'not-allowed', action })
  if (decision.revokedBy !== undefined || decision.announcedAt !== undefined)
    return refuse({ reason: 'decision-announced', number: decision.number })
  return accept({ ...found.value, reach })
}

/**
 * Announces a decision one step further. First its units and those awardees who are officials are told,
 * and the propagation office that it may be made known; then everybody of the campaign, in the words of
 * `sayToAll`. Refuses what `planAnnouncement` refuses; the caller has checked the officer's PIN.
 */
export async function announceDecision(
  tx: Transaction,
  official: Official,
  { number, sayToAll }: { number: string; sayToAll: (view: DecisionView) => string },
): Promise<Outcome<DecisionView & { readonly reach: Reach; readonly left: readonly Refusal[] }>> {
  const planned = await planAnnouncement(tx, official, number)
  if (!planned.ok) return planned
  const view = planned.value
  const { id } = view.decision
  if (view.reach === 'everybody') {
    const sent = await tellEverybody(tx, official, sayToAll(view))
    if (!sent.ok) return sent
    await tx.decisions.setAnnounced(id, tx.now)
  } else await tx.decisions.setNotified(id, tx.now)
  const left = await moveAll(tx, official, view, view.reach === 'units' ? 'notify' : 'announce')
  if (view.reach === 'units') await tellUnits(tx, official, view)
  await tx.audit.append({
    kind: 'decision-announced',
    actor: official.id,
    subject: view.decision.id,
    data: { to: view.reach },
  })
  return accept({ ...view, left })
}

async function moveAll(
  tx: Transaction,
  official: Official,
  { awards }: DecisionView,
  action: NominationAction,
): Promise<readonly Refusal[]> {
  const left: Refusal[] = []
  for (const { nomination } of awards) {
    const moved = await moveNomination(tx, { official, nominationId: nomination.id, action })
    if (!moved.ok) left.push(moved.refusal)
  }
  return left
}

async function tellUnits(tx: Transaction, by: Official, view: DecisionView): Promise<void> {
  const { decision, awards } = view
  const told = new Set<string>([by.id])
  for (const award of awards) {
    for (const to of await peopleOf(tx, award)) {
      const isAwardee = isAbout(award, to)
      if (told.has(`${to.id}:${award.nomination.id}`) || (to.id === by.id && !isAwardee)) continue
      told.add(`${to.id}:${award.nomination.id}`)
      const notice = { kind: 'award-decided', decision, award, isAwardee } as const
      await queueNotice(tx, to, notice, { cause: 'notice', causeId: decision.id })
    }
  }
  const { campaignId } = decision
  for (const to of await tx.officials.list({ campaignId, role: 'propagation' })) {
    const notice = { kind: 'decision-to-announce', decision, awards: awards.length } as const
    if (!told.has(to.id))
      await queueNotice(tx, to, notice, { cause: 'notice', causeId: decision.id })
  }
}

/** The unit's author and head, then the awardee, where he or she is an official of that unit. */
async function peopleOf(tx: Transaction, award: NominationView): Promise<readonly Official[]> {
  const { nomination } = award
  const ofUnit = await tx.officials.list({ unitCode: nomination.unitCode })
  const unit = ofUnit.filter(
    ({ id, roles }) => id === nomination.createdBy || roles.includes('head'),
  )
  const awardee = ofUnit.filter((one) => isAbout(award, one) && !unit.includes(one))
  return [...unit, ...awardee]
}

function isAbout(view: NominationView, { name, unitCode }: Official): boolean {
  const { nomination } = view
  return (
    nomination.nomineeKind === 'individual' &&
    answeringUnit(view).code === unitCode &&
    nomineeKey(nomination.nomineeName) === nomineeKey(name)
  )
}

/** As a propagation notice, which above the plan's number of people a second officer lets leave. */
async function tellEverybody(
  tx: Transaction,
  official: Official,
  text: string,
): Promise<Outcome<unknown>> {
  const wish = { text, audience: {}, optional: false, weekly: false }
  const drafted = await draftAnnouncement(tx, official, wish)
  if (!drafted.ok) return drafted
  return releaseAnnouncement(tx, official, drafted.value.announcement.id)
}
