import { z } from 'zod'
import type { Unit, UnitKind } from '../../core/unit/unit.ts'
import { bareName, existTogether, KIND_WORDS } from '../../core/unit/unit.ts'
import { code, fold, list, localDate, ordinal, text } from './fields.ts'
import type { Column } from './headings.ts'
import type { Problem, ReadResult } from './problem.ts'
import { readResult } from './problem.ts'
import type { Read, Table } from './table.ts'
import { placeIn, readRows, readTable, repeatedCodes } from './table.ts'

type Key = keyof Unit

const COLUMNS: readonly Column<Key>[] = [
  { key: 'code', headings: ['mã', 'mã đơn vị', 'code', 'unit code'], required: true },
  { key: 'name', headings: ['tên', 'tên đơn vị', 'name'], required: true },
  { key: 'fullName', headings: ['tên đầy đủ', 'full name'], required: false },
  { key: 'kind', headings: ['loại', 'loại đơn vị', 'kind'], required: true },
  { key: 'aliases', headings: ['tên gọi khác', 'aliases'], required: false },
  { key: 'formerNames', headings: ['tên cũ', 'former names'], required: false },
  { key: 'parentCode', headings: ['thuộc', 'trực thuộc', 'parent'], required: false },
  { key: 'groups', headings: ['cụm thi đua', 'cụm', 'khối thi đua', 'groups'], required: false },
  { key: 'validFrom', headings: ['từ ngày', 'valid from'], required: false },
  { key: 'validTo', headings: ['đến ngày', 'valid to'], required: false },
  { key: 'protocolOrder', headings: ['thứ tự', 'protocol order', 'order'], required: false },
]

/**
 * Reads the units of a campaign from CSV or XLSX. Refuses doubled codes, a superior unit that is
 * not in the file, and names by which two units that exist on the same day could be mistaken for
 * each other. Without an order the units keep the file's.
 */
export async function readUnitsFile(file: string): Promise<ReadResult<readonly Unit[]>> {
  const table = await readTable(file, COLUMNS)
  if (!table.ok) return table
  const codes = new Set(
    table.value.rows.map((row) => row.cells.get('code')?.text.toUpperCase() ?? ''),
  )
  const { read, problems } = readRows(table.value, unitShape(codes))
  const units = read.map(({ row, value }) => ({
    row,
    value: {
      ...value,
      fullName: value.fullName ?? value.name,
      protocolOrder: value.protocolOrder ?? table.value.rows.indexOf(row) + 1,
    },
  }))
  return readResult(
    units.map(({ value }) => value),
    [
      ...table.value.problems,
      ...problems,
      ...repeatedCodes(table.value, 'code'),
      ...circles(table.value, units),
      ...nameClashes(table.value, units),
    ],
  )
}

/** What sort of unit, by its Vietnamese word or its key. */
export const unitKind = z.string().transform((value, context) => {
  const folded = fold(value)
  const known = Object.entries(KIND_WORDS) as [UnitKind, string][]
  const found = known.find(([key, word]) => fold(key) === folded || fold(word) === folded)
  if (found) return found[0]
  const words = Object.values(KIND_WORDS).join(', ')
  context.addIssue({ code: 'custom', message: `Không biết loại "${value}". Các loại: ${words}.` })
  return z.NEVER
})

function unitShape(codes: ReadonlySet<string>) {
  return z
    .object({
      code,
      name: text,
      fullName: text.exactOptional(),
      kind: unitKind,
      aliases: list.default([]),
      formerNames: list.default([]),
      parentCode: code
        .refine((parent) => codes.has(parent), { error: 'Không có đơn vị nào mang mã này.' })
        .exactOptional(),
      groups: list.default([]),
      validFrom: localDate.exactOptional(),
      validTo: localDate.exactOptional(),
      protocolOrder: ordinal.exactOptional(),
    })
    .refine((unit) => !unit.validFrom || !unit.validTo || !isBefore(unit.validTo, unit.validFrom), {
      path: ['validTo'],
      error: 'Ngày cuối đứng trước ngày đầu.',
    })
}

function isBefore(a: { toString(): string }, b: { toString(): string }): boolean {
  return a.toString() < b.toString()
}

/** A unit may not belong to itself, not by way of others either. */
function circles(table: Table<Key>, units: readonly Read<Key, Unit>[]): Problem[] {
  const parents = new Map(units.map(({ value }) => [value.code, value.parentCode]))
  const goesInCircle = (unit: Unit): boolean => {
    const passed = new Set<string>()
    for (let at = unit.parentCode; at !== undefined && !passed.has(at); at = parents.get(at)) {
      if (at === unit.code) return true
      passed.add(at)
    }
    return false
  }
  return units
    .filter(({ value }) => goesInCircle(value))
    .map(({ row }) => ({
      file: table.file,
      place: placeIn(table, row, 'parentCode'),
      message: 'Đơn vị này trực thuộc chính nó, trực tiếp hoặc qua đơn vị khác.',
    }))
}

type Claim = { readonly by: Read<Key, Unit>; readonly key: Key; readonly bare: boolean }

/**
 * Names that two units claim. A name without the word for its kind may be shared (xã Chi Lăng, thị
 * trấn Chi Lăng): then people are asked. As an alias of one it would be taken for that one in silence.
 */
function nameClashes(table: Table<Key>, units: readonly Read<Key, Unit>[]): Problem[] {
  const claims = new Map<string, Claim[]>()
  const problems: Problem[] = []
  for (const by of units) {
    for (const [name, { key, bare }] of namesOf(by.value)) {
      const earlier = claims.get(name) ?? []
      const clash = earlier.find(
        (claim) => !(claim.bare && bare) && existTogether(claim.by.value, by.value),
      )
      claims.set(name, [...earlier, { by, key, bare }])
      if (!clash) continue
      problems.push({
        file: table.file,
        place: placeIn(table, by.row, key),
        message: `Tên gọi "${name}" cũng chỉ ${clash.by.value.code} (dòng ${clash.by.row.place.line}). Ghi rõ để không nhầm hai đơn vị.`,
      })
    }
  }
  return problems
}

/** All names of a unit in small letters, with the column in which each stands. */
function namesOf(unit: Unit): Map<string, { key: Key; bare: boolean }> {
  const names = new Map<string, { key: Key; bare: boolean }>()
  names.set(comparable(bareName(unit)), { key: 'name', bare: true })
  const claim = (key: Key, written: readonly string[]): void =>
    written.forEach((name) => names.set(comparable(name), { key, bare: false }))
  claim('aliases', unit.aliases)
  claim('formerNames', unit.formerNames)
  claim('fullName', [unit.fullName])
  claim('name', [unit.name])
  return names
}

function comparable(name: string): string {
  return name.toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim()
}
