import type { Announcement, AttachedPaper, Follows } from '../../core/announcement/announcement.ts'
import { announcementCode } from '../../core/announcement/announcement.ts'
import type { AnnouncementStore } from '../../core/announcement/announcement-store.ts'
import type { Audience } from '../../core/announcement/audience.ts'
import type { Standing } from '../../core/announcement/standing.ts'
import type { PhotoState } from '../../core/report/report-store.ts'
import type { Announcement as Row } from '../generated/client.ts'
import { Prisma } from '../generated/client.ts'
import { campaignLine } from './lineage.ts'
import { PHOTO_STATE } from './report-store.ts'
import type { Db } from './rows.ts'
import { present, toDate, toInstant, toJson } from './rows.ts'

const WEEK = { hours: 7 * 24 }

function announcementFromRow(row: Row): Announcement {
  const { id, campaignId, authorId, text, optional, weekly } = row
  const follows =
    row.followsKind === null || row.followsId === null
      ? null
      : { kind: row.followsKind as Follows['kind'], announcementId: row.followsId }
  return {
    ...{ id, campaignId, authorId, text, optional, weekly },
    code: announcementCode(row.number ?? 0),
    audience: row.audience as Audience,
    state: row.state as Announcement['state'],
    ...present('sendAt', row.sendAt && toInstant(row.sendAt)),
    ...present('paper', row.paper as AttachedPaper | null),
    ...present('follows', follows),
    ...present('praiseId', row.praiseId),
    ...present('photoId', row.photoId),
  }
}

/** "TB-003" → 3. */
function numberOf(code: string): number {
  return Number(code.replace(/\D+/gu, ''))
}

export function announcementStore(db: Db): AnnouncementStore {
  return {
    ...drafts(db),
    ...photos(db),
    ...sending(db),
    ...progress(db),
    mute: async (officialId, at) => {
      const data = { officialId, at: toDate(at) }
      await db.noticeOptOut.upsert({ where: { officialId }, create: data, update: {} })
    },
    unmute: async (officialId) => {
      await db.noticeOptOut.deleteMany({ where: { officialId } })
    },
    listMuted: async (officialIds) => {
      const rows = await db.noticeOptOut.findMany({
        where: { officialId: { in: [...officialIds] } },
      })
      return new Set(rows.map(({ officialId }) => officialId))
    },
  }
}

type Drafts = Pick<
  AnnouncementStore,
  'insert' | 'get' | 'findByCode' | 'list' | 'move' | 'hasten' | 'noteRelease' | 'wasReleased'
>

function drafts(db: Db): Drafts {
  return {
    insert: async ({ code, audience, paper, follows, sendAt, ...announcement }, ids, at) => {
      await db.announcement.create({
        data: {
          ...announcement,
          number: numberOf(code),
          audience: toJson(audience),
          draftedAt: toDate(at),
          ...(paper ? { paper: toJson(paper) } : {}),
          ...(follows ? { followsKind: follows.kind, followsId: follows.announcementId } : {}),
          ...(sendAt ? { sendAt: toDate(sendAt) } : {}),
        },
      })
      await db.announcementRecipient.createMany({
        data: ids.map((officialId) => ({ announcementId: announcement.id, officialId })),
      })
    },
    get: async (id) =>
      announcementFromRow(await db.announcement.findUniqueOrThrow({ where: { id } })),
    findByCode: async (campaignId, code) => {
      const row = await db.announcement.findFirst({
        where: { campaignId: { in: await campaignLine(db, campaignId) }, number: numberOf(code) },
      })
      return row ? announcementFromRow(row) : undefined
    },
    list: async (campaignId, { states, limit }) => {
      const rows = await db.announcement.findMany({
        where: {
          campaignId: { in: await campaignLine(db, campaignId) },
          state: { in: [...states] },
        },
        orderBy: [{ releasedAt: { sort: 'desc', nulls: 'last' } }, { number: 'desc' }],
        take: limit,
      })
      return rows.map(announcementFromRow)
    },
    move: async (id, { from, state }) => {
      const where = { id, state: { in: [...from] } }
      const { count } = await db.announcement.updateMany({ where, data: { state } })
      return count > 0
    },
    hasten: async (id, at) => {
      await db.announcement.update({ where: { id }, data: { sendAt: toDate(at) } })
    },
    noteRelease: async (id, by, at) => {
      await db.announcement.update({
        where: { id },
        data: { releasedAt: toDate(at), releasedBy: by },
      })
      await db.announcement.updateMany({
        where: { id, weekly: true, sendAt: null },
        data: { sendAt: toDate(at) },
      })
    },
    wasReleased: async (id) => {
      const row = await db.announcement.findUniqueOrThrow({ where: { id } })
      return row.releasedAt !== null
    },
  }
}

type Photos = Pick<AnnouncementStore, 'setPhoto' | 'listUnsettledPhotos' | 'notePhotoSettled'>

function photos(db: Db): Photos {
  return {
    setPhoto: async (id, photoId) => {
      const data = { photoId: photoId ?? null, photoSettledAt: null }
      await db.announcement.update({ where: { id }, data })
    },
    listUnsettledPhotos: async (since) => {
      const rows = await db.$queryRaw<{ id: string; photo: PhotoState }[]>`
        select a.id, ${PHOTO_STATE} as photo
        from announcement a join evidence e on e.id = a.photo_id
        where a.photo_settled_at is null and a.state in ('draft', 'awaiting-release', 'released')
          and (e.state <> 'waiting' or e.received_at <= ${toDate(since)})
        for update of a skip locked`
      const photoOf = new Map(rows.map(({ id, photo }) => [id, photo]))
      return (await findAll(db, rows)).map((announcement) => ({
        announcement,
        photo: photoOf.get(announcement.id) ?? 'waiting',
      }))
    },
    notePhotoSettled: async (id, at) => {
      await db.announcement.update({ where: { id }, data: { photoSettledAt: toDate(at) } })
    },
  }
}

type Sending = Pick<
  AnnouncementStore,
  | 'recall'
  | 'claimRecipients'
  | 'settleRecipient'
  | 'finish'
  | 'listToRepeat'
  | 'findRepeat'
  | 'endRepetition'
>

function sending(db: Db): Sending {
  return {
    recall: async (id, at) => {
      await db.$executeRaw`
        update outbox_part p set state = 'cancelled', finished_at = ${toDate(at)}
        where p.cause = 'announcement' and p.cause_id = ${id} and p.state = 'pending'
          and not exists (
            select 1 from outbox_part other
            where other.message_id = p.message_id
              and other.state in ('sending', 'sent', 'uncertain', 'rejected'))`
      // Of a message whose first part was leaving meanwhile nothing is sent again.
      await db.$executeRaw`
        update announcement_recipient r set state = 'waiting', message_id = null
        where r.announcement_id = ${id}::uuid and r.state = 'queued'
          and not exists (
            select 1 from outbox_part p
            where p.message_id = r.message_id and p.state <> 'cancelled')`
    },
    claimRecipients: (limit, { now, today, most }) => db.$queryRaw<
      { announcementId: string; officialId: string }[]
    >`
      select r.announcement_id as "announcementId", r.official_id as "officialId"
      from announcement_recipient r join announcement a on a.id = r.announcement_id
      where r.state = 'waiting' and a.state = 'released'
        and (a.send_at is null or a.send_at <= ${toDate(now)})
        and (a.photo_id is null or 'ready' = (
          select ${PHOTO_STATE} from evidence e where e.id = a.photo_id))
        and (not a.optional or a.follows_id is not null or ${most} > (
          select count(*) from outbox_part p
          where p.official_id = r.official_id and p.index = 0 and p.state <> 'cancelled'
            and p.cause in ('reminder', 'announcement', 'digest')
            and p.queued_at >= ${toDate(today)}))
      order by a.number, r.official_id limit ${limit} for update of r skip locked`,
    settleRecipient: async (announcementId, officialId, { state, messageId }) => {
      await db.announcementRecipient.update({
        where: { announcementId_officialId: { announcementId, officialId } },
        data: { state, messageId: messageId ?? null },
      })
    },
    finish: async () => {
      await db.announcement.updateMany({
        where: { state: 'released', recipients: { none: { state: 'waiting' } } },
        data: { state: 'published' },
      })
    },
    listToRepeat: async (now) => {
      const before = toDate(now.subtract(WEEK))
      const ids = await db.$queryRaw<{ id: string }[]>`
        select id from announcement
        where weekly and state = 'published' and send_at <= ${before}
        for update skip locked`
      return findAll(db, ids)
    },
    findRepeat: async (id) => {
      const where = { followsKind: 'repeat', followsId: id }
      const row = await db.announcement.findFirst({ where })
      return row ? announcementFromRow(row) : undefined
    },
    endRepetition: async (id) => {
      await db.announcement.update({ where: { id }, data: { weekly: false } })
    },
  }
}

async function findAll(db: Db, ids: readonly { id: string }[]): Promise<Announcement[]> {
  const rows = await db.announcement.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { number: 'asc' },
  })
  return rows.map(announcementFromRow)
}

type Progress = Pick<
  AnnouncementStore,
  'acknowledge' | 'standings' | 'listWaitingFor' | 'listUnreported' | 'noteReport'
>

function progress(db: Db): Progress {
  return {
    acknowledge: async (announcementId, officialId, at) => {
      const { count } = await db.announcementRecipient.updateMany({
        where: { announcementId, officialId, state: 'queued', acknowledgedAt: null },
        data: { acknowledgedAt: toDate(at) },
      })
      return count > 0
    },
    standings: (id) => db.$queryRaw<Standing[]>`
      select r.official_id as "officialId", o.unit_code as "unitCode",
        r.acknowledged_at is not null as acknowledged, ${REACHED} as reached
      from announcement_recipient r
      join official o on o.id = r.official_id
      join unit u on u.code = o.unit_code
      where r.announcement_id = ${id}::uuid
      order by u.protocol_order, o.code`,
    listWaitingFor: async (unitCode) => {
      const rows = await db.$queryRaw<{ id: string; people: number }[]>`
        select a.id, count(*)::int as people
        from announcement a
        join announcement_recipient r on r.announcement_id = a.id
        join official o on o.id = r.official_id
        where a.state = 'released' and r.state = 'waiting' and o.unit_code = ${unitCode}
        group by a.id`
      const people = new Map(rows.map((row) => [row.id, row.people]))
      return (await findAll(db, rows)).map((announcement) => ({
        announcement,
        people: people.get(announcement.id) ?? 0,
      }))
    },
    listUnreported: async () => {
      const ids = await db.$queryRaw<{ id: string }[]>`
        select id from announcement where state = 'published' and reported_at is null
        for update skip locked`
      return findAll(db, ids)
    },
    noteReport: async (id, at) => {
      await db.announcement.update({ where: { id }, data: { reportedAt: toDate(at) } })
    },
  }
}

/** What became of the parts of a recipient's message; one that waits for a person who cannot be reached is not on its way. */
const REACHED = Prisma.sql`case r.state
  when 'waiting' then 'waiting'
  when 'unreachable' then 'unreachable'
  when 'settled' then 'spared'
  else (
    select case
      when bool_or(p.state = 'rejected' and p.failure like 'unreachable%') then 'unreachable'
      when bool_or(p.state in ('rejected', 'cancelled')) then 'rejected'
      when bool_or(p.state = 'uncertain') then 'uncertain'
      when bool_and(p.state = 'sent') then 'sent'
      when bool_or(p.state = 'pending' and exists (
        select 1 from channel_account closed
        where closed.address = p.address and closed.revoked_at is null
          and closed.unreachable is not null)) then 'unreachable'
      else 'on-its-way' end
    from outbox_part p where p.message_id = r.message_id)
  end`
