import type { LocalDate } from './local-time.ts'

/** ISO 8601 counts the days of the week from Monday, 1. */
const FRIDAY = 5

/** A day on which the ordinary week does not hold. */
export type CalendarDay = {
  readonly on: LocalDate
  /** Why: "Tết Nguyên đán Ất Tỵ", "Làm bù cho ngày 02/5/2025". */
  readonly name: string
  /** The notice that says so. */
  readonly source: string
  /** Whether the office has checked it. Until then the day is shown as "cần kiểm tra" and changes nothing. */
  readonly confirmed: boolean
}

/** A year's calendar as a file holds it. Which days are swapped is decided by notice each year, so it is data. */
export type CalendarYear = {
  readonly year: number
  readonly daysOff: readonly CalendarDay[]
  /** Days of a weekend on which offices work in exchange for a day off. */
  readonly makeUpDays: readonly CalendarDay[]
  /** Days off of one place only: a commune's festival, a flood. */
  readonly localDaysOff: readonly CalendarDay[]
}

/** The confirmed days of several years, ready to be asked. Days are ISO dates in Vietnam. */
export type WorkingCalendar = {
  readonly years: ReadonlySet<number>
  readonly off: ReadonlySet<string>
  readonly makeUp: ReadonlySet<string>
  /** What the office has still to check. */
  readonly unconfirmed: readonly CalendarDay[]
}

/**
 * Joins calendars, in any order. Unconfirmed days are set apart and change nothing: a message on a
 * day that turns out to be off does less harm than a deadline reckoned with a day that was not.
 */
export function workingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const off = years.flatMap((year) => [...year.daysOff, ...year.localDaysOff])
  const makeUp = years.flatMap((year) => year.makeUpDays)
  return {
    years: new Set(years.map(({ year }) => year)),
    off: confirmedDays(off),
    makeUp: confirmedDays(makeUp),
    unconfirmed: [...off, ...makeUp].filter((day) => !day.confirmed),
  }
}

function confirmedDays(days: readonly CalendarDay[]): ReadonlySet<string> {
  return new Set(days.filter((day) => day.confirmed).map((day) => day.on.toString()))
}

/** Years between two days, both included, of which the calendar knows nothing: there only weekends are off. */
export function missingYears(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number[] {
  const count = Math.max(0, to.year - from.year + 1)
  const years = Array.from({ length: count }, (_, index) => from.year + index)
  return years.filter((year) => !calendar.years.has(year))
}

/** Whether offices work on that day: Monday to Friday and make-up days, without days off. */
export function isWorkingDay(calendar: WorkingCalendar, on: LocalDate): boolean {
  const day = on.toString()
  if (calendar.off.has(day)) return false
  return on.dayOfWeek <= FRIDAY || calendar.makeUp.has(day)
}

/** The first working day after that day. */
export function nextWorkingDay(calendar: WorkingCalendar, on: LocalDate): LocalDate {
  return addWorkingDays(calendar, on, 1)
}

/** The last working day before that day. */
export function previousWorkingDay(calendar: WorkingCalendar, on: LocalDate): LocalDate {
  return addWorkingDays(calendar, on, -1)
}

/** The day itself if offices work on it, else the working day before: where a reminder goes whose day is off. */
export function workingDayOnOrBefore(calendar: WorkingCalendar, on: LocalDate): LocalDate {
  return isWorkingDay(calendar, on) ? on : previousWorkingDay(calendar, on)
}

/** The day itself if offices work on it, else the working day after. */
export function workingDayOnOrAfter(calendar: WorkingCalendar, on: LocalDate): LocalDate {
  return isWorkingDay(calendar, on) ? on : nextWorkingDay(calendar, on)
}

/**
 * The working day that many working days after (or, negative, before) a day. The count begins on the
 * next working day, as in "trong 25 ngày làm việc kể từ ngày nhận đủ hồ sơ"; zero is the day itself.
 */
export function addWorkingDays(calendar: WorkingCalendar, on: LocalDate, count: number): LocalDate {
  const step = Math.sign(count)
  let day = on
  for (let left = Math.abs(count); left > 0;) {
    day = day.add({ days: step })
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/**
 * How many working days lie after `from` up to `to`, `to` included; zero where `to` is not later.
 * The opposite of `addWorkingDays`: a file received on `from` and due in n working days is due on `to`.
 */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): number {
  const days = Math.max(0, from.until(to, { largestUnit: 'day' }).days)
  const after = Array.from({ length: days }, (_, index) => from.add({ days: index + 1 }))
  return after.filter((day) => isWorkingDay(calendar, day)).length
}
