import type { ChasingStore } from '../../core/chasing/chasing-store.ts'
import type { Db } from './rows.ts'
import { dayToDate, toInstant } from './rows.ts'

export function chasingStore(db: Db): ChasingStore {
  return {
    lastReminded: async (deadlineId) => {
      const rows = await db.$queryRaw<{ unit_code: string; at: Date }[]>`
        select r.unit_code, max(p.finished_at) as at
        from reminder r join outbox_part p on p.message_id = r.message_id and p.state = 'sent'
        where r.deadline_id = ${deadlineId} group by r.unit_code`
      return new Map(rows.map((row) => [row.unit_code, toInstant(row.at)]))
    },
    draftingUnits: async (deadlineId) => {
      const rows = await db.$queryRaw<{ unit_code: string }[]>`
        select distinct o.unit_code
        from deadline d, conversation c
        join official o on o.id = (c.state -> 'draft' ->> 'officialId')::uuid
        where d.id = ${deadlineId} and d.kind = 'report' and c.state ? 'draft'
          and coalesce(c.state -> 'draft' ->> 'namedPeriod', d.subject) = d.subject`
      return new Set(rows.map((row) => row.unit_code))
    },
    listDigested: async (campaignId, on) => {
      const rows = await db.digest.findMany({
        where: { campaignId, on: dayToDate(on) },
        select: { officialId: true },
      })
      return rows.map(({ officialId }) => officialId)
    },
    claimDigest: async (campaignId, officialId, on) => {
      const { count } = await db.digest.createMany({
        data: [{ campaignId, officialId, on: dayToDate(on) }],
        skipDuplicates: true,
      })
      return count === 1
    },
  }
}
