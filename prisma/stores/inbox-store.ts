import type pg from 'pg'
import type { Address, ChannelName, InboundEvent } from '../../core/delivery/channel.ts'
import type { InboxEntry, InboxIntake, InboxStore } from '../../core/inbox/inbox-store.ts'
import type { Inbox as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { toDate, toInstant } from './rows.ts'

function entryFromRow(row: Row): InboxEntry {
  return {
    seq: row.seq,
    event: row.event as unknown as InboundEvent,
    receivedAt: toInstant(row.receivedAt),
    attempts: row.attempts,
  }
}

export function inboxStore(db: Db): InboxStore {
  return {
    next: async (address, now) => {
      const where = { address, state: 'waiting' }
      const [row, behind] = await db.inbox.findMany({ where, orderBy: { seq: 'asc' }, take: 2 })
      if (!row || (row.retryAt && row.retryAt > toDate(now))) return undefined
      return { ...entryFromRow(row), more: behind !== undefined }
    },
    get: async (seq) => entryFromRow(await db.inbox.findUniqueOrThrow({ where: { seq } })),
    finish: async (seq, { state, what, at }) => {
      await db.inbox.update({
        where: { seq },
        data: { state, outcome: what, doneAt: toDate(at), retryAt: null },
      })
    },
    retryLater: async (seq, at) => {
      await db.inbox.update({
        where: { seq },
        data: { attempts: { increment: 1 }, retryAt: toDate(at) },
      })
    },
    listForPerson: async (limit) => {
      const where = { state: 'for-person' }
      const rows = await db.inbox.findMany({ where, orderBy: { seq: 'asc' }, take: limit })
      return rows.map(entryFromRow)
    },
    balance: async () => {
      const groups = await db.inbox.groupBy({ by: ['state'], _count: true })
      const count = (state: string): number =>
        groups.find((group) => group.state === state)?._count ?? 0
      const [waiting, done, forPerson] = [count('waiting'), count('done'), count('for-person')]
      return { received: waiting + done + forPerson, waiting, done, forPerson }
    },
  }
}

/** One statement, prepared once: it stands between a platform's request and our answer. */
export function inboxIntake(pool: pg.Pool): InboxIntake {
  return {
    take: async (channel, event, receivedAt) => {
      const { address } = event.conversation
      const { rowCount } = await pool.query({
        name: 'take-in',
        text: `
          with chat as (
            insert into conversation (address, channel, state) values ($4, $1, '{}') on conflict do nothing
          )
          insert into inbox (channel, bot_id, event_id, address, event, received_at)
          values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        values: [
          channel,
          event.botId,
          event.eventId,
          address,
          JSON.stringify(event),
          toDate(receivedAt),
        ],
      })
      return rowCount === 0 ? 'duplicate' : 'stored'
    },
    waitingChats: async (now, limit) => {
      const { rows } = await pool.query<{ address: Address; channel: ChannelName }>(
        `select address, min(channel) as channel from inbox
         where state = 'waiting' and (retry_at is null or retry_at <= $1)
         group by address order by min(seq) limit $2`,
        [toDate(now), limit],
      )
      return rows
    },
  }
}
