import type { Unit, UnitKind } from '../../core/unit/unit.ts'
import type { UnitStore } from '../../core/unit/unit-store.ts'
import type { Unit as Row } from '../generated/client.ts'
import { campaignLine, unitHeirs, unitLine } from './lineage.ts'
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
    ...endingOf(row),
  }
}

function endingOf({ endedBy, endConfirmed, successorCode }: Row): Pick<Unit, 'ending'> {
  if (endedBy === null) return {}
  const ending = { source: endedBy, confirmed: endConfirmed === true }
  return { ending: { ...ending, ...present('successor', successorCode) } }
}

/** What a file of units says, but for the unit's last day. */
function toRow(unit: Unit): Omit<Row, 'validTo' | 'endedBy' | 'endConfirmed' | 'successorCode'> {
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
    listLine: async (campaignId) => {
      const own = await db.unit.findMany({
        where: { campaigns: { some: { campaignId } } },
        orderBy: { protocolOrder: 'asc' },
      })
      const line = await campaignLine(db, campaignId)
      if (line.length === 1) return own.map(unitFromRow)
      const before = await db.unit.findMany({
        where: {
          campaigns: { some: { campaignId: { in: line } } },
          code: { notIn: own.map(({ code }) => code) },
        },
        orderBy: { protocolOrder: 'asc' },
      })
      return [...own, ...before].map(unitFromRow)
    },
    save: async (units) => {
      const known = await db.unit.findMany({ where: { code: { in: units.map((u) => u.code) } } })
      const ended = new Set(known.flatMap(({ code, endedBy }) => (endedBy === null ? [] : [code])))
      for (const unit of units) {
        const row = toRow(unit)
        const whole = { ...row, validTo: unit.validTo ? dayToDate(unit.validTo) : null }
        const update = ended.has(unit.code) ? row : whole
        await db.unit.upsert({ where: { code: unit.code }, create: whole, update })
      }
      return { added: units.length - known.length, updated: known.length }
    },
    end: async (codes, lastDay, { source, confirmed, successor }) => {
      await db.unit.updateMany({
        where: { code: { in: [...codes] } },
        data: {
          validTo: dayToDate(lastDay),
          endedBy: source,
          endConfirmed: confirmed,
          successorCode: successor ?? null,
        },
      })
    },
    line: (code) => unitLine(db, code),
    heir: async (code) => {
      const present = (await unitHeirs(db, code)).at(-1) ?? code
      return unitFromRow(await db.unit.findUniqueOrThrow({ where: { code: present } }))
    },
  }
}
