import type { Transaction } from '../ports.ts'
import type { Deadline } from './deadline.ts'
import type { DueDay, SetBy } from './duty.ts'

/**
 * Gives a deadline another day, for every unit that has no extension: what was planned for the old one
 * is void, and whoever was told it hears the new one once. With `setBy` it is the office that decides;
 * the plan, loaded again, then leaves that day alone. Moving to the same moment changes
 * nothing. True when it was moved.
 */
export async function moveDeadline(
  tx: Transaction,
  deadline: Deadline,
  to: DueDay & { setBy?: SetBy },
): Promise<boolean> {
  if (!(await tx.duties.move(deadline.id, { ...to, at: tx.now }))) return false
  await tx.reminders.cancelOutdated(deadline.id, undefined, tx.now)
  await tx.reminders.planMoved(deadline.id, tx.now)
  await tx.audit.append({
    kind: 'deadline-moved',
    subject: deadline.id,
    data: { from: deadline.dueAt.toString(), to: to.dueAt.toString() },
    ...(to.setBy?.official === undefined ? {} : { actor: to.setBy.official }),
  })
  return true
}
