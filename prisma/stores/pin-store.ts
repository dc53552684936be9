import type { PinStore } from '../../core/pin/pin-store.ts'
import type { Db } from './rows.ts'
import { toDate, toInstant } from './rows.ts'

export function pinStore(db: Db): PinStore {
  return {
    find: async (officialId) => {
      await db.$queryRaw`select 1 from officer_pin where official_id = ${officialId}::uuid for update`
      const row = await db.officerPin.findUnique({ where: { officialId } })
      if (!row || row.hash === null || row.salt === null) return undefined
      return { hash: row.hash, salt: row.salt }
    },
    save: async (officialId, pin, at) => {
      const data = { ...pin, setAt: toDate(at) }
      await db.officerPin.upsert({
        where: { officialId },
        create: { officialId, ...data },
        update: data,
      })
    },
    issueCode: async (officialId, { hash, salt }, expiresAt) => {
      const data = { codeHash: hash, codeSalt: salt, codeExpiresAt: toDate(expiresAt) }
      await db.officerPin.upsert({
        where: { officialId },
        create: { officialId, ...data },
        update: data,
      })
    },
    findCode: async (officialId) => {
      await db.$queryRaw`select 1 from officer_pin where official_id = ${officialId}::uuid for update`
      const row = await db.officerPin.findUnique({ where: { officialId } })
      if (!row?.codeHash || !row.codeSalt || !row.codeExpiresAt) return undefined
      return { hash: row.codeHash, salt: row.codeSalt, expiresAt: toInstant(row.codeExpiresAt) }
    },
    dropCode: async (officialId) => {
      const data = { codeHash: null, codeSalt: null, codeExpiresAt: null }
      await db.officerPin.update({ where: { officialId }, data })
    },
  }
}
