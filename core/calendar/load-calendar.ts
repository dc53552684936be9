import type { Transaction } from '../ports.ts'
import type { CalendarYear } from './working-days.ts'

/**
 * Takes over calendars of years. What a year's file says of the country replaces what was known; a
 * place's own days off stay until a file names some for that year.
 */
export async function loadCalendar(tx: Transaction, years: readonly CalendarYear[]): Promise<void> {
  const known = new Map((await tx.calendars.list()).map((calendar) => [calendar.year, calendar]))
  await tx.calendars.save(years.map((loaded) => merged(loaded, known.get(loaded.year))))
}

function merged(loaded: CalendarYear, known: CalendarYear | undefined): CalendarYear {
  if (!known) return loaded
  const isLocal = loaded.daysOff.length === 0 && loaded.makeUpDays.length === 0
  const country = isLocal ? known : loaded
  const place = loaded.localDaysOff.length > 0 ? loaded : known
  return {
    year: loaded.year,
    daysOff: country.daysOff,
    makeUpDays: country.makeUpDays,
    localDaysOff: place.localDaysOff,
  }
}
