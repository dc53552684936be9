import type { Instant } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Duty } from './duty.ts'

/** Whoever needs longer than this asks for an extension: until then nobody would be reminded. */
const LONGEST = { hours: 24 * 7 }

/**
 * "3h chiều gửi": notes the moment by which an official promises the unit's most urgent duty. Until then
 * the unit is not reminded of it, at that moment once. A later promise replaces the earlier one.
 * Refuses where the unit owes nothing, a moment that has passed, and one more than a week away.
 */
export async function promiseDuty(
  tx: Transaction,
  official: Official,
  at: Instant,
): Promise<Outcome<Duty>> {
  if (at.epochMilliseconds <= tx.now.epochMilliseconds) return refuse({ reason: 'moment-passed' })
  if (at.epochMilliseconds > tx.now.add(LONGEST).epochMilliseconds)
    return refuse({ reason: 'promise-too-far' })
  const { unitCode } = official
  const [urgent] = await tx.duties.listOpen(unitCode, localDateOf(tx.now))
  if (!urgent) return refuse({ reason: 'nothing-owed' })
  const promise = { at, by: official.id, madeAt: tx.now }
  if (!(await tx.duties.promise(urgent.deadline.id, unitCode, promise)))
    return refuse({ reason: 'nothing-owed' })
  await tx.reminders.cancelFor(urgent.deadline.id, unitCode, tx.now)
  await tx.audit.append({
    kind: 'duty-promised',
    actor: official.id,
    subject: urgent.deadline.id,
    data: { unit: unitCode, at: at.toString() },
  })
  return accept({ ...urgent, promise })
}
