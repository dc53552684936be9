import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { instantOf, localDateOf, localTimeOf, startOfDay } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay, nextWorkingDay } from '../calendar/working-days.ts'

/** Times of the day, in Vietnam, between which the bot may write unasked: 07:00–11:30 and 13:30–17:30. */
const HOURS = [
  { from: Temporal.PlainTime.from('07:00'), to: Temporal.PlainTime.from('11:30') },
  { from: Temporal.PlainTime.from('13:30'), to: Temporal.PlainTime.from('17:30') },
] as const

const HOUR_MS = 3_600_000

/** Whether a message that nobody asked for may leave at that moment: a working day, in office hours. */
export function mayWriteUnasked(calendar: WorkingCalendar, at: Instant): boolean {
  if (!isWorkingDay(calendar, localDateOf(at))) return false
  const time = localTimeOf(at)
  return HOURS.some(
    ({ from, to }) =>
      Temporal.PlainTime.compare(from, time) <= 0 && Temporal.PlainTime.compare(time, to) < 0,
  )
}

/** The moment itself if the bot may write then, else the next at which it may. */
export function sendingMoment(calendar: WorkingCalendar, at: Instant): Instant {
  const day = localDateOf(at)
  const time = localTimeOf(at)
  if (!isWorkingDay(calendar, day)) return firstSendingMoment(nextWorkingDay(calendar, day))
  const open = HOURS.find(({ to }) => Temporal.PlainTime.compare(time, to) < 0)
  if (!open) return firstSendingMoment(nextWorkingDay(calendar, day))
  return Temporal.PlainTime.compare(time, open.from) < 0 ? instantOf(day, open.from) : at
}

/** The moment from which so many hours of sending have passed until `at`. */
export function workingHoursBefore(calendar: WorkingCalendar, at: Instant, hours: number): Instant {
  let left = hours * HOUR_MS
  for (let day = localDateOf(at); ; day = day.subtract({ days: 1 })) {
    if (!isWorkingDay(calendar, day)) continue
    for (const { from, to } of HOURS.toReversed()) {
      const opens = instantOf(day, from).epochMilliseconds
      const closes = Math.min(instantOf(day, to).epochMilliseconds, at.epochMilliseconds)
      if (closes <= opens) continue
      if (closes - opens >= left) return Temporal.Instant.fromEpochMilliseconds(closes - left)
      left -= closes - opens
    }
  }
}

/** The first moment of the next working day: where what was too much for today goes. */
export function nextSendingDay(calendar: WorkingCalendar, after: Instant): Instant {
  return firstSendingMoment(nextWorkingDay(calendar, localDateOf(after)))
}

/** The end of the day on which a message of that moment is sent, where nothing keeps it back. */
export function endOfSendingDay(calendar: WorkingCalendar, at: Instant): Instant {
  return startOfDay(localDateOf(sendingMoment(calendar, at)).add({ days: 1 }))
}

function firstSendingMoment(day: LocalDate): Instant {
  return instantOf(day, HOURS[0].from)
}

/** Unasked messages one person gets on one day, however many campaigns run. */
export const MOST_UNASKED_A_DAY = 2
