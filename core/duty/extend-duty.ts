import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Unit } from '../unit/unit.ts'
import type { Duty } from './duty.ts'
import { dueDayOf } from './duty.ts'

export type Extension = {
  readonly deadlineId: string
  readonly unitCode: string
  /** The new last day, in Vietnam; the deadline's time of day stays. */
  readonly to: LocalDate
  readonly reason: string
}

export type Extended = { readonly duty: Duty; readonly unit: Unit }

/**
 * Gives one unit more time for one duty, with a reason, and tells its officials. What was planned by the
 * day before is void. Refuses whoever may not chase, a duty that is done, and a day that is not later
 * than the one that holds, or has passed.
 */
export async function extendDuty(
  tx: Transaction,
  by: Official,
  extension: Extension,
): Promise<Outcome<Extended>> {
  const { deadlineId, unitCode, to, reason } = extension
  if (!may(by, 'chase')) return refuse({ reason: 'not-allowed', action: 'chase' })
  const duty = await tx.duties.find(deadlineId, unitCode)
  if (!duty || duty.doneAt) return refuse({ reason: 'nothing-owed' })
  if (!isLater(to, dueDayOf(duty).dueOn) || isLater(localDateOf(tx.now), to))
    return refuse({ reason: 'extension-not-later', dueOn: dueDayOf(duty).dueOn.toString() })
  const granted = { to, by: by.id, at: tx.now, reason }
  if (!(await tx.duties.extend(deadlineId, unitCode, granted)))
    return refuse({ reason: 'nothing-owed' })
  await tx.reminders.cancelFor(deadlineId, unitCode, tx.now)
  await tx.audit.append({
    kind: 'duty-extended',
    actor: by.id,
    subject: deadlineId,
    data: { unit: unitCode, to: to.toString() },
  })
  const extended = { duty: { ...duty, extension: granted }, unit: await tx.units.get(unitCode) }
  await tellUnit(tx, extended)
  return accept(extended)
}

function isLater(a: LocalDate, b: LocalDate): boolean {
  return a.toString() > b.toString()
}

async function tellUnit(tx: Transaction, { duty, unit }: Extended): Promise<void> {
  const { campaign } = await tx.campaigns.get(duty.deadline.campaignId)
  for (const official of await tx.officials.list({ unitCode: unit.code })) {
    if (!official.roles.includes('contact') && !official.roles.includes('head')) continue
    const notice = { kind: 'duty-extended', campaign, duty, unit } as const
    await queueNotice(tx, official, notice, { cause: 'notice', causeId: duty.deadline.id })
  }
}
