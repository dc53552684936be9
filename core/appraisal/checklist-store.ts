import type { CriterionCheck } from './checklist.ts'

export interface ChecklistStore {
  note(nominationId: string, check: CriterionCheck): Promise<void>
  /** Oldest first; the last about a criterion counts. */
  list(nominationId: string): Promise<readonly CriterionCheck[]>
}
