import { localDateOf, startOfDay } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import { describeReminders } from './describe-reminders.ts'
import type { Circumstances, Reminder } from './reminder.ts'
import { circumstancesAt, sortReminders } from './reminder.ts'
import type { ReminderWork } from './reminder-work.ts'
import { mayWriteUnasked, MOST_UNASKED_A_DAY, nextSendingDay } from './sending-hours.ts'

/**
 * Turns planned reminders into messages, in office hours: one message per person, most urgent duty
 * first, at most two unasked ones a day; what is too much for today waits for the next working day.
 * Whether each duty is still open, and the stage still the one that matters, is asked again here.
 * Gives the number of persons handled, 0 when nothing is due.
 */
export async function queueReminders(tx: ReminderWork, people: number): Promise<number> {
  const calendar = await tx.calendars.load()
  if (!mayWriteUnasked(calendar, tx.now)) return 0
  const claimed = await tx.reminders.claimDue(tx.now, people)
  if (claimed.length === 0) return 0
  const byPerson = groupByPerson(claimed)
  const around = await circumstances(tx, calendar)
  for (const [officialId, reminders] of byPerson)
    await remindPerson(tx, { officialId, reminders }, around)
  return byPerson.size
}

async function circumstances(tx: ReminderWork, calendar: WorkingCalendar): Promise<Circumstances> {
  const loaded = await tx.campaigns.list()
  const campaigns = new Map(loaded.map(({ campaign }) => [campaign.id, campaign]))
  return circumstancesAt(tx.now, calendar, campaigns)
}

function groupByPerson(claimed: readonly Reminder[]): Map<string, Reminder[]> {
  const byPerson = new Map<string, Reminder[]>()
  for (const reminder of claimed) {
    const own = byPerson.get(reminder.officialId)
    if (own) own.push(reminder)
    else byPerson.set(reminder.officialId, [reminder])
  }
  return byPerson
}

async function remindPerson(
  tx: ReminderWork,
  { officialId, reminders }: { officialId: string; reminders: readonly Reminder[] },
  around: Circumstances,
): Promise<void> {
  const { cancelled, expired, lines } = sortReminders(reminders, around)
  await tx.reminders.settle(ids(cancelled), { state: 'cancelled', at: tx.now })
  await tx.reminders.settle(ids(expired), { state: 'expired', at: tx.now })
  if (lines.length === 0) return

  const current = ids(lines.flatMap((line) => line.reminders))
  if (await hasEnough(tx, officialId))
    return tx.reminders.postpone(current, nextSendingDay(around.calendar, tx.now))
  const official: Official = await tx.officials.get(officialId)
  const notice = await describeReminders(tx, lines, around)
  const queued = await queueNotice(tx, official, notice, { cause: 'reminder' })
  await tx.reminders.settle(
    current,
    queued
      ? { state: 'queued', at: tx.now, messageId: queued.messageId }
      : { state: 'unreachable', at: tx.now },
  )
}

async function hasEnough(tx: ReminderWork, officialId: string): Promise<boolean> {
  const since = startOfDay(localDateOf(tx.now))
  return (await tx.outbox.countUnasked(officialId, since)) >= MOST_UNASKED_A_DAY
}

function ids(reminders: readonly Reminder[]): readonly bigint[] {
  return reminders.map((reminder) => reminder.id)
}
