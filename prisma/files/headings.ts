import { fold } from './fields.ts'
import type { Problem } from './problem.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { HEADINGS_WITHIN } from './sheet.ts'

/** A column the product knows: its key, and the headings offices give it, compared without marks. */
export type Column<Key extends string> = {
  readonly key: Key
  readonly headings: readonly [string, ...string[]]
  readonly required: boolean
}

/** Headings that may stand in any table and are left to the office. */
const OWN_HEADINGS = ['stt', 'ghichu', 'note', 'notes']

/** Which line of a sheet holds the headings: the first that has two of them, else the first of all. */
export function headingLine<Key extends string>(
  sheet: Sheet,
  columns: readonly Column<Key>[],
): number {
  const top = sheet.slice(0, HEADINGS_WITHIN)
  const at = top.findIndex(
    (line) => line.filter((cell) => columnOf(cell.text, columns)).length >= 2,
  )
  return Math.max(at, 0)
}

/** The column a heading stands for. */
export function columnOf<Key extends string>(
  heading: string,
  columns: readonly Column<Key>[],
): Column<Key> | undefined {
  const folded = fold(heading)
  return columns.find((column) => column.headings.some((known) => fold(known) === folded))
}

/** Columns that are unknown, stand twice or are missing. */
export function headingProblems<Key extends string>(
  file: string,
  headings: readonly SheetCell[],
  columns: readonly Column<Key>[],
): Problem[] {
  const problems: Problem[] = []
  const seen = new Set<Key>()
  for (const cell of headings) {
    const column = columnOf(cell.text, columns)
    if (cell.text === '' || OWN_HEADINGS.includes(fold(cell.text))) continue
    if (!column) problems.push({ file, place: cell.place, message: unknownHeading(cell, columns) })
    else if (seen.has(column.key))
      problems.push({ file, place: cell.place, message: `Cột "${cell.text}" có hai lần.` })
    else seen.add(column.key)
  }
  const missing = columns.filter((column) => column.required && !seen.has(column.key))
  const place = headings[0]?.place ?? { line: 1, column: 1 }
  const missed = missing.map(({ headings: [name] }) => ({
    file,
    place,
    message: `Thiếu cột "${name}".`,
  }))
  return [...problems, ...missed]
}

function unknownHeading<Key extends string>(
  cell: SheetCell,
  columns: readonly Column<Key>[],
): string {
  const known = columns.map((column) => `"${column.headings[0]}"`).join(', ')
  return `Không biết cột "${cell.text}". Các cột: ${known}; cột khác đặt tên "ghi chú" hoặc bỏ đi.`
}
