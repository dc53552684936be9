import type { Campaign } from '../campaign/campaign.ts'
import type { LocalDate } from '../calendar/local-time.ts'
import type { Rhythm } from '../calendar/periods.ts'
import { daysOf, periodContaining, rhythmOf } from '../calendar/periods.ts'
import type { DeadlineRule } from '../duty/deadline-rule.ts'

/** The rhythm in which a campaign wants reports. `origin` says whether the plan or the office itself set it. */
export type ReportSchedule = {
  readonly every: Rhythm
  /** Before this day of a month, a report that names no period belongs to the period before. */
  readonly belongsToPreviousBefore: number
  readonly origin: DeadlineRule['origin']
}

/**
 * The campaign's schedule of reports: of several the one whose periods are like `named`, else the
 * first. None where neither plan nor office wants periodic reports.
 */
export function reportScheduleOf(campaign: Campaign, named?: string): ReportSchedule | undefined {
  const schedules = campaign.deadlines.flatMap((rule): ReportSchedule[] => {
    const { kind, due, origin, belongsToPreviousBefore = 1 } = rule
    if (kind !== 'report' || due.anchor !== 'period') return []
    return [{ every: due.every, belongsToPreviousBefore, origin }]
  })
  const rhythm = named === undefined ? undefined : rhythmOf(named)
  return schedules.find(({ every }) => every === rhythm) ?? schedules[0]
}

/**
 * The period a report belongs to. A month or quarter that the person named counts; otherwise it is
 * the period of `today`, or the one before while the month is still young.
 */
export function periodOfReport(
  schedule: ReportSchedule,
  today: LocalDate,
  named: string | undefined,
): string {
  const given = named === undefined ? undefined : toSchedulePeriod(schedule, named)
  if (given !== undefined) return given
  const current = periodContaining(schedule.every, today)
  const before = periodContaining(schedule.every, today.subtract({ months: 1 }))
  return today.day < schedule.belongsToPreviousBefore ? before : current
}

/** A named month is taken to the quarter it lies in where reports are quarterly, a named quarter to its last month where monthly. */
function toSchedulePeriod({ every }: ReportSchedule, named: string): string | undefined {
  const rhythm = rhythmOf(named)
  if (rhythm === every) return named
  if (rhythm !== 'month' && rhythm !== 'quarter') return undefined
  const last = daysOf(named)?.to
  return last && periodContaining(every, last)
}
