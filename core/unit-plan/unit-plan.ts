import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { DeadlineRule } from '../duty/deadline-rule.ts'
import { isOwedByUnits } from '../duty/deadline-rule.ts'
import type { Unit } from '../unit/unit.ts'

/** The paper by which a unit issued its own plan, as it names it: "15/KH-UBND". */
export type PlanPaper = { readonly number: string; readonly issuedOn: LocalDate }

/** What is kept of a unit's own plan. It stands whether or not a day has been set for it. */
export type UnitPlan = PlanPaper & {
  /** The deadline that it answers; its day may still be unset. */
  readonly deadlineId: string
  readonly unitCode: string
  readonly recordedBy: string
  readonly recordedAt: Instant
  /** The office entered it for the unit, from the paper. */
  readonly onBehalf: boolean
  /** Photos and files of it. */
  readonly evidenceIds: readonly string[]
}

/** The rule by which units owe their own plan; none where the campaign asks for none. */
export function unitPlanRule(campaign: Campaign): DeadlineRule | undefined {
  return campaign.deadlines.find((rule) => rule.kind === 'unit-plan' && isOwedByUnits(rule))
}

/** The deadline of the units' own plans, known before anybody has set its day. */
export function unitPlanDeadlineId(campaign: Campaign): string | undefined {
  const rule = unitPlanRule(campaign)
  return rule && `${campaign.id}:${rule.kind}:${rule.id}`
}

/** Whether that unit has to issue one in the campaign. */
export function owesPlan(campaign: Campaign, unit: Unit): boolean {
  const rule = unitPlanRule(campaign)
  if (!rule) return false
  if (typeof rule.appliesTo !== 'object') return true
  const { codes, kinds } = rule.appliesTo
  return (codes?.includes(unit.code) ?? true) && (kinds?.includes(unit.kind) ?? true)
}
