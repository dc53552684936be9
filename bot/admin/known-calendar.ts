import { join } from 'node:path'
import type { WorkingCalendar } from '../../core/calendar/working-days.ts'
import { workingCalendar } from '../../core/calendar/working-days.ts'
import { shippedCalendars } from '../shipped.ts'
import type { Office } from './command.ts'

/** The working days as the database has them, or as they ship where nothing was ever loaded. */
export async function knownCalendar({ transactions, root }: Office): Promise<WorkingCalendar> {
  const stored = await transactions.run((tx) => tx.calendars.load())
  if (stored.years.size > 0) return stored
  return workingCalendar(await shippedCalendars(join(root, 'prisma', 'campaigns', 'calendars')))
}
