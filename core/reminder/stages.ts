import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { instantOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import {
  addWorkingDays,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../calendar/working-days.ts'
import type { Campaign, Ladder, LadderStage } from '../campaign/campaign.ts'
import { phaseOf } from '../campaign/campaign.ts'
import { ladderFor, ruleOf } from '../duty/deadline.ts'
import type { DutyDay } from '../duty/duty.ts'
import { dueDayOf } from '../duty/duty.ts'

export type DueStage = { readonly stage: LadderStage; readonly at: Instant }

/** How long a ladder's last stage still matters after its time, where the stage itself does not say. */
const LAST_STAGE_MATTERS_FOR = { hours: 48 }

/**
 * When each stage of a ladder is sent, earliest first. Working days are counted from the due day
 * itself. A stage that would fall on a day off moves: to the working day before, up to the due day;
 * to the working day after, once that is over.
 */
export function stagesOf(
  dueOn: LocalDate,
  ladder: Ladder,
  calendar: WorkingCalendar,
): readonly DueStage[] {
  return ladder
    .map((stage) => ({ stage, at: instantOf(dayOfStage(dueOn, stage, calendar), stage.time) }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

function dayOfStage(
  dueOn: LocalDate,
  { offset, unit }: LadderStage,
  calendar: WorkingCalendar,
): LocalDate {
  if (unit === 'working-day' && offset !== 0) return addWorkingDays(calendar, dueOn, offset)
  const day = dueOn.add({ days: offset })
  return offset > 0 ? workingDayOnOrAfter(calendar, day) : workingDayOnOrBefore(calendar, day)
}

/**
 * The one stage that still matters: the latest whose time has come, for as long as it says, else until
 * the next one. The last matters for two days, and no longer than to the due moment where the ladder
 * ends with its day. Someone who joins late, and a product that was down for two days, thereby send
 * one message instead of all that were missed.
 */
export function currentStage(
  stages: readonly DueStage[],
  dueAt: Instant,
  now: Instant,
): DueStage | undefined {
  const passed = stages.filter(({ at }) => !isBefore(now, at))
  const latest = passed.at(-1)
  if (!latest) return undefined
  const { withinMinutes, offset } = latest.stage
  if (withinMinutes !== undefined)
    return isBefore(latest.at.add({ minutes: withinMinutes }), now) ? undefined : latest
  if (passed.length < stages.length) return latest
  const isOver = isBefore(latest.at.add(LAST_STAGE_MATTERS_FOR), now)
  return isOver || (offset <= 0 && isBefore(dueAt, now)) ? undefined : latest
}

/** So many days off may lie around a stage: Tết with the weekends before and after it. */
const LONGEST_HOLIDAY = 14

/** The due days of which some stage may matter today: as far ahead and back as the campaign's ladders reach. */
export function dueDaysInReach(
  { ladders }: Campaign,
  today: LocalDate,
): { from: LocalDate; to: LocalDate } {
  // Five of seven days are worked.
  const days = Object.values(ladders)
    .flat()
    .map(({ offset, unit }) => (unit === 'working-day' ? Math.ceil(offset * 1.4) : offset))
  return {
    from: today.subtract({ days: Math.max(0, ...days) + LONGEST_HOLIDAY }),
    to: today.add({ days: Math.max(0, ...days.map((count) => -count)) + LONGEST_HOLIDAY }),
  }
}

function isBefore(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

/** The stage by which a duty is to be reminded of now. None before its ladder, after it, before the campaign, or where the plan has dropped it. */
export function stageDue(
  day: DutyDay,
  { campaign, calendar }: { campaign: Campaign; calendar: WorkingCalendar },
  now: Instant,
): DueStage | undefined {
  if (phaseOf(campaign, now) === 'not-started' || !ruleOf(campaign, day.deadline)) return undefined
  const { dueOn, dueAt } = dueDayOf(day)
  return currentStage(stagesOf(dueOn, ladderFor(campaign, day.deadline), calendar), dueAt, now)
}
