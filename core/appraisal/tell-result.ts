import { localDateOf } from '../calendar/local-time.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Nomination, NominationState } from '../nomination/nomination.ts'
import { rolesTowards } from '../nomination/reach.ts'
import { found } from '../nomination/rules.ts'
import { viewNomination } from '../nomination/view-nomination.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'

const CONCLUDED: ReadonlySet<NominationState> = new Set<NominationState>(['eligible', 'ineligible'])

/**
 * Tells the unit what the appraisal came to: its contact and its head when it is eligible, the head and
 * the author alone when it is not. From then on the conclusion stands. Refuses everybody but an
 * appraiser, and a nomination without a conclusion, or whose conclusion was told.
 */
export async function tellResult(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Nomination>> {
  const nomination = await tx.nominations.get(nominationId)
  const { code, state, unitCode, createdBy } = nomination
  const roles = await rolesTowards(tx, official, nomination)
  if (!roles.includes('appraiser')) return refuse({ reason: 'nomination-not-found', code })
  if (!CONCLUDED.has(state))
    return refuse({ reason: 'nomination-not-now', code, state, action: 'find-eligible' })
  if (nomination.resultToldAt !== undefined)
    return refuse({
      reason: 'nomination-blocked',
      code,
      action: 'reconsider',
      on: localDateOf(tx.now).toString(),
      findings: found('already-told'),
    })
  await tx.nominations.setResultTold(nominationId, tx.now)
  await tx.audit.append({
    kind: 'nomination-result-told',
    actor: official.id,
    subject: nominationId,
    data: { state },
  })
  const told = { ...nomination, resultToldAt: tx.now }
  const view = await viewNomination(tx, told)
  const action = state === 'eligible' ? 'find-eligible' : 'find-ineligible'
  const heads = await tx.officials.list({ unitCode, role: 'head' })
  const author = await tx.officials.get(createdBy)
  for (const to of new Map([...heads, author].map((one) => [one.id, one])).values()) {
    const notice = { kind: 'nomination-moved', view, action } as const
    await queueNotice(tx, to, notice, { cause: 'notice', causeId: nominationId })
  }
  return accept(told)
}
