import type { FileStore } from '../../core/file/file-store.ts'
import type { Db } from './rows.ts'
import { toDate, toInstant } from './rows.ts'

export function fileStore(db: Db): FileStore {
  return {
    insert: async ({ bytes, createdAt, keptUntil, ...fields }) => {
      await db.storedFile.create({
        data: {
          ...fields,
          bytes: Uint8Array.from(bytes),
          createdAt: toDate(createdAt),
          keptUntil: toDate(keptUntil),
        },
      })
    },
    find: async (id, now) => {
      const row = await db.storedFile.findFirst({ where: { id, keptUntil: { gt: toDate(now) } } })
      if (!row) return undefined
      const { createdAt, keptUntil, ...fields } = row
      return { ...fields, createdAt: toInstant(createdAt), keptUntil: toInstant(keptUntil) }
    },
    dropExpired: async (now) => {
      await db.storedFile.deleteMany({ where: { keptUntil: { lte: toDate(now) } } })
    },
  }
}
