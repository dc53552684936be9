import type { Instant } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { phaseOf } from '../campaign/campaign.ts'
import type { Deadline, DueStage } from '../duty/deadline.ts'
import { currentStage, ladderFor, stagesOf } from '../duty/deadline.ts'

/** How long a ladder's last stage still matters after its time. */
const LAST_STAGE_MATTERS_FOR = { hours: 48 }

/** The stage by which a deadline is to be reminded of now. None before its ladder, after it, or outside the campaign. */
export function dueStage(
  of: { campaign: Campaign; deadline: Deadline; calendar: WorkingCalendar },
  now: Instant,
): DueStage | undefined {
  const { campaign, deadline, calendar } = of
  if (phaseOf(campaign, now) !== 'running') return undefined
  const stages = stagesOf(deadline, ladderFor(campaign, deadline), calendar)
  return currentStage(stages, now, LAST_STAGE_MATTERS_FOR)
}
