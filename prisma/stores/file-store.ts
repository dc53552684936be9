import type { FileStore } from '../../core/file/file-store.ts'
import { PHOTO_STATE } from './report-store.ts'
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
    keepPhoto: async (photoId, { name, createdFor, createdAt, keptUntil }) => {
      const kept = await db.$executeRaw`
        insert into stored_file (id, name, media_type, bytes, sha256, created_for, created_at, kept_until)
        select e.id, ${name} || case e.media_type when 'image/png' then '.png' else '.jpg' end,
          e.media_type, e.bytes, e.sha256, ${createdFor}::uuid, ${toDate(createdAt)}, ${toDate(keptUntil)}
        from evidence e where e.id = ${photoId}::uuid and ${PHOTO_STATE} = 'ready'
        on conflict (id) do update set kept_until = greatest(stored_file.kept_until, excluded.kept_until)`
      return kept > 0
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
