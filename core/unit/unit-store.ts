import type { Unit } from './unit.ts'

export interface UnitStore {
  get(code: string): Promise<Unit>
  /** All units, or those of a campaign, in protocol order. */
  list(campaignId?: string): Promise<readonly Unit[]>
  save(units: readonly Unit[]): Promise<{ added: number; updated: number }>
}
