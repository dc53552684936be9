import type { Campaign, Ladder } from '../campaign/campaign.ts'
import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { instantOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
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
