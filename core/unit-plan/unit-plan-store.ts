import type { Instant } from '../calendar/local-time.ts'
import type { UnitPlan } from './unit-plan.ts'

export interface UnitPlanStore {
  find(deadlineId: string, unitCode: string): Promise<UnitPlan | undefined>
  /** The plan that the official recorded last, from that moment on. */
  findRecent(recordedBy: string, since: Instant): Promise<UnitPlan | undefined>
  /** Writes the plan in place of the one before. */
  save(plan: UnitPlan): Promise<void>
  remove(deadlineId: string, unitCode: string): Promise<void>
  /** Adds photos and files to a plan that is recorded. */
  attach(plan: Pick<UnitPlan, 'deadlineId' | 'unitCode'>, ids: readonly string[]): Promise<void>
  /** Codes of the units whose plan is recorded. */
  listUnits(deadlineId: string): Promise<readonly string[]>
}
