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
    claimDigest: async (campaignId, officialId, on) => {
      const { count } = await db.digest.createMany({
        data: [{ campaignId, officialId, on: dayToDate(on) }],
        skipDuplicates: true,
      })
      return count === 1
    },
  }
}
