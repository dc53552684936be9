import type { LocalDate } from '../calendar/local-time.ts'
import type { NominationState } from '../nomination/nomination.ts'
import type { Role } from '../official/role.ts'
import type { Unit } from '../unit/unit.ts'
import type { SuccessorPlan } from './successor-plan.ts'

/** A unit that is opened by a reorganisation. */
export type Opening = {
  readonly unit: Unit
  /** Codes of the units whose place it takes. */
  readonly replaces: readonly string[]
  /** The act, as it is cited. */
  readonly source: string
  readonly confirmed: boolean
}

/** Units that end and in whose place the file names nobody; their people wait for the roster. */
export type Ending = {
  readonly codes: readonly string[]
  readonly source: string
  readonly confirmed: boolean
}

/** An official who goes elsewhere than the unit's others, or with another office. */
export type Assignment = {
  readonly code: string
  readonly unitCode: string
  readonly position?: string
  readonly roles?: readonly Role[]
}

/** A reorganisation of units, as its file says it. */
export type Succession = {
  readonly title: string
  /** The act on which it rests, as it is cited. */
  readonly source: string
  /** First day of the new order. */
  readonly on: LocalDate
  readonly campaign: SuccessorPlan
  readonly opens: readonly Opening[]
  readonly ends: readonly Ending[]
  /** Codes of units that go on unchanged. */
  readonly stays: readonly string[]
  readonly officials: readonly Assignment[]
}

/** Why a reorganisation is not applied. Each has its sentence for the operator. */
export type Obstacle =
  | { readonly kind: 'applied'; readonly on: LocalDate }
  | { readonly kind: 'not-yet'; readonly on: LocalDate }
  | { readonly kind: 'session-open'; readonly heldOn: LocalDate }

/** Where people go: from one unit, with whom they come together. */
export type Moving = {
  readonly official: string
  readonly from: string
  readonly to: string
  readonly roles: readonly Role[]
}

/** What applying a reorganisation does, told beforehand. */
export type SuccessionPreview = {
  readonly succession: Succession
  readonly obstacle?: Obstacle
  readonly units: readonly Unit[]
  readonly movings: readonly Moving[]
  /** Codes of officials whose unit ends without a successor. */
  readonly waiting: readonly string[]
  /** Lines of the duty ledger that end. */
  readonly dutiesEnding: number
  /** Nominations that are on their way; each goes on by the chain it began with. */
  readonly underWay: readonly {
    readonly code: string
    readonly unitCode: string
    readonly state: NominationState
    readonly collective: boolean
    readonly chain: string
  }[]
}

/** The last day of the old order. */
export function lastDayBefore({ on }: Pick<Succession, 'on'>): LocalDate {
  return on.subtract({ days: 1 })
}

/** The unit into which a unit's people go; undefined where it ends without a successor. */
export function successorOf(
  { opens, stays }: Pick<Succession, 'opens' | 'stays'>,
  code: string,
): string | undefined {
  if (stays.includes(code)) return code
  return opens.find(({ replaces }) => replaces.includes(code))?.unit.code
}
