import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Leave } from './leave.ts'
import { isAway } from './leave.ts'
import type { Official } from './official.ts'

export type LeaveTaken = {
  readonly leave: Leave
  readonly deputy?: Official
  /** The deputy has no chat account that can be written to. */
  readonly deputyUnreachable: boolean
}

/**
 * "Nghỉ đến 20/12, chị Hoa thay": until the end of that day in Vietnam reminders and what the
 * official may do for the unit go to the deputy, who is told; then they come back by themselves.
 * Without `from` it begins today. Refuses days that are over or the wrong way round, and a deputy of
 * another unit, or who is away too.
 */
export async function takeLeave(
  tx: Transaction,
  official: Official,
  wish: { from?: LocalDate; until: LocalDate; deputyId?: string },
): Promise<Outcome<LeaveTaken>> {
  const today = localDateOf(tx.now)
  const { from = today, until, deputyId } = wish
  if (until.toString() < today.toString() || until.toString() < from.toString())
    return refuse({ reason: 'leave-over' })
  const deputy = deputyId === undefined ? undefined : await tx.officials.get(deputyId)
  if (deputy && (deputy.unitCode !== official.unitCode || deputy.id === official.id))
    return refuse({ reason: 'deputy-elsewhere' })
  if (deputy && (isAway(deputy.leave, from) || isAway(deputy.leave, until)))
    return refuse({ reason: 'deputy-away', name: deputy.name })
  const leave: Leave = { from, until, ...(deputy ? { deputyId: deputy.id } : {}) }
  await tx.officials.setLeave(official.id, leave)
  await tx.audit.append({
    kind: 'leave-taken',
    actor: official.id,
    subject: official.id,
    data: {
      from: from.toString(),
      until: until.toString(),
      ...(deputy ? { deputy: deputy.id } : {}),
    },
  })
  if (!deputy) return accept({ leave, deputyUnreachable: false })
  const notice = { kind: 'deputy-named', of: official, leave } as const
  const told = await queueNotice(tx, deputy, notice, { cause: 'notice', causeId: official.id })
  return accept({ leave, deputy, deputyUnreachable: told === undefined })
}

/** "Đã đi làm lại": everything comes back at once, and the deputy is told. Refuses who is not away. */
export async function endLeave(
  tx: Transaction,
  official: Official,
): Promise<Outcome<{ deputy?: Official }>> {
  const { leave } = official
  if (!leave || leave.until.toString() < localDateOf(tx.now).toString())
    return refuse({ reason: 'not-away' })
  await tx.officials.setLeave(official.id, undefined)
  await tx.audit.append({
    kind: 'leave-ended',
    actor: official.id,
    subject: official.id,
    data: {},
  })
  if (leave.deputyId === undefined) return accept({})
  const deputy = await tx.officials.get(leave.deputyId)
  const notice = { kind: 'deputy-released', of: official } as const
  await queueNotice(tx, deputy, notice, { cause: 'notice', causeId: official.id })
  return accept({ deputy })
}
