import type { LocalDate } from '../calendar/local-time.ts'
import { daysOf, periodsBetween } from '../calendar/periods.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { addWorkingDays, workingDayOnOrBefore } from '../calendar/working-days.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { DayUnit, DeadlineRule, Due } from './deadline-rule.ts'

/** From when and until when something may be done, both days included. */
export type Span = {
  readonly opensOn: LocalDate
  readonly dueOn: LocalDate
  /** Which time it is, of what recurs. */
  readonly period?: string
}

/** The days of a rule in a campaign: one or none, or one for each period that the campaign touches. */
export function spansOf(
  { due }: Pick<DeadlineRule, 'due'>,
  campaign: Campaign,
  calendar: WorkingCalendar,
): readonly Span[] {
  switch (due.anchor) {
    case 'calendar':
      return calendarSpan(due, campaign)
    case 'period':
      return periodSpans(due, campaign, calendar)
    case 'event':
      return eventSpan(due, campaign, calendar)
    case 'case':
    case 'none':
      return []
  }
}

/**
 * The last day that is given by a count: "5 ngày làm việc kể từ ngày …" begins to count on the next
 * (working) day, "trước … ít nhất 7 ngày" (negative) on the one before.
 */
export function countedDay(
  from: LocalDate,
  { days, unit }: { readonly days: number; readonly unit: DayUnit },
  calendar: WorkingCalendar,
): LocalDate {
  return unit === 'working-day' ? addWorkingDays(calendar, from, days) : from.add({ days })
}

type DueOf<A extends Due['anchor']> = Extract<Due, { anchor: A }>

function calendarSpan({ from, to, inclusive }: DueOf<'calendar'>, campaign: Campaign): Span[] {
  const last = to ? lastDay(to, inclusive) : from
  if (!last) return []
  return [{ opensOn: to && from ? from : earlier(campaign.startsOn, last), dueOn: last }]
}

function periodSpans(
  due: DueOf<'period'>,
  { startsOn, endsOn }: Campaign,
  calendar: WorkingCalendar,
): Span[] {
  return periodsBetween(due.every, { from: startsOn, to: endsOn }).flatMap((period) => {
    const days = daysOf(period)
    if (!days) return []
    const month = days.to.with({ day: 1 }).add({ months: due.monthsAfter })
    const end = month.add({ months: 1 }).subtract({ days: 1 })
    const on =
      due.day === 'last-working-day'
        ? workingDayOnOrBefore(calendar, end)
        : month.with({ day: due.day })
    return { opensOn: days.from, dueOn: lastDay(on, due.inclusive), period }
  })
}

function eventSpan(due: DueOf<'event'>, campaign: Campaign, calendar: WorkingCalendar): Span[] {
  const event = eventDay(campaign, due.event)
  if (!event) return []
  const dueOn = countedDay(event, due, calendar)
  return [{ opensOn: due.days < 0 ? earlier(campaign.startsOn, dueOn) : event, dueOn }]
}

/** The day of an event that deadlines are counted from; none while nobody has set it. */
export function eventDay(campaign: Campaign, event: string): LocalDate | undefined {
  if (event === 'issued') return campaign.issuedOn
  if (event === 'campaign-end') return campaign.endsOn
  const due = campaign.deadlines.find(({ id }) => id === event)?.due
  return due?.anchor === 'calendar' ? (due.to ?? due.from) : undefined
}

function lastDay(on: LocalDate, inclusive: boolean): LocalDate {
  return inclusive ? on : on.subtract({ days: 1 })
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a.toString() < b.toString() ? a : b
}
