import type { z } from 'zod'
import type { Column } from './headings.ts'
import { columnOf, headingLine, headingProblems } from './headings.ts'
import { issueSentence } from './issue-sentence.ts'
import type { Place, Problem, ReadResult } from './problem.ts'
import { failed } from './problem.ts'
import type { SheetCell } from './sheet.ts'
import { readSheetFile } from './sheet.ts'

export type TableRow<Key extends string> = {
  readonly place: Place
  /** Cells that hold something. */
  readonly cells: ReadonlyMap<Key, SheetCell>
}

export type Table<Key extends string> = {
  readonly file: string
  readonly rows: readonly TableRow<Key>[]
  /** The columns that stand in the file, with the place of their heading. */
  readonly headings: ReadonlyMap<Key, Place>
  readonly problems: readonly Problem[]
}

/** A row together with what it says. */
export type Read<Key extends string, T> = { readonly row: TableRow<Key>; readonly value: T }

/**
 * Reads a table by its headings, wherever the columns stand. Columns that are missing, doubled or
 * unknown are among the table's problems; the result is a refusal only where no table is to be had.
 */
export async function readTable<Key extends string>(
  file: string,
  columns: readonly Column<Key>[],
): Promise<ReadResult<Table<Key>>> {
  const sheet = await readSheetFile(file, (text) => columnOf(text, columns) !== undefined)
  if (!sheet.ok) return sheet
  const at = headingLine(sheet.value, columns)
  const headings = sheet.value[at]
  if (!headings) return failed(file, 'Tệp không có dòng nào.')
  const known = headings.map((cell) => columnOf(cell.text, columns))
  const lines = sheet.value.slice(at + 1)
  return {
    ok: true,
    value: {
      file,
      rows: lines.map((line) => rowOf(line, known, headings)),
      headings: new Map(
        known.flatMap((column, index) => {
          const cell = headings[index]
          return column && cell ? [[column.key, { ...cell.place, heading: cell.text }]] : []
        }),
      ),
      problems: [
        ...headingProblems(file, headings, columns),
        ...lines.flatMap((line) => strayCells(file, line, headings)),
      ],
    },
  }
}

/** Reads every row by a shape whose keys are the columns; an empty cell counts as absent. */
export function readRows<Key extends string, T>(
  table: Table<Key>,
  shape: z.ZodType<T>,
): { readonly read: readonly Read<Key, T>[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const read = table.rows.flatMap((row) => {
    const input = Object.fromEntries([...row.cells].map(([key, cell]) => [key, cell.text]))
    const result = shape.safeParse(input, { reportInput: true })
    if (result.success) return [{ row, value: result.data }]
    for (const issue of result.error.issues) {
      const place = issuePlace(table, row, issue.path[0])
      if (place) problems.push({ file: table.file, place, message: issueSentence(issue, 'cell') })
    }
    return []
  })
  return { read, problems }
}

/** The place of a row's cell, even an empty one. */
export function placeIn<Key extends string>(
  table: Table<Key>,
  row: TableRow<Key>,
  key: Key,
): Place {
  const heading = table.headings.get(key)
  return row.cells.get(key)?.place ?? (heading ? below(heading, row.place.line) : row.place)
}

/** None where the whole column is missing: that is said once, at the headings. */
function issuePlace<Key extends string>(
  table: Table<Key>,
  row: TableRow<Key>,
  path: PropertyKey | undefined,
): Place | undefined {
  const key = [...table.headings.keys()].find((known) => known === path)
  return key === undefined ? undefined : placeIn(table, row, key)
}

function below(heading: Place, line: number): Place {
  const cell = heading.cell?.replace(/\d+$/, String(line))
  return { ...heading, line, ...(cell !== undefined && { cell }) }
}

function rowOf<Key extends string>(
  line: readonly SheetCell[],
  known: readonly (Column<Key> | undefined)[],
  headings: readonly SheetCell[],
): TableRow<Key> {
  const cells = new Map<Key, SheetCell>()
  for (const [index, cell] of line.entries()) {
    const column = known[index]
    const heading = headings[index]?.text
    if (!column || heading === undefined || cell.text === '') continue
    cells.set(column.key, { ...cell, place: { ...cell.place, heading } })
  }
  return { place: { line: line[0]?.place.line ?? 1, column: 1 }, cells }
}

/** Text to the right of the last heading or below none: mostly a separator inside a field without quotes. */
function strayCells(
  file: string,
  line: readonly SheetCell[],
  headings: readonly SheetCell[],
): Problem[] {
  return line
    .filter((cell, index) => cell.text !== '' && (headings[index]?.text ?? '') === '')
    .map((cell) => ({
      file,
      place: cell.place,
      message:
        'Ô này nằm ngoài các cột có tiêu đề. Nội dung có dấu phân cách thì đặt trong ngoặc kép.',
    }))
}

/** Codes that stand in two rows, whatever else is wrong with those rows. */
export function repeatedCodes<Key extends string>(table: Table<Key>, key: Key): Problem[] {
  const first = new Map<string, number>()
  return table.rows.flatMap((row) => {
    const cell = row.cells.get(key)
    if (!cell) return []
    const code = cell.text.toUpperCase()
    const line = first.get(code)
    if (line === undefined) first.set(code, row.place.line)
    if (line === undefined) return []
    const message = `Mã "${code}" đã có ở dòng ${line}.`
    return [{ file: table.file, place: cell.place, message }]
  })
}
