import type { Instant } from '../../core/calendar/local-time.ts'
import { Prisma } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { toDate } from './rows.ts'

/**
 * Withdraws the reminders `r` that `which` names: those planned, and those whose message has not left.
 * Such a message is withdrawn whole; what else it says is due again.
 */
export async function withdrawReminders(db: Db, which: Prisma.Sql, at: Instant): Promise<void> {
  // First waits for whoever is turning them into messages: what follows has to see those messages.
  await db.$queryRaw`
    select 1 from reminder r where ${which} and r.state in ('due', 'queued')
    order by r.id for update`
  await db.$executeRaw`
    with unsent as (
      select p.message_id from outbox_part p
      where p.index = 0 and p.state = 'pending'
        and p.message_id in (select r.message_id from reminder r where ${which} and r.state = 'queued')
      order by p.seq for update
    ), withdrawn as (
      update outbox_part set state = 'cancelled', finished_at = ${toDate(at)}
      where state = 'pending' and message_id in (select message_id from unsent)
    ), again as (
      update reminder r set state = 'due', message_id = null, settled_at = null
      where r.message_id in (select message_id from unsent) and not (${which})
    )
    update reminder r set state = 'cancelled', settled_at = ${toDate(at)}
    where ${which} and (r.state = 'due'
      or (r.state = 'queued' and r.message_id in (select message_id from unsent)))`
}
