import { Temporal } from 'temporal-polyfill'
import { localDateOf } from '../calendar/local-time.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import type { Transaction } from '../ports.ts'
import { sendingMoment } from '../reminder/sending-hours.ts'
import type { Announcement, Leaving } from './announcement.ts'

/** When a notice leaves that is released now or waits. */
export async function leavingOf(
  tx: Pick<Transaction, 'now' | 'calendars'>,
  { sendAt }: Pick<Announcement, 'sendAt'>,
): Promise<Leaving> {
  const isAppointed = sendAt !== undefined && Temporal.Instant.compare(sendAt, tx.now) > 0
  const wished = isAppointed ? sendAt : tx.now
  const calendar = await tx.calendars.load()
  const at = sendingMoment(calendar, wished)
  if (at.equals(wished)) return { at, because: isAppointed ? 'appointed' : 'now' }
  return { at, because: isWorkingDay(calendar, localDateOf(wished)) ? 'off-hours' : 'day-off' }
}
