import type { ChannelName } from '../../core/delivery/channel.ts'
import type { Holdings, PersonalDataStore } from '../../core/data-request/personal-data-store.ts'
import { nomineeKey } from '../../core/nomination/likeness.ts'
import type { Official } from '../../core/official/official.ts'
import { erasePerson, WROTE } from './erase-person.ts'
import type { Db } from './rows.ts'
import { toInstant } from './rows.ts'

/** What a copy for the person holds at most of each kind, newest first. */
const MOST_LINES = 5_000

export function personalDataStore(db: Db): PersonalDataStore {
  return {
    count: (official) => countHoldings(db, official),
    gather: async ({ id }) => {
      const accounts = await db.channelAccount.findMany({
        where: { officialId: id },
        orderBy: { linkedAt: 'asc' },
      })
      const written = await db.$queryRaw<{ at: Date; text: string }[]>`
        select i.received_at as at, coalesce(i.event->>'text', i.event->>'caption') as text
        from inbox i join channel_account a on a.official_id = ${id}::uuid and ${WROTE}
        where coalesce(i.event->>'text', i.event->>'caption', '') <> ''
        order by i.seq desc limit ${MOST_LINES}`
      const reports = await db.report.findMany({
        where: { officialId: id },
        include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
        orderBy: { submittedAt: 'desc' },
        take: MOST_LINES,
      })
      return {
        accounts: accounts.map(({ channel, linkedAt }) => ({
          channel: channel as ChannelName,
          linkedAt: toInstant(linkedAt),
        })),
        written: written.map(({ at, text }) => ({ at: toInstant(at), text })),
        reports: reports.map(({ code, submittedAt, versions }) => ({
          code,
          at: toInstant(submittedAt),
          text: textOf(versions[0]?.content),
        })),
      }
    },
    listNominations: ({ name, unitCode }) =>
      db.nomination.findMany({
        where: { unitCode, nomineeKind: 'individual', nomineeKey: nomineeKey(name) },
        select: { code: true, state: true },
        orderBy: { code: 'asc' },
      }),
    erase: (official, nominations, at) => erasePerson(db, { official, nominations, at }),
    listErased: async () => {
      const rows = await db.official.findMany({
        where: { erasedAt: { not: null } },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
      return rows.map(({ id }) => id)
    },
  }
}

function textOf(content: unknown): string {
  return typeof content === 'object' && content !== null && 'text' in content
    ? String(content.text)
    : ''
}

async function countHoldings(db: Db, { id }: Official): Promise<Holdings> {
  const [row] = await db.$queryRaw<Holdings[]>`
    select
      (select count(*)::int from channel_account where official_id = ${id}::uuid) as accounts,
      (select count(distinct i.seq)::int from inbox i
        join channel_account a on a.official_id = ${id}::uuid and ${WROTE}
        where coalesce(i.event->>'text', i.event->>'caption', '') <> '') as written,
      (select count(distinct message_id)::int from outbox_part
        where official_id = ${id}::uuid and payload <> '{}') as received,
      (select count(*)::int from report where official_id = ${id}::uuid) as reports`
  return row ?? { accounts: 0, written: 0, received: 0, reports: 0 }
}
