import { Temporal } from 'temporal-polyfill'

/** Everything a person reads or types is in this zone; storage keeps UTC instants. */
export const ZONE = 'Asia/Ho_Chi_Minh'

export type Instant = Temporal.Instant
export type LocalDate = Temporal.PlainDate
export type LocalTime = Temporal.PlainTime

/** The calendar day in Vietnam at that instant, whatever the server's own zone. */
export function localDateOf(at: Instant): LocalDate {
  return at.toZonedDateTimeISO(ZONE).toPlainDate()
}

/** The time of day in Vietnam at that instant. */
export function localTimeOf(at: Instant): LocalTime {
  return at.toZonedDateTimeISO(ZONE).toPlainTime()
}

/** The instant of a day and time of day in Vietnam. */
export function instantOf(on: LocalDate, time: LocalTime): Instant {
  return on.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant()
}

/** The first instant of a day in Vietnam. */
export function startOfDay(on: LocalDate): Instant {
  return on.toZonedDateTime({ timeZone: ZONE }).toInstant()
}
