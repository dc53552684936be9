import { botOf } from '../../core/delivery/bot.ts'
import type { Address, ChannelName, WirePart } from '../../core/delivery/channel.ts'
import type { ClaimedPart } from '../../core/delivery/departure-store.ts'
import type {
  Cause,
  LedgerEntry,
  LedgerFilter,
  OutboxStore,
  StuckMessage,
} from '../../core/delivery/outbox-store.ts'
import type { Failed } from '../../core/delivery/settlement.ts'
import { Prisma } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { present, toDate, toInstant, toJson } from './rows.ts'

export function outboxStore(db: Db): OutboxStore {
  return {
    insert: async ({ id, parts, ...message }, at) => {
      await db.outboxPart.createMany({
        data: parts.map((part) => ({
          ...message,
          bot: botOf(message.address),
          messageId: id,
          index: part.index,
          of: part.of,
          payload: toJson(part.payload),
          queuedAt: toDate(at),
          notBefore: toDate(at),
        })),
      })
    },
    settle: (part, settlement, at) => settle(db, part, settledRow(settlement, part, toDate(at))),
    markUncertain: async (now) => {
      const { count } = await db.outboxPart.updateMany({
        where: { state: 'sending', finishedAt: null, leaseUntil: { lt: toDate(now) } },
        data: { state: 'uncertain', failure: 'uncertain/interrupted', finishedAt: toDate(now) },
      })
      return count
    },
    countReplies: async (address, text, since) => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        select count(*)::int as count from outbox_part
        where address = ${address} and index = 0 and cause = 'reply'
          and queued_at >= ${toDate(since)} and payload->>'text' = ${text}`
      return row?.count ?? 0
    },
    findLastSaid: async (address) => {
      const row = await db.outboxPart.findFirst({
        where: { address, state: { not: 'cancelled' } },
        orderBy: { seq: 'desc' },
      })
      if (!row) return undefined
      const { index, of, payload } = row
      return {
        channel: row.channel as ChannelName,
        part: { index, of, payload: payload as WirePart['payload'] },
      }
    },
    countUnasked: async (officialId, since) => {
      const messages = await db.outboxPart.findMany({
        where: {
          officialId,
          index: 0,
          cause: { in: ['reminder', 'announcement', 'digest'] },
          queuedAt: { gte: toDate(since) },
          state: { not: 'cancelled' },
        },
        select: { seq: true },
      })
      return messages.length
    },
    tallyUnasked: async (since) => {
      const rows = await db.$queryRaw<{ id: string; count: number }[]>`
        select official_id as id, count(*)::int as count from outbox_part
        where official_id is not null and index = 0 and cause in ('reminder', 'announcement', 'digest')
          and queued_at >= ${toDate(since)} and state <> 'cancelled'
        group by 1`
      return new Map(rows.map(({ id, count }) => [id, count]))
    },
    findLastUnasked: async (officialId) => {
      const row = await db.outboxPart.findFirst({
        where: { officialId, cause: { not: 'reply' }, state: { not: 'cancelled' } },
        orderBy: { seq: 'desc' },
      })
      if (!row) return undefined
      return {
        cause: row.cause as Cause,
        messageId: row.messageId,
        ...present('causeId', row.causeId),
      }
    },
    listStuck: async (since, limit) => {
      const resting = Prisma.sql`exists (select 1 from bot_pace b where b.bot = p.bot and b.trips > 0)`
      const closed = Prisma.sql`exists (
        select 1 from channel_account c
        where c.address = p.address and c.revoked_at is null and c.unreachable is not null)`
      const rows = await db.$queryRaw<StuckRow[]>`
        select p.message_id, p.channel, p.address, p.official_id, p.cause, p.cause_id,
          json_agg(json_build_object('index', p.index, 'of', p."of", 'payload', p.payload)
            order by p.index) as parts
        from outbox_part p
        where p.state = 'pending' and p.finished_at is null and p.queued_at <= ${toDate(since)}
          and p.official_id is not null and p.cause <> 'reply'
          and (p.failure is not null or ${resting} or ${closed})
          and exists (
            select 1 from channel_account a
            where a.official_id = p.official_id and a.revoked_at is null
              and a.unreachable is null and not starts_with(a.address, p.bot || ':'))
          and not exists (
            select 1 from outbox_part first
            where first.superseded_by = p.message_id)
        group by 1, 2, 3, 4, 5, 6
        order by min(p.seq) limit ${limit}`
      return rows.map(stuckFromRow)
    },
    listStuckOfficials: async (since) => {
      const rows = await db.outboxPart.findMany({
        where: {
          ...{ state: 'pending', finishedAt: null, queuedAt: { lte: toDate(since) } },
          ...{ officialId: { not: null }, cause: { not: 'reply' } },
        },
        distinct: ['officialId'],
        select: { officialId: true },
      })
      return new Set(rows.flatMap(({ officialId }) => officialId ?? []))
    },
    withdraw: async (messageId, why, at) => {
      const { count } = await db.outboxPart.updateMany({
        where: { messageId, state: 'pending' },
        data: { state: 'cancelled', failure: why, finishedAt: toDate(at) },
      })
      return count > 0
    },
    supersede: async (messageId, by) => {
      await db.outboxPart.updateMany({ where: { messageId }, data: { supersededBy: by } })
      await db.announcementRecipient.updateMany({ where: { messageId }, data: { messageId: by } })
      await db.reminder.updateMany({ where: { messageId }, data: { messageId: by } })
    },
    listLedger: async (filter) => {
      const rows = await db.$queryRaw<LedgerRow[]>`
        select p.message_id as "messageId", p.index, p."of", p.channel, p.cause,
          p.cause_id as "causeId", p.state, p.attempts, p.receipt, p.failure,
          p.queued_at as "queuedAt", p.finished_at as "finishedAt",
          o.code as official, o.unit_code as "unitCode"
        from outbox_part p left join official o on o.id = p.official_id
        where ${ledgerCondition(filter)}
        order by p.seq desc limit ${filter.limit}`
      return rows.map(ledgerEntryFromRow)
    },
    summarize: async () => {
      const groups = await db.outboxPart.groupBy({ by: ['state'], _count: true })
      return Object.fromEntries(groups.map((group) => [group.state, group._count]))
    },
    listUncertain: async (limit) => {
      const rows = await db.outboxPart.findMany({
        where: { state: 'uncertain' },
        orderBy: { seq: 'desc' },
        take: limit,
      })
      return rows.map((row) => ({
        messageId: row.messageId,
        channel: row.channel as ChannelName,
        cause: row.cause as Cause,
        at: toInstant(row.finishedAt ?? row.queuedAt),
        ...present('officialId', row.officialId),
      }))
    },
  }
}

type StuckRow = {
  message_id: string
  channel: ChannelName
  address: string
  official_id: string
  cause: string
  cause_id: string | null
  parts: StuckMessage['parts']
}

function stuckFromRow(row: StuckRow): StuckMessage {
  return {
    messageId: row.message_id,
    channel: row.channel,
    address: row.address as Address,
    officialId: row.official_id,
    cause: row.cause as Cause,
    ...present('causeId', row.cause_id),
    parts: row.parts,
  }
}

type LedgerRow = Pick<
  LedgerEntry,
  'messageId' | 'index' | 'of' | 'channel' | 'cause' | 'state' | 'attempts'
> & {
  causeId: string | null
  receipt: string | null
  failure: string | null
  queuedAt: Date
  finishedAt: Date | null
  official: string | null
  unitCode: string | null
}

function ledgerEntryFromRow(row: LedgerRow): LedgerEntry {
  const { causeId, receipt, failure, queuedAt, finishedAt, official, unitCode, ...rest } = row
  return {
    ...rest,
    queuedAt: toInstant(queuedAt),
    ...present('finishedAt', finishedAt && toInstant(finishedAt)),
    ...present('causeId', causeId),
    ...present('receipt', receipt),
    ...present('failure', failure),
    ...present('official', official),
    ...present('unitCode', unitCode),
  }
}

function ledgerCondition(filter: LedgerFilter): Prisma.Sql {
  const { unitCode, official, state, cause, since, unasked } = filter
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(unitCode === undefined ? [] : [Prisma.sql`o.unit_code = ${unitCode}`]),
      ...(official === undefined ? [] : [Prisma.sql`o.code = ${official}`]),
      ...(state === undefined ? [] : [Prisma.sql`p.state = ${state}`]),
      ...(cause === undefined ? [] : [Prisma.sql`p.cause = ${cause}`]),
      ...(since === undefined ? [] : [Prisma.sql`p.queued_at >= ${toDate(since)}`]),
      ...(unasked ? [Prisma.sql`p.cause <> 'reply'`] : []),
    ],
    ' and ',
  )
}

async function settle(
  db: Db,
  { seq, attempt, messageId }: ClaimedPart,
  data: ReturnType<typeof settledRow>,
): Promise<void> {
  const { count } = await db.outboxPart.updateMany({ where: { seq, attempts: attempt }, data })
  if (count === 0 || data.state !== 'rejected') return
  // The rest of a message whose beginning nobody gets is of no use to anyone.
  await db.outboxPart.updateMany({
    where: { messageId, state: 'pending' },
    data: { state: 'cancelled', finishedAt: data.finishedAt },
  })
}

/** May be claimed once more, by anybody. */
const AGAIN = { state: 'pending', leaseUntil: null, finishedAt: null }

function settledRow(settlement: Failed, part: ClaimedPart, at: Date) {
  switch (settlement.state) {
    case 'uncertain':
      return { state: 'uncertain', failure: settlement.failure, finishedAt: at }
    case 'rejected':
      return { state: 'rejected', failure: settlement.failure, finishedAt: at }
    case 'unreachable':
      return settlement.movedTo
        ? { ...AGAIN, address: settlement.movedTo, failure: settlement.failure }
        : { state: 'rejected', failure: settlement.failure, finishedAt: at }
    case 'pending':
      return {
        ...AGAIN,
        notBefore: toDate(settlement.notBefore),
        failure: settlement.failure,
        failures: part.failures + (settlement.countsAsFailure ? 1 : 0),
      }
  }
}
