import type { Campaign } from '../campaign/campaign.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Duty } from '../duty/duty.ts'
import type { Unit } from '../unit/unit.ts'
import type { Answerable, Silence } from './silence.ts'

export type SilentUnit = {
  readonly unit: Unit
  readonly duty: Duty
  readonly silence: Silence
  /** Who answers for the unit: contacts, then heads. */
  readonly people: readonly Answerable[]
}

/** How a deadline stands: how many units are done, and why each of the others is not. */
export type Standing = {
  readonly campaign: Campaign
  readonly deadline: Deadline
  readonly total: number
  readonly done: number
  /** In protocol order. */
  readonly silent: readonly SilentUnit[]
}
