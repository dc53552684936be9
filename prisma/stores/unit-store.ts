import type { Unit, UnitKind } from '../../core/unit/unit.ts'
import type { UnitStore } from '../../core/unit/unit-store.ts'
import type { Unit as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { dayToDate, present, toDay } from './rows.ts'

export function unitFromRow(row: Row): Unit {
  return {
    code: row.code,
    name: row.name,
    fullName: row.fullName,
    kind: row.kind as UnitKind,
    aliases: row.aliases,
    formerNames: row.formerNames,
    groups: row.groups,
    protocolOrder: row.protocolOrder,
    ...present('parentCode', row.parentCode),
    ...present('validFrom', row.validFrom && toDay(row.validFrom)),
    ...present('validTo', row.validTo && toDay(row.validTo)),
  }
}

function toRow(unit: Unit): Row {
  return {
    code: unit.code,
    name: unit.name,
    fullName: unit.fullName,
    kind: unit.kind,
    aliases: [...unit.aliases],
    formerNames: [...unit.formerNames],
    groups: [...unit.groups],
    protocolOrder: unit.protocolOrder,
    parentCode: unit.parentCode ?? null,
    validFrom: unit.validFrom ? dayToDate(unit.validFrom) : null,
    validTo: unit.validTo ? dayToDate(unit.validTo) : null,
  }
}

export function unitStore(db: Db): UnitStore {
  return {
    get: async (code) => unitFromRow(await db.unit.findUniqueOrThrow({ where: { code } })),
    list: async (campaignId) => {
      const where = campaignId === undefined ? {} : { campaigns: { some: { campaignId } } }
      const rows = await db.unit.findMany({ where, orderBy: { protocolOrder: 'asc' } })
      return rows.map(unitFromRow)
    },
    save: async (units) => {
      const known = await db.unit.findMany({ where: { code: { in: units.map((u) => u.code) } } })
      for (const unit of units) {
        const row = toRow(unit)
        await db.unit.upsert({ where: { code: unit.code }, create: row, update: row })
      }
      return { added: units.length - known.length, updated: known.length }
    },
  }
}
