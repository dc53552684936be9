import type { WorkingCalendar } from './working-days.ts'
import type { CalendarYear } from './working-days.ts'

export interface CalendarStore {
  load(): Promise<WorkingCalendar>
  save(years: readonly CalendarYear[]): Promise<void>
}
