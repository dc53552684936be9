import { Temporal } from 'temporal-polyfill'
import { readDates } from '../dates/dates.ts'
import type { Reading } from '../writing/fold.ts'
import { mask } from '../writing/fold.ts'
import { minutesAhead, readTimes } from '../dates/times.ts'
import type { Context, DayOrInterval, PromisedMoment } from '../understanding.ts'

const hour = (time: string) => Temporal.PlainTime.from(time)

type PartOfDay = { readonly at: Temporal.PlainTime; readonly plain: RegExp; readonly spelt: RegExp }

/** The last hour in which a part of the day still holds; earlier lines are more telling. Without marks "toi" is "I" and "sang" is "over to". */
const PARTS: readonly PartOfDay[] = [
  { at: hour('14:00'), plain: /\bdau gio chieu\b/, spelt: /đầu giờ chiều/ },
  { at: hour('08:00'), plain: /\bdau gio\b/, spelt: /đầu giờ/ },
  { at: hour('11:00'), plain: /\bcuoi (?:gio|buoi) sang\b/, spelt: /cuối (?:giờ|buổi) sáng/ },
  {
    at: hour('16:30'),
    plain: /\b(?:cuoi (?:gio|ngay|buoi)|chieu)\b/,
    spelt: /cuối (?:giờ|ngày|buổi)|chiều/,
  },
  { at: hour('11:00'), plain: /\bsang (?:mai|som|thu|nay|ngay)\b/, spelt: /sáng/ },
  { at: hour('13:00'), plain: /\btrua\b/, spelt: /trưa/ },
  { at: hour('20:00'), plain: /\b(?:toi (?:nay|mai|ve)|dem)\b/, spelt: /tối|đêm/ },
]
const SOON = /\b(?:lat|ti|ty|chut|mot luc|it phut|xiu)(?: nua)?\b/
const SOON_IN_MINUTES = 60
const SOME_DAYS = /\b(?:vai|may) (?:hom|ngay)(?: nua)?\b/
const SOME_DAYS_ARE = 3
/** An hour up to this, with no part of the day, is one of the afternoon. */
const LAST_SMALL_HOUR = 5

/** Of an interval the last weekday counts, of a weekend its first day. */
function lastWeekday(value: DayOrInterval): Temporal.PlainDate {
  if (value instanceof Temporal.PlainDate) return value
  const back = [0, 1, 2].map((days) => value.to.subtract({ days }))
  const within = back.filter((day) => Temporal.PlainDate.compare(day, value.from) >= 0)
  return within.find((day) => day.dayOfWeek <= 5) ?? value.from
}

function timeNamed(reading: Reading): Temporal.PlainTime | undefined {
  const [first] = readTimes(reading, reading.folded)
  if (first === undefined) return undefined
  return first.time.hour >= 1 && first.time.hour <= LAST_SMALL_HOUR
    ? first.time.add({ hours: 12 })
    : first.time
}

function endOfPart({ typed, folded, marked }: Reading): Temporal.PlainTime | undefined {
  const spelt = typed.toLowerCase()
  return PARTS.find((part) => (marked ? part.spelt.test(spelt) : part.plain.test(folded)))?.at
}

/** "Hôm nay bận, mai gửi": the day that stands with the sending. */
const KEPT = /^[^,.;]{0,24}?\b(?:gui|nop|bao cao|xong|hoan thanh|nhac)\b/

function dayNamed(reading: Reading, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const masked = mask(reading.folded, readTimes(reading, reading.folded))
  const named = readDates(reading, masked, { today, looking: 'forward' })
  const kept = named.find(({ end }) => KEPT.test(reading.folded.slice(end)))
  const value = (kept ?? named[0])?.values[0]
  if (value !== undefined) return lastWeekday(value)
  return SOME_DAYS.test(reading.folded) ? today.add({ days: SOME_DAYS_ARE }) : undefined
}

/** So many minutes from now, or only today where the hour of writing is not known. */
function minutesFrom({ today, time }: Moment, minutes: number): PromisedMoment {
  if (time === undefined) return { on: today }
  const then = today.toPlainDateTime(time).add({ minutes })
  return { on: then.toPlainDate(), at: then.toPlainTime() }
}

type Moment = Pick<Context, 'today' | 'time'>

/** "3h gửi" said at half past two means three in the afternoon, and at five the next morning's eight. */
function nextAfter(at: Temporal.PlainTime, { today, time }: Moment): PromisedMoment {
  if (time === undefined || Temporal.PlainTime.compare(at, time) > 0) return { on: today, at }
  const later = at.add({ hours: 12 })
  return at.hour < 12 && later.hour <= 18 && Temporal.PlainTime.compare(later, time) > 0
    ? { on: today, at: later }
    : { on: today.add({ days: 1 }), at }
}

/**
 * When a promise is to be kept or a reminder is wished: "3h chiều gửi", "mai em nộp", "lát nữa",
 * "thứ 6 nhắc tôi", by the clock in Vietnam and looking forward from `today` and `time`. Nothing where
 * no moment is named: "để sau".
 */
export function readPromise(reading: Reading, now: Moment): PromisedMoment | undefined {
  const minutes = minutesAhead(reading.folded)
  if (minutes !== undefined) return minutesFrom(now, minutes)
  const at = timeNamed(reading) ?? endOfPart(reading)
  const on = dayNamed(reading, now.today)
  if (on !== undefined && !on.equals(now.today)) return at === undefined ? { on } : { on, at }
  if (at !== undefined) return nextAfter(at, now)
  if (SOON.test(reading.folded)) return minutesFrom(now, SOON_IN_MINUTES)
  return on === undefined ? undefined : { on }
}
