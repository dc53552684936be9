import type { AuditStore } from '../../core/audit/audit-store.ts'
import type { RecordedEvent } from '../../core/audit/chain.ts'
import { EMPTY_CHAIN } from '../../core/audit/chain.ts'
import type { Instant } from '../../core/calendar/local-time.ts'
import type { AuditEvent as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { present, toDate, toJson } from './rows.ts'

function eventFromRow({ at, ...row }: Row): RecordedEvent {
  return { ...row, at: at.toISOString() }
}

/** `now` stamps every event of the transaction with the same moment. */
export function auditStore(db: Db, now: Instant): AuditStore {
  return {
    append: async ({ kind, subject, data, actor, inbox }) => {
      const caused = inbox === undefined ? data : { ...data, inbox: inbox.map(String) }
      await db.auditEvent.create({
        data: { at: toDate(now), kind, subject, data: toJson(caused), actor: actor ?? null },
      })
    },
    listFor: async (subjects) => {
      const rows = await db.auditEvent.findMany({
        where: { subject: { in: [...subjects] } },
        orderBy: { id: 'desc' },
      })
      const links = await db.auditSeal.findMany({
        where: { eventId: { in: rows.map(({ id }) => id) } },
      })
      const positions = new Map(links.map(({ eventId, position }) => [eventId, position]))
      return rows.map((row) => ({
        event: eventFromRow(row),
        ...present('position', positions.get(row.id) ?? null),
      }))
    },
    head: async () =>
      (await db.auditSeal.findFirst({ orderBy: { position: 'desc' } })) ?? EMPTY_CHAIN,
    count: (kind, subject, since) =>
      db.auditEvent.count({ where: { kind, subject, at: { gte: toDate(since) } } }),
    lockChain: async () => {
      await db.$executeRaw`lock table audit_seal in exclusive mode`
      const last = await db.auditSeal.findFirst({ orderBy: { position: 'desc' } })
      return last ?? EMPTY_CHAIN
    },
    listUnsealed: async (limit) => {
      const rows = await db.auditUnsealed.findMany({
        orderBy: { eventId: 'asc' },
        take: limit,
        include: { event: true },
      })
      return rows.map(({ event }) => eventFromRow(event))
    },
    countUnsealed: () => db.auditUnsealed.count(),
    seal: async (links) => {
      await db.auditSeal.createMany({ data: [...links] })
      const eventId = { in: links.map((link) => link.eventId) }
      await db.auditUnsealed.deleteMany({ where: { eventId } })
    },
    listSealed: async (after, limit) => {
      const links = await db.auditSeal.findMany({
        where: { position: { gt: after } },
        orderBy: { position: 'asc' },
        take: limit,
      })
      const id = { in: links.map((link) => link.eventId) }
      const rows = await db.auditEvent.findMany({ where: { id } })
      const events = new Map(rows.map((row) => [row.id, eventFromRow(row)]))
      return links.map((link) => ({ ...link, event: events.get(link.eventId) }))
    },
  }
}
