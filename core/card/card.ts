import type { LocalDate } from '../calendar/local-time.ts'
import type { Anniversary, Campaign } from '../campaign/campaign.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Unit, UnitKind } from '../unit/unit.ts'

export const CARD_KINDS = ['countdown', 'progress', 'thanks'] as const
export type CardKind = (typeof CARD_KINDS)[number]

/** How many units of a kind have reported. */
export type KindProgress = {
  readonly kind: UnitKind
  readonly done: number
  readonly total: number
}

/** What a picture says that is forwarded to anybody: units and numbers, no person and nobody who is missing. */
export type Card =
  | {
      readonly kind: 'countdown'
      readonly campaign: Campaign
      /** The day that is counted to: the anniversary, or the campaign's last day. */
      readonly to: Anniversary | undefined
      readonly on: LocalDate
      readonly daysLeft: number
    }
  | {
      readonly kind: 'progress'
      readonly campaign: Campaign
      readonly deadline: Deadline
      readonly kinds: readonly KindProgress[]
    }
  | {
      /** One unit's own reports, the latest deadlines, earliest first. */
      readonly kind: 'unit-progress'
      readonly campaign: Campaign
      readonly unit: Unit
      readonly periods: readonly { readonly deadline: Deadline; readonly done: boolean }[]
    }
  | {
      readonly kind: 'thanks'
      readonly campaign: Campaign
      readonly deadline: Deadline
      /** Without one, all that have reported. */
      readonly unit?: Unit
      readonly done: number
    }

/** How many days lie before a day; zero on the day itself and after it. */
export function daysUntil(on: LocalDate, today: LocalDate): number {
  return Math.max(0, today.until(on, { largestUnit: 'day' }).days)
}
