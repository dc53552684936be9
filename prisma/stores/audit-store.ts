import type { AuditStore } from '../../core/audit/audit-store.ts'
import type { Instant } from '../../core/calendar/local-time.ts'
import type { Db } from './rows.ts'
import { toDate, toJson } from './rows.ts'

/** `now` stamps every event of the transaction with the same moment. */
export function auditStore(db: Db, now: Instant): AuditStore {
  return {
    append: async ({ kind, subject, data, actor }) => {
      await db.auditEvent.create({
        data: { at: toDate(now), kind, subject, data: toJson(data), actor: actor ?? null },
      })
    },
    count: (kind, subject, since) =>
      db.auditEvent.count({ where: { kind, subject, at: { gte: toDate(since) } } }),
  }
}
