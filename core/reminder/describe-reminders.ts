import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay, workingDayOnOrBefore } from '../calendar/working-days.ts'
import { ladderFor } from '../duty/deadline.ts'
import { dueDayOf } from '../duty/duty.ts'
import type { Notice, OwingUnits, RemindedDuty, ReminderWording } from '../notice.ts'
import type { Circumstances, ReminderLine } from './reminder.ts'
import { isForOffice } from './reminder.ts'
import type { ReminderWork } from './reminder-work.ts'

/** What one message says: the person's own duties, then for the office one list of units for each deadline. */
export async function describeReminders(
  tx: Pick<ReminderWork, 'units'>,
  lines: readonly ReminderLine[],
  { now, calendar }: Pick<Circumstances, 'now' | 'calendar'>,
): Promise<Extract<Notice, { kind: 'reminder' }>> {
  const own: RemindedDuty[] = []
  const lists = new Map<string, OwingUnits>()
  for (const line of lines) {
    const { campaign, duty } = line
    const { deadline } = duty
    const unit = await tx.units.get(duty.unitCode)
    if (isForOffice(line.reason)) {
      const units = lists.get(deadline.id)?.units ?? []
      lists.set(deadline.id, { campaign, deadline, units: [...units, unit] })
      continue
    }
    const day = dueDayOf(duty)
    const before = dayBefore(calendar, day.dueOn)
    own.push({
      campaign,
      deadline,
      unit,
      ...day,
      overdue: now.epochMilliseconds > day.dueAt.epochMilliseconds,
      wording: wordingOf(line),
      ...(before ? { workingDayBefore: before } : {}),
      ...(line.toldAt ? { toldOn: localDateOf(line.toldAt) } : {}),
    })
  }
  const byProtocol = [...lists.values()].map((list) => ({
    ...list,
    units: [...list.units].sort((a, b) => a.protocolOrder - b.protocolOrder),
  }))
  return { kind: 'reminder', today: localDateOf(now), duties: own, lists: byProtocol }
}

function wordingOf({ reason, duty, campaign, reminders }: ReminderLine): ReminderWording {
  if (reason === 'moved' || reason === 'promise' || reason === 'nudge') return reason
  const ladder = ladderFor(campaign, duty.deadline)
  const stage = ladder.find(({ id }) => reminders.some((reminder) => reminder.stage === id))
  return stage?.text ?? 'short'
}

function dayBefore(calendar: WorkingCalendar, on: LocalDate): LocalDate | undefined {
  return isWorkingDay(calendar, on) ? undefined : workingDayOnOrBefore(calendar, on)
}
