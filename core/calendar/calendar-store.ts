import type { CalendarYear, WorkingCalendar } from './working-days.ts'

export interface CalendarStore {
  load(): Promise<WorkingCalendar>
  /** The years as they were saved, earliest first. */
  list(): Promise<readonly CalendarYear[]>
  save(years: readonly CalendarYear[]): Promise<void>
}
