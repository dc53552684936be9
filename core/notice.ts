import type { Campaign } from './campaign/campaign.ts'
import type { LocalDate } from './calendar/local-time.ts'
import type { ChoiceSet } from './delivery/channel.ts'
import type { Deadline } from './duty/deadline.ts'
import type { NominationAction } from './nomination/nomination-action.ts'
import type { NominationView } from './nomination/view.ts'
import type { Unit } from './unit/unit.ts'

export type RemindedDuty = {
  readonly campaign: Campaign
  readonly deadline: Deadline
  readonly unit: Unit
  /** Day and time are over. */
  readonly overdue: boolean
  /** The deadline's own day is a day off: the working day before it. */
  readonly workingDayBefore?: LocalDate
}

/** What core has to tell a person without being asked. Each has its sentence in bot/texts, or nothing compiles. */
export type Notice =
  | {
      readonly kind: 'reminder'
      readonly today: LocalDate
      readonly duties: readonly RemindedDuty[]
    }
  | {
      readonly kind: 'announcement'
      readonly campaign: Campaign
      readonly text: string
      readonly from: string
    }
  | {
      readonly kind: 'endorsement-asked'
      readonly view: NominationView
      readonly on: LocalDate
      readonly choices: ChoiceSet
    }
  | {
      /** `action`: what happened to it. */
      readonly kind: 'nomination-moved'
      readonly view: NominationView
      readonly action: NominationAction
    }
