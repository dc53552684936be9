import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Audience } from '../campaign/campaign.ts'
import type { Duty } from '../duty/duty.ts'
import type { Reminder, ReminderReason } from './reminder.ts'

/** A stage whose time has come, for the duties of one due day: the deadline's own, or one to which some were extended. */
export type PlannedStage = {
  readonly deadlineId: string
  readonly extendedTo?: LocalDate
  readonly stage: string
  readonly dueAt: Instant
  readonly to: readonly Audience[]
}

/** A reminder for which the office asks, beside those of the ladder. */
export type Nudge = {
  readonly deadlineId: string
  readonly unitCode: string
  readonly officialId: string
  /** What it is and when it was asked for: of one name, one to a person. */
  readonly stage: string
  readonly dueAt: Instant
}

/** What a message reminded of, and why this person. */
export type ToldReminder = {
  readonly duty: Duty
  readonly stage: string
  readonly reason: ReminderReason
}

export interface ReminderStore {
  /**
   * Set-based: for each stage a row for everybody whom it names and whose unit's duty is open — of the
   * unit its contacts and heads, or who stands in for them today; of the campaign's office and leaders
   * one for each unit. Nothing for a unit that has promised it for later. Rows that exist are left
   * alone, so two sweeps plan nothing twice. Gives the number of new rows.
   */
  plan(stages: readonly PlannedStage[], today: LocalDate): Promise<number>
  /** A row for each promised moment that has come, for whoever promised, as its `promisedStage`. Gives the number of new rows. */
  planPromised(now: Instant): Promise<number>
  /** A row for each, at the office's own request, while the duty is open. Gives the number of new rows. */
  nudge(nudges: readonly Nudge[]): Promise<number>
  /** Keeps the due reminders of up to `people` persons for the caller's transaction; others skip these persons. */
  claimDue(now: Instant, people: number): Promise<readonly Reminder[]>
  settle(
    ids: readonly bigint[],
    outcome: {
      state: 'queued' | 'cancelled' | 'expired' | 'unreachable'
      at: Instant
      messageId?: string
    },
  ): Promise<void>
  /** They stay due, and are looked at again from that moment. */
  postpone(ids: readonly bigint[], until: Instant): Promise<void>
  /**
   * Withdraws what is planned, or waits unsent in the outbox, for a duty that is done. What else an
   * unsent message says is due again, and told without it.
   */
  cancelFor(deadlineId: string, unitCode: string, at: Instant): Promise<void>
  /** The same for what was planned for a day that holds no more, of one unit or of all. */
  cancelOutdated(deadlineId: string, unitCode: string | undefined, at: Instant): Promise<void>
  /** The same for everything that a campaign reminds of. */
  cancelCampaign(campaignId: string, at: Instant): Promise<void>
  /** Every reminder of an open duty that belongs to its present day, settled or not. */
  list(campaignId: string): Promise<readonly (Reminder & { readonly settled: boolean })[]>
  /** What that message reminded of, the most urgent duty first. */
  listTold(messageId: string): Promise<readonly ToldReminder[]>
  /** A row for everybody who was told another day of a duty that is open and was not extended. Gives the number of new rows. */
  planMoved(deadlineId: string, at: Instant): Promise<number>
}
