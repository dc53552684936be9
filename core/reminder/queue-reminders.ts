import { localDateOf, startOfDay } from '../calendar/local-time.ts'
import type { LocalDate } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay, workingDayOnOrBefore } from '../calendar/working-days.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { RemindedDuty } from '../notice.ts'
import type { Transaction } from '../ports.ts'
import { dueStage } from './due-stage.ts'
import type { ClaimedReminder } from './reminder-store.ts'
import { mayWriteUnasked, MOST_UNASKED_A_DAY } from './sending-hours.ts'

/**
 * Turns planned reminders into messages, in office hours: one message per person, most urgent duty
 * first, at most two unasked ones a day. Whether each duty is still open, and the stage still the one
 * that matters, is asked again here.
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

  const current = (await hasEnough(tx, person)) ? [] : await findCurrent(tx, person, open)
  const overtaken = open.filter((reminder) => !current.some((one) => one.reminder === reminder))
  await tx.reminders.settle(ids(overtaken), { state: 'expired', at: tx.now })
  if (current.length === 0) return

  const official = await tx.officials.get(person.officialId)
  const duties = await describe(tx, person, current)
  const notice = { kind: 'reminder', today: localDateOf(tx.now), duties } as const
  const queued = await queueNotice(tx, official, notice, { cause: 'reminder' })
  await tx.reminders.settle(
    current.map(({ reminder }) => reminder.id),
    queued
      ? { state: 'queued', at: tx.now, messageId: queued.messageId }
      : { state: 'unreachable', at: tx.now },
  )
}

async function hasEnough(tx: Transaction, { officialId }: Person): Promise<boolean> {
  const since = startOfDay(localDateOf(tx.now))
  return (await tx.outbox.countUnasked(officialId, since)) >= MOST_UNASKED_A_DAY
}

type Current = { readonly reminder: ClaimedReminder; readonly campaign: Campaign }

/** Those whose stage still is the one that matters; the product may have been down since they were planned. */
async function findCurrent(
  tx: Transaction,
  { calendar }: Person,
  open: readonly ClaimedReminder[],
): Promise<readonly Current[]> {
  const current: Current[] = []
  for (const reminder of open) {
    const { deadline } = reminder
    const { campaign } = await tx.campaigns.get(deadline.campaignId)
    const due = dueStage({ campaign, deadline, calendar }, tx.now)
    if (due?.stage.id === reminder.stage) current.push({ reminder, campaign })
  }
  return current
}

/** One line per duty, the most urgent first. */
async function describe(
  tx: Transaction,
  { calendar }: Person,
  current: readonly Current[],
): Promise<readonly RemindedDuty[]> {
  const byUrgency = [...current].sort((a, b) => dueAtOf(a.reminder) - dueAtOf(b.reminder))
  const duties: RemindedDuty[] = []
  for (const { campaign, reminder } of byUrgency) {
    const { deadline, unitCode } = reminder
    const unit = await tx.units.get(unitCode)
    const overdue = tx.now.epochMilliseconds > deadline.dueAt.epochMilliseconds
    const before = dayBefore(calendar, deadline.dueOn)
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

function dueAtOf({ deadline }: ClaimedReminder): number {
  return deadline.dueAt.epochMilliseconds
}

function dayBefore(calendar: WorkingCalendar, on: LocalDate): LocalDate | undefined {
  return isWorkingDay(calendar, on) ? undefined : workingDayOnOrBefore(calendar, on)
}

function ids(reminders: readonly ClaimedReminder[]): readonly bigint[] {
  return reminders.map((reminder) => reminder.id)
}
