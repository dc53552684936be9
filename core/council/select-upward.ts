import type { AwardOffer } from '../campaign/campaign.ts'
import { judgeMove, moveNomination } from '../nomination/move-nomination.ts'
import type { MoveCommand } from '../nomination/move-nomination.ts'
import type { Nomination } from '../nomination/nomination.ts'
import { nominationCode } from '../nomination/nomination.ts'
import { findVisibleNomination } from '../nomination/reach.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'

export type UpwardChoice = {
  readonly code: string
  /** The kind of award of the level above that is named; absent: the plan's only one, or its first. */
  readonly form?: AwardOffer['form']
}

export type UpwardPlan = { readonly nomination: Nomination; readonly award: AwardOffer }

/**
 * Whether the council may put one of those nominated forward for an award of the level above. Refuses
 * everybody but its secretary, a nomination that the council has not passed, and an award for which the
 * plan has nobody selected from those nominated for this one.
 */
export async function planUpward(
  tx: Transaction,
  official: Official,
  { code, form }: UpwardChoice,
): Promise<Outcome<UpwardPlan>> {
  if (!may(official, 'run-council')) return refuse({ reason: 'not-allowed', action: 'run-council' })
  const found = await findVisibleNomination(tx, official, code)
  if (!found.ok) return found
  const nomination = found.value
  const { campaign } = await tx.campaigns.get(nomination.campaignId)
  const award = campaign.awards.find(
    ({ selectedFrom, nominees, form: offered }) =>
      selectedFrom === nomination.awardId &&
      nominees.includes(nomination.nomineeKind) &&
      (form === undefined || form === offered),
  )
  if (!award) return refuse({ reason: 'no-award-above', code })
  const judged = await judgeMove(tx, await commandFor(tx, official, nomination))
  return judged.ok ? accept({ nomination, award }) : judged
}

async function commandFor(
  tx: Transaction,
  official: Official,
  { id: nominationId }: Nomination,
): Promise<MoveCommand> {
  const passed = (await tx.council.findResult(nominationId))?.passed === true
  const council = { passed, listAgrees: passed, selectedUpward: passed }
  return { official, nominationId, action: 'nominate-upward', council }
}

/**
 * Puts a nomination forward for the award of the level above: it waits there, and a linked nomination
 * for that award begins with its dossier's code. Refuses what `planUpward` refuses; the caller has
 * checked the secretary's PIN.
 */
export async function selectUpward(
  tx: Transaction,
  official: Official,
  choice: UpwardChoice,
): Promise<Outcome<UpwardPlan & { readonly upper: Nomination }>> {
  const planned = await planUpward(tx, official, choice)
  if (!planned.ok) return planned
  const { nomination, award } = planned.value
  const moved = await moveNomination(tx, await commandFor(tx, official, nomination))
  if (!moved.ok) return moved
  const upper = await upperOf(tx, official, planned.value)
  await tx.nominations.insert(upper)
  await tx.nominations.cite(upper.id, await tx.nominations.citedReportIds(nomination.id))
  const move = { action: 'nominate-upward', from: 'draft', to: 'nominated-upward' } as const
  await tx.nominations.move(upper.id, { ...move, by: official.id, at: tx.now, note: {} }, {})
  await tx.audit.append({
    kind: 'nomination-selected-upward',
    actor: official.id,
    subject: nomination.id,
    data: { upper: upper.id },
  })
  return accept({ nomination, award, upper: { ...upper, state: 'nominated-upward' } })
}

/** The linked nomination, as it begins. */
async function upperOf(
  tx: Transaction,
  { id: createdBy }: Official,
  { nomination, award }: UpwardPlan,
): Promise<Nomination> {
  const { campaignId, unitCode, nomineeKind, nomineeName, position } = nomination
  const { achievement, figures, chain, submittedAt, late } = nomination
  const number = await tx.campaigns.nextNumber(campaignId, 'nomination')
  return {
    id: tx.chance.uuid(),
    code: nominationCode(number),
    ...{ campaignId, unitCode, nomineeKind, nomineeName, achievement, figures, chain, late },
    ...(position === undefined ? {} : { position }),
    ...(submittedAt === undefined ? {} : { submittedAt }),
    awardId: award.id,
    upwardOf: nomination.id,
    state: 'draft',
    createdBy,
    createdAt: tx.now,
    stateSince: tx.now,
  }
}
