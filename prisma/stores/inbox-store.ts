import type pg from 'pg'
import type { Address, ChannelName, InboundEvent } from '../../core/delivery/channel.ts'
import type {
  InboxEntry,
  InboxIntake,
  InboxStore,
  KeptMessage,
} from '../../core/inbox/inbox-store.ts'
import { Prisma } from '../generated/client.ts'
import type { Inbox as Row } from '../generated/client.ts'
import { campaignLine } from './lineage.ts'
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
    listWaiting: async (address, now, limit) => {
      const where = { address, state: 'waiting' }
      const rows = await db.inbox.findMany({ where, orderBy: { seq: 'asc' }, take: limit })
      const later = rows.findIndex(({ retryAt }) => retryAt !== null && retryAt > toDate(now))
      return (later < 0 ? rows : rows.slice(0, later)).map(entryFromRow)
    },
    get: async (seq) => entryFromRow(await db.inbox.findUniqueOrThrow({ where: { seq } })),
    finish: async (seq, { state, what, at }) => {
      await db.inbox.update({
        where: { seq },
        data: { state, outcome: what, doneAt: toDate(at), retryAt: null },
      })
    },
    blank: async (seqs) => {
      await db.$executeRaw`
        update inbox set event = event
          || case when event ? 'text' then '{"text":""}'::jsonb else '{}'::jsonb end
          || case when event ? 'caption' then '{"caption":""}'::jsonb else '{}'::jsonb end
          || case when event ? 'optionIndex' then '{"optionIndex":-1}'::jsonb else '{}'::jsonb end
        where seq in (${Prisma.join([...seqs])})`
    },
    dropWords: async ({ campaigns, otherwise }, limit, now) => {
      const times = [...campaigns.map(({ before }) => before), otherwise].map(toDate)
      const latest = new Date(Math.max(...times.map((time) => time.getTime())))
      return db.$executeRaw`
        with until as (
          select * from unnest(${campaigns.map(({ campaignId }) => campaignId)}::text[],
            ${campaigns.map(({ before }) => toDate(before))}::timestamptz[]) as u(campaign_id, before)
        ), old as (
          select i.seq from inbox i
          where i.words_dropped_at is null and i.state = 'done' and i.received_at < ${latest}
            and i.received_at < coalesce((
              select min(u.before) from channel_account a
              join official o on o.id = a.official_id
              join campaign_unit c on c.unit_code = o.unit_code
              join until u on u.campaign_id = c.campaign_id
              where a.address = i.address), ${toDate(otherwise)})
          order by i.received_at limit ${limit} for update of i skip locked
        ), spoken as (
          update report_message m set text = '' from old join inbox i on i.seq = old.seq
          where m.ref = i.address || ':' || (i.event->>'messageRef') and m.text <> ''
        )
        update inbox i set words_dropped_at = ${toDate(now)}, event = (i.event #- '{from,displayName}')
          || case when i.event ? 'text' then '{"text":""}'::jsonb else '{}'::jsonb end
          || case when i.event ? 'caption' then '{"caption":""}'::jsonb else '{}'::jsonb end
        from old where i.seq = old.seq`
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
    listKept: async (campaignId, limit) => {
      const rows = await db.$queryRaw<KeptRow[]>`
        ${KEPT} and ${takesPart(await campaignLine(db, campaignId))} order by i.seq limit ${limit}`
      return keptFromRows(db, rows)
    },
    lockKept: async (campaignId, seq) => {
      const rows = await db.$queryRaw<KeptRow[]>`
        ${KEPT} and ${takesPart(await campaignLine(db, campaignId))} and i.seq = ${seq}
        for update of i`
      return (await keptFromRows(db, rows))[0]
    },
    listBefore: async ({ seq, event }, limit) => {
      const where = { address: event.conversation.address, seq: { lt: seq } }
      const rows = await db.inbox.findMany({ where, orderBy: { seq: 'desc' }, take: limit })
      return rows.map(entryFromRow).toReversed()
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

type KeptRow = { seq: bigint; official_id: string; unit_code: string }

/** Whoever has the chat's account now is taken for the writer: an account that changed hands has no old messages. */
const KEPT = Prisma.sql`
  select i.seq, o.id as official_id, o.unit_code from inbox i
  join channel_account a on a.address = i.address and a.revoked_at is null and a.linked_at <= i.received_at
  join official o on o.id = a.official_id
  where i.state = 'for-person'`

/** The official's unit takes part in one of these campaigns. */
function takesPart(campaignIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`exists (select 1 from campaign_unit u
    where u.unit_code = o.unit_code and u.campaign_id = any(${[...campaignIds]}))`
}

async function keptFromRows(db: Db, rows: readonly KeptRow[]): Promise<readonly KeptMessage[]> {
  const entries = await db.inbox.findMany({ where: { seq: { in: rows.map(({ seq }) => seq) } } })
  const bySeq = new Map(entries.map((entry) => [entry.seq, entryFromRow(entry)]))
  return rows.flatMap((row) => {
    const entry = bySeq.get(row.seq)
    return entry ? [{ ...entry, officialId: row.official_id, unitCode: row.unit_code }] : []
  })
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
