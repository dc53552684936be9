import type { SettingStore } from '../../core/setting-store.ts'
import type { Db } from './rows.ts'

export function settingStore(db: Db): SettingStore {
  return {
    find: async (name) => (await db.setting.findUnique({ where: { name } }))?.value,
    set: async (name, value) => {
      await db.setting.upsert({ where: { name }, create: { name, value }, update: { value } })
    },
    replace: async (name, from, to) => {
      const { count } = await db.setting.updateMany({
        where: { name, value: from },
        data: { value: to },
      })
      return count === 1
    },
    ensure: async (name, value) => {
      await db.setting.createMany({ data: { name, value }, skipDuplicates: true })
      return (await db.setting.findUniqueOrThrow({ where: { name } })).value
    },
  }
}
