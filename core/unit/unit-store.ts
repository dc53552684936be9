import type { LocalDate } from '../calendar/local-time.ts'
import type { Unit, UnitEnding } from './unit.ts'

export interface UnitStore {
  get(code: string): Promise<Unit>
  /** All units, or those of a campaign, in protocol order. */
  list(campaignId?: string): Promise<readonly Unit[]>
  /** The units of a campaign and those of the campaigns that it goes on for, its own first. */
  listLine(campaignId: string): Promise<readonly Unit[]>
  /** Adds or updates; the end that a reorganisation has given a unit stays. */
  save(units: readonly Unit[]): Promise<{ added: number; updated: number }>
  /** The unit exists up to that day, included. */
  end(codes: readonly string[], lastDay: LocalDate, ending: UnitEnding): Promise<void>
  /** The code, and those of all units whose place it took, directly or by way of others. */
  line(code: string): Promise<readonly string[]>
  /** The unit that answers for that one at present: itself, or who took its place. */
  heir(code: string): Promise<Unit>
}
