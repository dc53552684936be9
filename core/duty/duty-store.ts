import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Deadline, PlannedDeadline } from './deadline.ts'
import type { DueDay, Duty, DutyDay, DutyExtension, DutyPromise, SetBy } from './duty.ts'

export type DutyProgress = {
  readonly total: number
  /** In protocol order. */
  readonly openUnits: readonly string[]
  /** The latest first. */
  readonly doneUnits: readonly string[]
}

export interface DutyStore {
  /**
   * Writes the deadlines, and a duty for every unit of the campaign that owes it and exists on the day;
   * lines that exist stay as they are. The line of a unit whose own plan is recorded already is done.
   */
  open(campaignId: string, deadlines: readonly PlannedDeadline[]): Promise<void>
  /**
   * Keeps everybody else from closing or opening the duty until the transaction ends. To be asked for
   * before looking whether anything still closes it.
   */
  lock(deadlineId: string, unitCode: string): Promise<void>
  close(deadlineId: string, unitCode: string, done: { at: Instant; by: string }): Promise<void>
  reopen(deadlineId: string, unitCode: string): Promise<void>
  /** Notes a promise, in place of the one before; false when the duty is done already. */
  promise(deadlineId: string, unitCode: string, promise: DutyPromise): Promise<boolean>
  /** Gives an open duty its own day, in place of the one before; false when it is done already. */
  extend(deadlineId: string, unitCode: string, extension: DutyExtension): Promise<boolean>
  /**
   * Moves a deadline with every duty that was not extended. Without `setBy` it is the plan that moves
   * it, which leaves a day set by the office alone; with it the day is the office's from then on, moved or
   * not. False when nothing was moved.
   */
  move(deadlineId: string, to: DueDay & { at: Instant; setBy?: SetBy }): Promise<boolean>
  /** The line of one unit, locked until the transaction ends. */
  find(deadlineId: string, unitCode: string): Promise<Duty | undefined>
  /** A unit's open duties whose time to act has begun, earliest deadline first. */
  listOpen(unitCode: string, on: LocalDate): Promise<readonly Duty[]>
  /** Every line of a deadline, done or not, in protocol order of the units. */
  listFor(deadlineId: string): Promise<readonly Duty[]>
  /** Deadlines of a campaign from that day on, earliest first. */
  listDeadlines(campaignId: string, from: LocalDate): Promise<readonly Deadline[]>
  /**
   * The days from the first to the last, both included, on which duties of a campaign are due: of each
   * deadline its own and those of its extensions.
   */
  listDueDays(
    campaignId: string,
    between: { from: LocalDate; to: LocalDate },
  ): Promise<readonly DutyDay[]>
  findDeadline(id: string): Promise<Deadline | undefined>
  /** How many duties of a campaign that are due from that day on are open. */
  countOpenFrom(campaignId: string, from: LocalDate): Promise<number>
  /** Open duties that are due from that day on are owed no more; promises of the others lapse. */
  endCampaign(campaignId: string, from: LocalDate): Promise<void>
  progress(deadlineId: string): Promise<DutyProgress>
}
