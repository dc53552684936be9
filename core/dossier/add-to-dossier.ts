import { pointsAsked, roundOf } from '../nomination/history.ts'
import type { Nomination, NominationState } from '../nomination/nomination.ts'
import { rolesTowards } from '../nomination/reach.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { DossierForm, DossierPart } from './dossier.ts'
import { missingParts, openPoints } from './dossier.ts'

export type Addition = {
  readonly nominationId: string
  readonly form: DossierForm
  readonly evidenceId?: string
  readonly text?: string
}

export type Supplement = {
  readonly nomination: Nomination
  /** Numbers of the points that have no answer yet, from 1. */
  readonly open: readonly number[]
  readonly points: readonly string[]
}

/**
 * The unit's answer to one point, counted from 1, of what it was asked to supplement. Refuses everybody
 * but the unit's own contact and head, a nomination that was not returned, and a number not asked for.
 */
export async function answerPoint(
  tx: Transaction,
  official: Official,
  answer: Addition & { readonly point: number },
): Promise<Outcome<Supplement>> {
  const { point, nominationId, ...addition } = answer
  const nomination = await tx.nominations.get(nominationId)
  const { code, state } = nomination
  const roles = await rolesTowards(tx, official, nomination)
  if (roles.length === 0) return refuse({ reason: 'nomination-not-found', code })
  if (!roles.some((role) => role === 'contact' || role === 'head'))
    return refuse({ reason: 'nomination-not-yours', code, state: 'returned', action: 'resubmit' })
  if (state !== 'returned')
    return refuse({ reason: 'nomination-not-now', code, state, action: 'resubmit' })
  const moves = await tx.nominations.moves(nominationId)
  const asked = { round: roundOf(moves), points: pointsAsked(moves) }
  if (point < 1 || point > asked.points.length)
    return refuse({ reason: 'no-such-point', code, count: asked.points.length })
  const subject = { kind: 'point', round: asked.round, point } as const
  await insert(tx, official, { ...addition, nominationId, subject })
  const open = openPoints(await tx.dossiers.list(nominationId), asked)
  return accept({ nomination, open, points: asked.points })
}

/** After the decision a dossier is closed. */
const OPEN_UNTIL_DECISION: ReadonlySet<NominationState> = new Set<NominationState>([
  'draft',
  'awaiting-endorsement',
  'endorsed',
  'submitted',
  'received',
  'returned',
  'under-appraisal',
])

/**
 * A part of the dossier: a photo or file from the unit, or the office's note that the paper came.
 * Refuses others than the unit and the office, paper that the unit notes itself, and a closed dossier.
 */
export async function addPart(
  tx: Transaction,
  official: Official,
  addition: Addition & { readonly part: DossierPart },
): Promise<Outcome<{ nomination: Nomination; missing: readonly DossierPart[] }>> {
  const { part, nominationId, ...rest } = addition
  const nomination = await tx.nominations.get(nominationId)
  const { code, state } = nomination
  const roles = await rolesTowards(tx, official, nomination)
  if (roles.length === 0) return refuse({ reason: 'nomination-not-found', code })
  if (rest.form === 'paper' && !roles.includes('appraiser'))
    return refuse({ reason: 'nomination-not-yours', code, state: 'submitted', action: 'receive' })
  if (!OPEN_UNTIL_DECISION.has(state))
    return refuse({ reason: 'nomination-not-now', code, state, action: 'appraise' })
  await insert(tx, official, { ...rest, nominationId, subject: { kind: 'part', part } })
  return accept({ nomination, missing: missingParts(await tx.dossiers.list(nominationId)) })
}

async function insert(
  tx: Transaction,
  official: Official,
  item: Addition & {
    readonly subject: Parameters<Transaction['dossiers']['insert']>[0]['subject']
  },
): Promise<void> {
  const id = tx.chance.uuid()
  await tx.dossiers.insert({ ...item, id, addedBy: official.id, addedAt: tx.now })
  await tx.audit.append({
    kind: 'dossier-added',
    actor: official.id,
    subject: item.nominationId,
    data: { item: id, form: item.form },
  })
}
