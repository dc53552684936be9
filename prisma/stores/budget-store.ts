import type { BotKey } from '../../core/delivery/bot.ts'
import { isEssential, NOT_SENT, PUT_OFF } from '../../core/delivery/budget.ts'
import type { AlarmStore, BudgetStore } from '../../core/delivery/budget-store.ts'
import { CAUSES } from '../../core/delivery/outbox-store.ts'
import { Prisma } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { toDate } from './rows.ts'

const NOT_ESSENTIAL = CAUSES.filter((cause) => !isEssential(cause))

export function budgetStore(db: Db): BudgetStore {
  return {
    read: async (bot, { from, until }) => {
      const [channel, botId] = bot.split(':')
      const [row] = await db.$queryRaw<{ sent: number; received: number }[]>`
        select
          (select count(*)::int from outbox_part where bot = ${bot} and state in ('sent', 'uncertain')
            and finished_at >= ${toDate(from)} and finished_at < ${toDate(until)})
          + (select count(*)::int from outbox_part where bot = ${bot} and finished_at is null
            and state = 'sending') as sent,
          (select count(*)::int from inbox where channel = ${channel} and bot_id = ${botId}
            and received_at >= ${toDate(from)} and received_at < ${toDate(until)}) as received`
      return { sent: row?.sent ?? 0, received: row?.received ?? 0 }
    },
    putOff: async (bot, until, at) => {
      const waiting = Prisma.sql`p.bot = ${bot} and p.finished_at is null and p.state = 'pending' and not exists (
        select 1 from outbox_part begun
        where begun.message_id = p.message_id and begun.state <> 'pending')`
      const cancelled = await db.$executeRaw`
        update outbox_part p set state = 'cancelled', failure = ${NOT_SENT}, finished_at = ${toDate(at)}
        where ${waiting} and p.cause = 'digest'`
      const putOff = await db.$executeRaw`
        update outbox_part p set not_before = ${toDate(until)}, failure = ${PUT_OFF}
        where ${waiting} and p.cause = any(${[...NOT_ESSENTIAL]}) and p.not_before < ${toDate(until)}`
      return cancelled + putOff
    },
    countUsers: async (bot) => {
      await lockUsers(db, bot)
      const [row] = await db.$queryRaw<{ count: number }[]>`
        select count(distinct official_id)::int as count from channel_account
        where revoked_at is null and starts_with(user_key, ${`${bot}:`})`
      return row?.count ?? 0
    },
  }
}

/** Two who register at once must not both get the last place. */
async function lockUsers(db: Db, bot: BotKey): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`users ${bot}`}, 0))`
}

export function alarmStore(db: Db): AlarmStore {
  return {
    raise: async (occasion, at) => {
      const { count } = await db.alarm.createMany({
        data: { occasion, raisedAt: toDate(at) },
        skipDuplicates: true,
      })
      return count === 1
    },
  }
}
