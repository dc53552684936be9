import { Temporal } from 'temporal-polyfill'
import type { CalendarStore } from '../../core/calendar/calendar-store.ts'
import type { CalendarDay, CalendarYear } from '../../core/calendar/working-days.ts'
import { workingCalendar } from '../../core/calendar/working-days.ts'
import type { Db } from './rows.ts'
import { toJson } from './rows.ts'

type StoredDay = Omit<CalendarDay, 'on'> & { on: string }
type StoredYear = { year: number } & Record<'daysOff' | 'makeUpDays' | 'localDaysOff', StoredDay[]>

function yearFromJson(json: unknown): CalendarYear {
  const { year, daysOff, makeUpDays, localDaysOff } = json as StoredYear
  const revive = (days: StoredDay[]): CalendarDay[] =>
    days.map((day) => ({ ...day, on: Temporal.PlainDate.from(day.on) }))
  return {
    year,
    daysOff: revive(daysOff),
    makeUpDays: revive(makeUpDays),
    localDaysOff: revive(localDaysOff),
  }
}

export function calendarStore(db: Db): CalendarStore {
  const list = async (): Promise<readonly CalendarYear[]> => {
    const rows = await db.calendarYear.findMany({ orderBy: { year: 'asc' } })
    return rows.map((row) => yearFromJson(row.days))
  }
  return {
    list,
    load: async () => workingCalendar(await list()),
    save: async (years) => {
      for (const calendar of years) {
        const days = toJson(calendar)
        const { year } = calendar
        await db.calendarYear.upsert({ where: { year }, create: { year, days }, update: { days } })
      }
    },
  }
}
