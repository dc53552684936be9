import type { ChannelName } from '../../core/delivery/channel.ts'
import type { Report, ReportContent } from '../../core/report/report.ts'
import type {
  Evidence,
  EvidenceFile,
  EvidenceStore,
  PhotoState,
  ReportStore,
} from '../../core/report/report-store.ts'
import type {
  Evidence as EvidenceRow,
  Report as ReportRow,
  ReportVersion,
} from '../generated/client.ts'
import { Prisma } from '../generated/client.ts'
import { campaignLine, unitLine } from './lineage.ts'
import type { Db } from './rows.ts'
import { present, toDate, toInstant, toJson } from './rows.ts'

const newestVersion = { versions: { orderBy: { version: 'desc' }, take: 1 } } as const

function reportFromRow(row: ReportRow & { versions: ReportVersion[] }): Report {
  const [newest] = row.versions
  if (!newest) throw new Error(`report ${row.id} has no version`)
  return {
    id: row.id,
    code: row.code,
    campaignId: row.campaignId,
    unitCode: row.unitCode,
    officialId: row.officialId,
    period: row.period,
    late: row.late,
    state: row.state as Report['state'],
    version: row.version,
    submittedAt: toInstant(row.submittedAt),
    content: newest.content as unknown as ReportContent,
    ...(row.lockedAt ? { lockedAt: toInstant(row.lockedAt) } : {}),
  }
}

export function reportStore(db: Db): ReportStore {
  return {
    insert: async (report) => {
      const { content, submittedAt, lockedAt, ...fields } = report
      const { version, officialId } = report
      await db.report.create({
        data: {
          ...fields,
          submittedAt: toDate(submittedAt),
          lockedAt: lockedAt ? toDate(lockedAt) : null,
          versions: {
            create: { version, content: toJson(content), officialId, at: toDate(submittedAt) },
          },
        },
      })
    },
    revise: async (report, { content, officialId, at, reason }) => {
      const row = await db.report.update({
        where: { id: report.id },
        data: { version: { increment: 1 } },
      })
      await db.reportVersion.create({
        data: {
          reportId: report.id,
          version: row.version,
          content: toJson(content),
          officialId,
          at: toDate(at),
          reason: reason ?? null,
        },
      })
      return { ...report, version: row.version, content }
    },
    setState: async (id, state) => {
      await db.report.update({ where: { id }, data: { state } })
    },
    get: async (id) =>
      reportFromRow(await db.report.findUniqueOrThrow({ where: { id }, include: newestVersion })),
    findByCode: async (campaignId, code) => {
      const where = { campaignId: { in: await campaignLine(db, campaignId) }, code }
      const row = await db.report.findFirst({ where, include: newestVersion })
      return row ? reportFromRow(row) : undefined
    },
    lock: async (ids, at) => {
      await db.report.updateMany({
        where: { id: { in: [...ids] }, lockedAt: null },
        data: { lockedAt: toDate(at) },
      })
    },
    addMessages: async (reportId, messages) => {
      await db.reportMessage.createMany({
        data: messages.map((message) => ({ reportId, ...message })),
        skipDuplicates: true,
      })
    },
    listMessages: (reportId) =>
      db.reportMessage.findMany({
        where: { reportId },
        orderBy: { seq: 'asc' },
        select: { ref: true, text: true },
      }),
    editMessage: async ({ ref, text }) => {
      await db.reportMessage.update({ where: { ref }, data: { text } })
    },
    findBySource: async (ref) => {
      const row = await db.report.findFirst({
        where: { messages: { some: { ref } } },
        include: newestVersion,
      })
      return row ? reportFromRow(row) : undefined
    },
    findLatest: async (campaignId, by) => {
      const row = await db.report.findFirst({
        where: { campaignId, state: 'submitted', ...by },
        orderBy: [{ submittedAt: 'desc' }, { code: 'desc' }],
        include: newestVersion,
      })
      return row ? reportFromRow(row) : undefined
    },
    list: async (campaignId, { unitCode, limit }) => {
      const rows = await db.report.findMany({
        where: {
          campaignId: { in: await campaignLine(db, campaignId) },
          unitCode: { in: await unitLine(db, unitCode) },
        },
        orderBy: [{ submittedAt: 'desc' }, { code: 'desc' }],
        take: limit,
        include: newestVersion,
      })
      return rows.map(reportFromRow)
    },
    listStanding: async (campaignId, period) => {
      const order = await db.$queryRaw<{ id: string }[]>`
        select r.id from report r join unit u on u.code = r.unit_code
        where r.campaign_id = ${campaignId} and r.period = ${period} and r.state = 'submitted'
        order by u.protocol_order, u.code, r.submitted_at, r.code`
      const ids = order.map(({ id }) => id)
      const rows = await db.report.findMany({ where: { id: { in: ids } }, include: newestVersion })
      const byId = new Map(rows.map((row) => [row.id, reportFromRow(row)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
    countStanding: (campaignId, unitCode, period) =>
      db.report.count({ where: { campaignId, unitCode, period, state: 'submitted' } }),
    countBy: (officialId) => db.report.count({ where: { officialId } }),
    previousContent: async (report) => {
      const row = await db.reportVersion.findUnique({
        where: { reportId_version: { reportId: report.id, version: report.version - 1 } },
      })
      return row ? (row.content as unknown as ReportContent) : undefined
    },
  }
}

function evidenceFromRow(row: Omit<EvidenceRow, 'bytes'>): Evidence {
  return {
    id: row.id,
    unitCode: row.unitCode,
    officialId: row.officialId,
    channel: row.channel as ChannelName,
    kind: row.kind as Evidence['kind'],
    ref: row.ref,
    receivedAt: toInstant(row.receivedAt),
    ...present('reportId', row.reportId),
    ...present('caption', row.caption),
  }
}

const LARGEST_PICTURE = 10 * 1024 * 1024

/**
 * Of the evidence `e`: whether it can be shown to others on every channel. Telegram takes pictures of at most
 * 10 MB (Bot API, sendPhoto); a link shows JPEG and PNG.
 */
export const PHOTO_STATE = Prisma.sql`case
  when e.kind <> 'photo' or e.state = 'refused' then 'unusable'
  when e.state = 'waiting' then 'waiting'
  when e.media_type in ('image/jpeg', 'image/png') and length(e.bytes) <= ${LARGEST_PICTURE} then 'ready'
  else 'unusable' end`

/** The bytes of an evidence if there are any and no more than that. */
async function readBytes(db: Db, id: string, atMost: number): Promise<Uint8Array | undefined> {
  const [row] = await db.$queryRaw<{ bytes: Uint8Array | null }[]>`
    select bytes from evidence where id = ${id}::uuid and length(bytes) <= ${atMost}`
  return row?.bytes ?? undefined
}

export function evidenceStore(db: Db): EvidenceStore {
  return {
    insert: async (evidence) => {
      await db.evidence.create({ data: { ...evidence, receivedAt: toDate(evidence.receivedAt) } })
    },
    attach: async (ids, reportId) => {
      await db.evidence.updateMany({ where: { id: { in: [...ids] } }, data: { reportId } })
    },
    count: (reportId) => db.evidence.count({ where: { reportId } }),
    claimWaiting: async (limit, now, retryAt) => {
      const rows = await db.$queryRaw<{ id: string }[]>`
        update evidence set attempts = attempts + 1, retry_at = ${toDate(retryAt)}
        where id in (
          select id from evidence
          where state = 'waiting' and (retry_at is null or retry_at <= ${toDate(now)})
          order by received_at limit ${limit} for update skip locked
        ) returning id`
      const ids = rows.map((row) => row.id)
      return (await db.evidence.findMany({ where: { id: { in: ids } } })).map(evidenceFromRow)
    },
    saveBytes: async (id, { bytes, mediaType, sha256 }) => {
      const data = { state: 'fetched', bytes: Uint8Array.from(bytes), mediaType, sha256 }
      await db.evidence.update({ where: { id }, data })
    },
    refuse: async (id) => {
      await db.evidence.update({ where: { id }, data: { state: 'refused' } })
    },
    photoState: async (id) => {
      const [row] = await db.$queryRaw<{ photo: PhotoState }[]>`
        select ${PHOTO_STATE} as photo from evidence e where e.id = ${id}::uuid`
      return row?.photo ?? 'unusable'
    },
    findPhotoOf: async (reportId) => {
      const [row] = await db.$queryRaw<{ id: string }[]>`
        select e.id from evidence e
        where e.report_id = ${reportId}::uuid and ${PHOTO_STATE} = 'ready'
        order by e.received_at desc, e.id desc limit 1`
      return row?.id
    },
    listFiles: async ({ reportIds, ids }, mostBytes) => {
      const where = { OR: [{ reportId: { in: [...reportIds] } }, { id: { in: [...ids] } }] }
      const omit = { bytes: true } as const
      const orderBy = [{ receivedAt: 'asc' }, { id: 'asc' }] as const
      const rows = await db.evidence.findMany({ where, omit, orderBy: [...orderBy] })
      const files: EvidenceFile[] = []
      let left = mostBytes
      for (const row of rows) {
        const facts = {
          ...evidenceFromRow(row),
          ...present('mediaType', row.mediaType),
          ...present('sha256', row.sha256),
        }
        // One at a time, and only while there is room: together they may be larger than the memory.
        const bytes = await readBytes(db, row.id, left)
        left -= bytes?.length ?? 0
        files.push(bytes ? { ...facts, bytes } : facts)
      }
      return files
    },
  }
}
