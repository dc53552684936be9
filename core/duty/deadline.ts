import type { Campaign, Ladder, LadderStage } from '../campaign/campaign.ts'
import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { instantOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { addWorkingDays, workingDayOnOrBefore } from '../calendar/working-days.ts'
import { rhythmOf } from '../calendar/periods.ts'
import type { DeadlineKind, DeadlineRule } from './deadline-rule.ts'
import type { Span } from './due-days.ts'
import { spansOf } from './due-days.ts'

/** A day by which something is owed, or may still be done. Its words, source and origin are those of its rule. */
export type Deadline = {
  readonly id: string
  readonly campaignId: string
  readonly kind: DeadlineKind
  /** A report's period, a nomination's award, else the rule's id, with the period where it recurs. */
  readonly subject: string
  readonly opensOn: LocalDate
  readonly dueOn: LocalDate
  readonly dueAt: Instant
}

/** A deadline with the rule of the plan from which it follows. */
export type PlannedDeadline = Deadline & { readonly rule: DeadlineRule }

/** The last moment of a day that the plan includes ("đến hết ngày"). */
const END_OF_DAY = Temporal.PlainTime.from('23:59:59')

/**
 * All deadlines of a campaign that fall on or after `from`, earliest first. A rule without a day of
 * its own has none: the office has still to set it, or each case has its own. Working days are
 * reckoned with `calendar`.
 */
export function deadlinesOf(
  campaign: Campaign,
  from: LocalDate,
  calendar: WorkingCalendar,
): readonly PlannedDeadline[] {
  return campaign.deadlines
    .flatMap((rule) =>
      spansOf(rule, campaign, calendar).map((span) => planned(campaign, rule, span)),
    )
    .filter((deadline) => deadline.dueOn.toString() >= from.toString())
    .sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))
}

function planned(campaign: Campaign, rule: DeadlineRule, span: Span): PlannedDeadline {
  const { kind } = rule
  const subject = subjectOf(rule, span.period)
  return {
    id: `${campaign.id}:${kind}:${subject}`,
    campaignId: campaign.id,
    kind,
    subject,
    opensOn: span.opensOn,
    dueOn: span.dueOn,
    dueAt: instantOf(span.dueOn, rule.time ?? END_OF_DAY),
    rule,
  }
}

function subjectOf(rule: DeadlineRule, period: string | undefined): string {
  if (rule.kind === 'report' && period !== undefined) return period
  if (rule.kind === 'nomination' && rule.award !== undefined) return rule.award
  return period === undefined ? rule.id : `${rule.id}/${period}`
}

/** The rule from which a deadline follows; none where a plan loaded later has dropped it. */
export function ruleOf(
  campaign: Campaign,
  { kind, subject }: Pick<Deadline, 'kind' | 'subject'>,
): DeadlineRule | undefined {
  const rules = campaign.deadlines.filter((rule) => rule.kind === kind)
  const rhythm = rhythmOf(subject)
  const [id] = subject.split('/')
  return rules.find(
    ({ due, award, id: own }) =>
      award === subject ||
      own === id ||
      (kind === 'report' && due.anchor === 'period' && due.every === rhythm),
  )
}

/** The ladder that reminds of a deadline. */
export function ladderFor(campaign: Campaign, deadline: Pick<Deadline, 'kind'>): Ladder {
  return campaign.ladders[deadline.kind] ?? []
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
