import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Deadline } from './deadline.ts'

/** A line of the duty ledger: what one unit owes. */
export type Duty = {
  readonly deadline: Deadline
  readonly unitCode: string
  readonly doneAt?: Instant
}

export type DutyProgress = { readonly total: number; readonly openUnits: readonly string[] }

export interface DutyStore {
  /** Writes the deadlines, and a duty for every unit of the campaign that exists on the day; lines that exist stay as they are. */
  open(campaignId: string, deadlines: readonly Deadline[]): Promise<void>
  /**
   * Keeps everybody else from closing or opening the duty until the transaction ends. To be asked for
   * before looking whether anything still closes it.
   */
  lock(deadlineId: string, unitCode: string): Promise<void>
  close(deadlineId: string, unitCode: string, done: { at: Instant; by: string }): Promise<void>
  reopen(deadlineId: string, unitCode: string): Promise<void>
  /** A unit's open duties whose time to act has begun, earliest deadline first. */
  listOpen(unitCode: string, on: LocalDate): Promise<readonly Duty[]>
  /** Deadlines of a campaign from that day on, earliest first. */
  listDeadlines(campaignId: string, from: LocalDate): Promise<readonly Deadline[]>
  findDeadline(id: string): Promise<Deadline | undefined>
  progress(deadlineId: string): Promise<DutyProgress>
}
