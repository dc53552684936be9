import type { Campaign, Ladder, LadderStage, ReportSchedule } from '../campaign/campaign.ts'
import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { instantOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { addWorkingDays, workingDayOnOrBefore } from '../calendar/working-days.ts'
import { periodContaining } from '../report/report.ts'

/** A day by which each unit of a campaign owes a report, or may still nominate. */
export type Deadline = {
  readonly id: string
  readonly campaignId: string
  readonly kind: 'report' | 'nomination'
  /** The report's period, or the award's id. */
  readonly subject: string
  readonly opensOn: LocalDate
  readonly dueOn: LocalDate
  readonly dueAt: Instant
}

/** The last moment of a day that the plan includes ("đến hết ngày"). */
const END_OF_DAY = Temporal.PlainTime.from('23:59:59')

/** All deadlines of a campaign that fall on or after `from`, earliest first. */
export function deadlinesOf(campaign: Campaign, from: LocalDate): readonly Deadline[] {
  const reports = campaign.reports ? reportDeadlines(campaign, campaign.reports) : []
  return [...reports, ...nominationDeadlines(campaign)]
    .filter((deadline) => deadline.dueOn.toString() >= from.toString())
    .sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))
}

function reportDeadlines(campaign: Campaign, schedule: ReportSchedule): Deadline[] {
  const months = schedule.every === 'quarter' ? 3 : 1
  const start = campaign.startsOn.with({ day: 1 })
  let opensOn = start.subtract({ months: (start.month - 1) % months })
  const deadlines: Deadline[] = []
  while (opensOn.toString() <= campaign.endsOn.toString()) {
    const dueOn = opensOn.add({ months: months - 1 }).with({ day: schedule.day })
    const subject = periodContaining(schedule, opensOn)
    deadlines.push({
      id: `${campaign.id}:report:${subject}`,
      campaignId: campaign.id,
      kind: 'report',
      subject,
      opensOn,
      dueOn,
      dueAt: instantOf(dueOn, schedule.time),
    })
    opensOn = opensOn.add({ months })
  }
  return deadlines
}

function nominationDeadlines(campaign: Campaign): Deadline[] {
  return campaign.awards.flatMap((award) => {
    if (!award.window || award.selectedFrom !== undefined) return []
    const { from, to } = award.window
    return {
      id: `${campaign.id}:nomination:${award.id}`,
      campaignId: campaign.id,
      kind: 'nomination' as const,
      subject: award.id,
      opensOn: from,
      dueOn: to,
      dueAt: instantOf(to, END_OF_DAY),
    }
  })
}

/** The ladder that reminds of a deadline. */
export function ladderFor(campaign: Campaign, deadline: Deadline): Ladder {
  if (deadline.kind === 'nomination') return campaign.nominationLadder
  return campaign.reports?.ladder ?? []
}

export type DueStage = { readonly stage: LadderStage; readonly at: Instant }

/**
 * When each stage of a ladder is sent, earliest first. Working days are counted from the deadline's
 * own day; a stage that would fall on a day off, the last day's included, moves to the working day before.
 */
export function stagesOf(
  deadline: Deadline,
  ladder: Ladder,
  calendar: WorkingCalendar,
): readonly DueStage[] {
  return ladder
    .map((stage) => ({ stage, at: instantOf(dayOfStage(deadline, stage, calendar), stage.time) }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

function dayOfStage(deadline: Deadline, stage: LadderStage, calendar: WorkingCalendar): LocalDate {
  if (stage.unit === 'working-day' && stage.offset !== 0)
    return addWorkingDays(calendar, deadline.dueOn, stage.offset)
  return workingDayOnOrBefore(calendar, deadline.dueOn.add({ days: stage.offset }))
}

/**
 * The one stage that still matters: the latest whose time has come. It matters until the next stage,
 * and the last one until `stale` after its time. Someone who joins late, and a product that was
 * down for two days, thereby send one message instead of all that were missed.
 */
export function currentStage(
  stages: readonly DueStage[],
  now: Instant,
  stale: Temporal.DurationLike,
): DueStage | undefined {
  const passed = stages.filter((s) => Temporal.Instant.compare(s.at, now) <= 0)
  const latest = passed.at(-1)
  if (!latest) return undefined
  const isLast = passed.length === stages.length
  if (isLast && Temporal.Instant.compare(latest.at.add(stale), now) < 0) return undefined
  return latest
}
