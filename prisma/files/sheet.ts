import { parse } from 'csv-parse/sync'
import type { CsvError } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { Temporal } from 'temporal-polyfill'
import type { Place, Problem, ReadResult } from './problem.ts'
import { failed, refused } from './problem.ts'
import { readBytes, readText } from './text-file.ts'

/** A field of a table as the file writes it, trimmed and NFC; empty text where nothing stands. */
export type SheetCell = { readonly text: string; readonly place: Place }

/** Offices put a title or two above the headings, never more lines than this. */
export const HEADINGS_WITHIN = 10

/** Lines of cells, blank lines left out. */
export type Sheet = readonly (readonly SheetCell[])[]

/** Whether a text is one of the headings a table may have. */
export type IsHeading = (text: string) => boolean

/**
 * Reads a comma, semicolon or tab separated file, or the first sheet of a workbook, by the file's
 * ending. What separates the fields is told by the headings.
 */
export async function readSheetFile(
  file: string,
  isHeading: IsHeading,
): Promise<ReadResult<Sheet>> {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase()
  if (ending === 'csv') return readCsv(file, isHeading)
  if (ending === 'xlsx') return readXlsx(file)
  return failed(file, 'Chỉ đọc được tệp .csv và .xlsx. Lưu lại theo một trong hai dạng này.')
}

async function readCsv(file: string, isHeading: IsHeading): Promise<ReadResult<Sheet>> {
  const text = await readText(file)
  if (!text.ok) return text
  const problems = new Map<number, Problem>()
  const lines: SheetCell[][] = []
  parse(text.value, {
    delimiter: delimiterOf(text.value, isHeading),
    relax_column_count: true,
    skip_records_with_error: true,
    on_record: (record, { lines: endsOn }) => {
      lines.push(csvLine(record, endsOn))
      return undefined
    },
    on_skip: (error) => {
      noteSyntax(problems, file, error)
      return undefined
    },
  })
  if (problems.size > 0) return refused([...problems.values()])
  return { ok: true, value: withoutBlankLines(lines) }
}

/** csv-parse knows the line on which a record ends; people look for the one on which it begins. */
function csvLine(record: readonly string[], endsOn: number): SheetCell[] {
  const line = endsOn - record.reduce((sum, field) => sum + field.split('\n').length - 1, 0)
  return record.map((field, index) => ({
    text: unquoteFormula(field.trim()),
    place: { line, column: index + 1 },
  }))
}

/** A spreadsheet writes text that begins like a formula with an apostrophe before it. */
function unquoteFormula(field: string): string {
  return /^'[=+\-@']/.test(field) ? field.slice(1) : field
}

/** Vietnamese Excel separates by semicolons: it is the sign between which most headings stand. */
function delimiterOf(csv: string, isHeading: IsHeading): string {
  const top = csv.split('\n').slice(0, HEADINGS_WITHIN)
  const headingsBy = (sign: string): number =>
    Math.max(...top.map((line) => line.split(sign).filter(isHeading).length))
  return [',', ';', '\t'].reduce((best, sign) =>
    headingsBy(sign) > headingsBy(best) ? sign : best,
  )
}

/** One problem per line: after the first wrong quote the rest of the line means nothing. */
function noteSyntax(problems: Map<number, Problem>, file: string, error?: CsvError): void {
  const line = typeof error?.lines === 'number' ? error.lines : 1
  const field = typeof error?.column === 'number' ? error.column : 0
  if (problems.has(line)) return
  const open = error?.code === 'CSV_QUOTE_NOT_CLOSED'
  problems.set(line, {
    file,
    place: { line, column: field + 1 },
    message: open
      ? 'Dấu ngoặc kép mở mà không đóng trước khi hết tệp.'
      : 'Dấu ngoặc kép đặt sai. Ô có ngoặc kép phải mở và đóng bằng ", bên trong viết "".',
  })
}

async function readXlsx(file: string): Promise<ReadResult<Sheet>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(bytes.value)
    return { ok: true, value: withoutBlankLines(rows.map(xlsxLine)) }
  } catch {
    return failed(file, 'Không mở được bảng tính. Mở bằng Excel, lưu lại dạng .xlsx rồi nạp lại.')
  }
}

function xlsxLine(row: readonly unknown[], index: number): SheetCell[] {
  return row.map((value, at) => ({
    text: xlsxText(value).trim().normalize('NFC'),
    place: { line: index + 1, column: at + 1, cell: `${columnLetters(at)}${index + 1}` },
  }))
}

/** A workbook's dates are midnights in UTC: the day is read there, or it could shift. */
function xlsxText(value: unknown): string {
  if (value instanceof Date) {
    const day = Temporal.Instant.fromEpochMilliseconds(value.getTime()).toZonedDateTimeISO('UTC')
    return day.toPlainDate().toString()
  }
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

function withoutBlankLines(lines: readonly (readonly SheetCell[])[]): Sheet {
  return lines.filter((line) => line.some((cell) => cell.text !== ''))
}
