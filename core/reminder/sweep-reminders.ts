import { localDateOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { DutyDay } from '../duty/duty.ts'
import type { PlannedStage } from './reminder-store.ts'
import type { ReminderWork } from './reminder-work.ts'
import { dueDaysInReach, stageDue } from './stages.ts'

/**
 * Plans a reminder for everybody whose stage has come and whose unit's duty is open. Reminders have no
 * text yet. Run as often as one likes: what is planned is not planned again, and of several stages
 * missed only the latest is planned. Gives the number of new reminders.
 */
export async function sweepReminders(tx: ReminderWork): Promise<number> {
  const calendar = await tx.calendars.load()
  const today = localDateOf(tx.now)
  const stages: PlannedStage[] = []
  for (const { campaign } of await tx.campaigns.list()) {
    const days = await tx.duties.listDueDays(campaign.id, dueDaysInReach(campaign, today))
    stages.push(...days.flatMap((day) => stageFor(day, { campaign, calendar }, tx)))
  }
  return (await tx.reminders.plan(stages, today)) + (await tx.reminders.planPromised(tx.now))
}

function stageFor(
  day: DutyDay,
  around: { campaign: Campaign; calendar: WorkingCalendar },
  { now }: ReminderWork,
): PlannedStage[] {
  const due = stageDue(day, around, now)
  if (!due) return []
  const { id, to } = due.stage
  return [
    {
      deadlineId: day.deadline.id,
      stage: id,
      dueAt: due.at,
      to: around.campaign.escalatesToLeader ? to : to.filter((audience) => audience !== 'leader'),
      ...(day.extension ? { extendedTo: day.extension.to } : {}),
    },
  ]
}
