import { z } from 'zod'
import type { RosterEntry } from '../../core/official/roster.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { code, phone, text, yesNo } from './fields.ts'
import type { Column } from './headings.ts'
import type { ReadResult } from './problem.ts'
import { readResult } from './problem.ts'
import { roles } from './role-words.ts'
import { readRows, readTable, repeatedCodes } from './table.ts'

type Key = keyof RosterEntry

const COLUMNS: readonly Column<Key>[] = [
  { key: 'code', headings: ['mã', 'mã cán bộ', 'code'], required: true },
  { key: 'name', headings: ['họ và tên', 'họ tên', 'tên', 'name', 'full name'], required: true },
  { key: 'address', headings: ['xưng hô', 'cách gọi', 'address'], required: false },
  { key: 'position', headings: ['chức vụ', 'chức danh', 'position'], required: true },
  { key: 'unitCode', headings: ['mã đơn vị', 'đơn vị', 'unit', 'unit code'], required: true },
  { key: 'roles', headings: ['vai trò', 'roles'], required: true },
  { key: 'phone', headings: ['điện thoại', 'số điện thoại', 'sđt', 'phone'], required: false },
  { key: 'demonstration', headings: ['dữ liệu mẫu', 'demonstration'], required: false },
]

/** How the bot addresses someone of whom the roster says nothing else. */
const DEFAULT_ADDRESS = 'đồng chí'

/**
 * Reads a roster from CSV or XLSX. A unit may have several contacts and heads. Refuses doubled
 * codes, roles that do not exist and units that are not among `units`.
 */
export async function readOfficialsFile(
  file: string,
  units: readonly Unit[],
): Promise<ReadResult<readonly RosterEntry[]>> {
  const table = await readTable(file, COLUMNS)
  if (!table.ok) return table
  const { read, problems } = readRows(table.value, entryShape(units))
  return readResult(
    read.map(({ value }) => value),
    [...table.value.problems, ...problems, ...repeatedCodes(table.value, 'code')],
  )
}

function entryShape(units: readonly Unit[]) {
  const codes = new Set(units.map((unit) => unit.code))
  return z.object({
    code,
    name: text,
    address: text.default(DEFAULT_ADDRESS),
    position: text,
    unitCode: code.refine((unit) => codes.has(unit), {
      error: 'Không có đơn vị nào mang mã này trong danh sách đơn vị.',
    }),
    roles,
    phone: phone.exactOptional(),
    demonstration: yesNo.default(false),
  })
}

/** The roster as a CSV file that Excel opens with its marks intact and `readOfficialsFile` reads again. */
export function officialsCsv(entries: readonly RosterEntry[]): string {
  const headings = COLUMNS.map((column) => column.headings[0])
  const lines = entries.map((entry) => COLUMNS.map((column) => cellText(entry, column.key)))
  return '\uFEFF' + [headings, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n')
}

function cellText(entry: RosterEntry, key: Key): string {
  if (key === 'roles') return entry.roles.join('|')
  if (key === 'demonstration') return entry.demonstration ? 'có' : 'không'
  return entry[key] ?? ''
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it, which the reader takes away. */
function csvField(value: string): string {
  const plain = /^[=+\-@']/.test(value) ? `'${value}` : value
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
