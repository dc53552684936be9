import { z } from 'zod'
import type { CalendarDay, CalendarYear } from '../../core/calendar/working-days.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import { localDate, text } from './fields.ts'
import type { ReadResult } from './problem.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads one year's calendar of days off and make-up days. Refuses days of another year, a day that
 * stands twice, and a make-up day in the middle of the week.
 */
export async function readCalendarFile(file: string): Promise<ReadResult<CalendarYear>> {
  return readYaml(file, calendar)
}

const SATURDAY = 6

/** One day (`on`), or several in a row (`from`, `to`), with the notice that decided them. */
const days = z
  .strictObject({
    on: localDate.exactOptional(),
    from: localDate.exactOptional(),
    to: localDate.exactOptional(),
    name: text,
    source: text.exactOptional(),
    confirmed: z.boolean().default(true),
    note: text.exactOptional(),
  })
  .superRefine(({ on, from, to }, context) => {
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message })
    if (on ? from !== undefined || to !== undefined : !from || !to)
      refuse('Ghi "on" cho một ngày, hoặc cả "from" và "to" cho nhiều ngày liền.')
    else if (from && to && to.toString() < from.toString())
      refuse('Ngày cuối "to" đứng trước ngày đầu "from".')
  })

const calendar = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    source: text,
    daysOff: z.array(days).default([]),
    makeUpDays: z.array(days).default([]),
    localDaysOff: z.array(days).default([]),
  })
  .superRefine((value, context) => {
    const seen = new Set<string>()
    for (const { path, day } of allDays(value)) {
      const message = wrongDay(day, { year: value.year, makeUp: path[0] === 'makeUpDays', seen })
      if (message !== undefined) context.addIssue({ code: 'custom', path, message })
      seen.add(day.toString())
    }
  })
  .transform(({ year, source, daysOff, makeUpDays, localDaysOff }): CalendarYear => {
    const spread = (entry: Entry): CalendarDay[] =>
      daysOf(entry).map((on) => ({
        on,
        name: entry.name,
        source: entry.source ?? source,
        confirmed: entry.confirmed,
      }))
    return {
      year,
      daysOff: daysOff.flatMap(spread),
      makeUpDays: makeUpDays.flatMap(spread),
      localDaysOff: localDaysOff.flatMap(spread),
    }
  })

type Entry = z.output<typeof days>

type Groups = Readonly<Record<'daysOff' | 'makeUpDays' | 'localDaysOff', readonly Entry[]>>

function allDays(groups: Groups): { path: (string | number)[]; day: LocalDate }[] {
  return (['daysOff', 'makeUpDays', 'localDaysOff'] as const).flatMap((group) =>
    groups[group].flatMap((entry, index) =>
      daysOf(entry).map((day) => ({ path: [group, index], day })),
    ),
  )
}

type Among = { readonly year: number; readonly makeUp: boolean; readonly seen: ReadonlySet<string> }

function wrongDay(day: LocalDate, { year, makeUp, seen }: Among): string | undefined {
  if (day.year !== year) return `Ngày ${day.toString()} không thuộc năm ${year} của lịch này.`
  if (seen.has(day.toString())) return `Ngày ${day.toString()} đã có ở trên.`
  if (makeUp && day.dayOfWeek < SATURDAY)
    return `Ngày làm bù ${day.toString()} không phải thứ Bảy hay Chủ nhật.`
  return undefined
}

function daysOf({ on, from, to }: Entry): LocalDate[] {
  const first = on ?? from
  const last = on ?? to
  if (!first || !last) return []
  const count = first.until(last, { largestUnit: 'day' }).days + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => first.add({ days: index }))
}
