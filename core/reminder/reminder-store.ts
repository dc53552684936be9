import type { Instant } from '../calendar/local-time.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Role } from '../official/role.ts'

export type PlannedStage = {
  readonly deadlineId: string
  readonly stage: string
  readonly dueAt: Instant
  readonly roles: readonly Role[]
}

/** Reminders of one person that are claimed together and become one message. */
export type ClaimedReminder = {
  readonly id: bigint
  readonly officialId: string
  readonly unitCode: string
  readonly stage: string
  readonly dueAt: Instant
  readonly deadline: Deadline
  /** Closed meanwhile: the reminder has no object any more. */
  readonly dutyDone: boolean
}

export interface ReminderStore {
  /**
   * One statement: for each stage a row for every person of those roles whose unit's duty is open.
   * Rows that exist are left alone, so two sweeps plan nothing twice. Gives the number of new rows.
   */
  plan(stages: readonly PlannedStage[]): Promise<number>
  /** Locks the due reminders of up to `people` persons until the transaction ends; others skip them. */
  claimDue(now: Instant, people: number): Promise<readonly ClaimedReminder[]>
  settle(
    ids: readonly bigint[],
    outcome: {
      state: 'queued' | 'cancelled' | 'expired' | 'unreachable'
      at: Instant
      messageId?: string
    },
  ): Promise<void>
  /** Withdraws what is planned, or waits unsent in the outbox, for a duty that is done. */
  cancelFor(deadlineId: string, unitCode: string, at: Instant): Promise<void>
}
