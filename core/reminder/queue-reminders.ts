import { localDateOf, startOfDay } from '../calendar/local-time.ts'
import type { LocalDate } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay, workingDayOnOrBefore } from '../calendar/working-days.ts'
import { phaseOf } from '../campaign/campaign.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { RemindedDuty } from '../notice.ts'
import type { Transaction } from '../ports.ts'
import type { ClaimedReminder } from './reminder-store.ts'
import { mayWriteUnasked, MOST_UNASKED_A_DAY } from './sending-hours.ts'

/**
 * Turns planned reminders into messages, in office hours: one message per person, most urgent duty
 * first, at most two unasked ones a day. Whether each duty is still open is asked again here.
 * Gives the number of persons handled, 0 when nothing is due.
 */
export async function queueReminders(tx: Transaction, people: number): Promise<number> {
  const calendar = await tx.calendars.load()
  if (!mayWriteUnasked(calendar, tx.now)) return 0
  const claimed = await tx.reminders.claimDue(tx.now, people)
  const byPerson = groupByPerson(claimed)
  for (const [officialId, reminders] of byPerson) {
    await remindPerson(tx, { officialId, reminders, calendar })
  }
  return byPerson.size
}

function groupByPerson(claimed: readonly ClaimedReminder[]): Map<string, ClaimedReminder[]> {
  const byPerson = new Map<string, ClaimedReminder[]>()
  for (const reminder of claimed) {
    const own = byPerson.get(reminder.officialId)
    if (own) own.push(reminder)
    else byPerson.set(reminder.officialId, [reminder])
  }
  return byPerson
}

type Person = {
  officialId: string
  reminders: readonly ClaimedReminder[]
  calendar: WorkingCalendar
}

async function remindPerson(tx: Transaction, person: Person): Promise<void> {
  const done = person.reminders.filter((reminder) => reminder.dutyDone)
  const open = person.reminders.filter((reminder) => !reminder.dutyDone)
  await tx.reminders.settle(ids(done), { state: 'cancelled', at: tx.now })
  if (open.length === 0) return

  const since = startOfDay(localDateOf(tx.now))
  if ((await tx.outbox.countUnasked(person.officialId, since)) >= MOST_UNASKED_A_DAY) {
    await tx.reminders.settle(ids(open), { state: 'expired', at: tx.now })
    return
  }
  const official = await tx.officials.get(person.officialId)
  const duties = await describe(tx, { ...person, reminders: open })
  if (duties.length === 0) {
    await tx.reminders.settle(ids(open), { state: 'expired', at: tx.now })
    return
  }
  const notice = { kind: 'reminder', today: localDateOf(tx.now), duties } as const
  const queued = await queueNotice(tx, official, notice, { cause: 'reminder' })
  await tx.reminders.settle(
    ids(open),
    queued
      ? { state: 'queued', at: tx.now, messageId: queued.messageId }
      : { state: 'unreachable', at: tx.now },
  )
}

/** One line per duty, though two of its stages may have come together. */
async function describe(tx: Transaction, person: Person): Promise<readonly RemindedDuty[]> {
  const distinct = new Map(person.reminders.map((r) => [`${r.deadline.id}|${r.unitCode}`, r]))
  const byUrgency = [...distinct.values()].sort(
    (a, b) => a.deadline.dueAt.epochMilliseconds - b.deadline.dueAt.epochMilliseconds,
  )
  const duties: RemindedDuty[] = []
  for (const { deadline, unitCode } of byUrgency) {
    const { campaign } = await tx.campaigns.get(deadline.campaignId)
    if (phaseOf(campaign, tx.now) !== 'running') continue
    const unit = await tx.units.get(unitCode)
    const overdue = tx.now.epochMilliseconds > deadline.dueAt.epochMilliseconds
    const before = dayBefore(person.calendar, deadline.dueOn)
    duties.push({
      campaign,
      deadline,
      unit,
      overdue,
      ...(before ? { workingDayBefore: before } : {}),
    })
  }
  return duties
}

function dayBefore(calendar: WorkingCalendar, on: LocalDate): LocalDate | undefined {
  return isWorkingDay(calendar, on) ? undefined : workingDayOnOrBefore(calendar, on)
}

function ids(reminders: readonly ClaimedReminder[]): readonly bigint[] {
  return reminders.map((reminder) => reminder.id)
}
