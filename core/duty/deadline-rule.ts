import type { LocalDate, LocalTime } from '../calendar/local-time.ts'
import type { Rhythm } from '../calendar/periods.ts'
import type { UnitKind } from '../unit/unit.ts'

/** What falls due in an emulation campaign. */
export const DEADLINE_KINDS = [
  'unit-plan',
  'report',
  'interim-review',
  'final-review',
  'campaign-end',
  'nomination',
  'before-event',
  'step',
  'supplement',
  'upward-submission',
  'ceremony',
  'statistics',
  'archive',
  'data-request',
  'law-change',
] as const

export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** Offices write "07 ngày" and "07 ngày làm việc", and mean different days. */
export type DayUnit = 'working-day' | 'calendar-day'

/**
 * Who owes it. `office` is the campaign's own office; `each-case` is counted for every nomination or
 * request from its own day; `everybody` is told and owes nothing. Otherwise the units of those codes or kinds.
 */
export type AppliesTo =
  | 'every-unit'
  | 'office'
  | 'each-case'
  | 'everybody'
  | { readonly codes?: readonly string[]; readonly kinds?: readonly UnitKind[] }

/**
 * From what the day is reckoned. `inclusive` is false where the words are "trước ngày d": d itself is
 * then too late.
 */
export type Due =
  /** Days of the calendar: a last day, a first day, or a window of which both ends count. */
  | {
      readonly anchor: 'calendar'
      readonly from?: LocalDate
      readonly to?: LocalDate
      readonly inclusive: boolean
    }
  /**
   * Each month, quarter, … on a day of its last month, or of the month that lies `monthsAfter` it.
   * A month that is too short ends on its last day, so 31 is the last day of any.
   */
  | {
      readonly anchor: 'period'
      readonly every: Rhythm
      readonly day: number | 'last-working-day'
      readonly monthsAfter: number
      readonly inclusive: boolean
    }
  /** That many days after (or, negative, before) the plan's issue, the campaign's last day, or the day of another rule. */
  | {
      readonly anchor: 'event'
      /** `issued`, `campaign-end`, or the id of another rule. */
      readonly event: string
      readonly days: number
      readonly unit: DayUnit
    }
  /** "kể từ ngày nhận đủ hồ sơ": each case has its own day. */
  | { readonly anchor: 'case'; readonly days: number; readonly unit: DayUnit }
  /** The plan names no day; the office sets it. Until then nobody is reminded. */
  | { readonly anchor: 'none' }

/** A deadline as the plan words it, from which its days follow. */
export type DeadlineRule = {
  readonly id: string
  readonly kind: DeadlineKind
  /** What is due, in a few words: "kế hoạch của đơn vị". */
  readonly title: string
  /** Verbatim: "đến hết ngày 31/12/2025". */
  readonly wording: string
  readonly due: Due
  /** Until when on the last day, in Vietnam. Absent: the whole day counts. */
  readonly time?: LocalTime
  readonly appliesTo: AppliesTo
  /** The paragraph of the plan, or who set it. */
  readonly source: string
  readonly origin: 'plan' | 'office'
  /** The award of a nomination window. */
  readonly award?: string
  /** Of reports: before this day of a month, one that names no period belongs to the period before. */
  readonly belongsToPreviousBefore?: number
}

/** Whether units have a line in the duty ledger for it. */
export function isOwedByUnits({ appliesTo }: Pick<DeadlineRule, 'appliesTo'>): boolean {
  return appliesTo === 'every-unit' || typeof appliesTo === 'object'
}
