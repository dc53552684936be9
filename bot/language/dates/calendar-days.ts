import { Temporal } from 'temporal-polyfill'
import type { Interval } from '../understanding.ts'

/** Reports look back, deadlines look forward: "20/12" written in January is another day for each. */
export type Looking = 'back' | 'forward'

/** `today`: the day in Vietnam. `month`: the month spoken of, in which "ngày 5" lies. */
export type Calendar = {
  readonly today: Temporal.PlainDate
  readonly looking: Looking
  readonly month?: Temporal.PlainYearMonth
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) > 0

/** The day, or nothing where the calendar has none (31/2). */
export function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

function lies({ today, looking }: Calendar, date: Temporal.PlainDate): boolean {
  return looking === 'back' ? !isAfter(date, today) : !isAfter(today, date)
}

const direction = ({ looking }: Calendar) => (looking === 'back' ? -1 : 1)

/** Day and month without a year: the nearest on the side looked to, today included; 29/2 may be years away. */
export function nearestYearly(
  calendar: Calendar,
  month: number,
  day: number,
): Temporal.PlainDate | undefined {
  for (let away = 0; away <= 8; away++) {
    const date = dayOf(calendar.today.year + away * direction(calendar), month, day)
    if (date !== undefined && lies(calendar, date)) return date
  }
  return undefined
}

/** "ngày 5": in the month spoken of, else the nearest on the side looked to. */
export function nearestMonthly(calendar: Calendar, day: number): Temporal.PlainDate | undefined {
  if (calendar.month !== undefined) return dayOf(calendar.month.year, calendar.month.month, day)
  const present = calendar.today.toPlainYearMonth()
  for (let away = 0; away <= 2; away++) {
    const { year, month } = present.add({ months: away * direction(calendar) })
    const date = dayOf(year, month, day)
    if (date !== undefined && lies(calendar, date)) return date
  }
  return undefined
}

/** The week, Monday to Sunday, so many weeks from the one of `today`. */
export function weekOf(today: Temporal.PlainDate, weeks: number): Interval {
  const from = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks })
  return { from, to: from.add({ days: 6 }) }
}

/** The nearest such weekday (1 Monday … 7 Sunday) on the side looked to, today included. */
export function nearestWeekday(calendar: Calendar, weekday: number): Temporal.PlainDate {
  const { today, looking } = calendar
  return looking === 'back'
    ? today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 })
    : today.add({ days: (weekday - today.dayOfWeek + 7) % 7 })
}

/** The nearest such month on the side looked to, the present one included. */
export function nearestMonth(calendar: Calendar, month: number): Temporal.PlainYearMonth {
  const { today, looking } = calendar
  const year =
    looking === 'back'
      ? today.year - (month > today.month ? 1 : 0)
      : today.year + (month < today.month ? 1 : 0)
  return Temporal.PlainYearMonth.from({ year, month })
}
