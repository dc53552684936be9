import type { Row } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import type { Column } from './blocks.ts'
import { FONT } from './paper.ts'
import { writtenLine } from './written-text.ts'

export type Spreadsheet = {
  /** The tab's name. */
  readonly name: string
  readonly title: string
  readonly note?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

/** Millimetres to Excel's unit, the width of a digit. */
const MM_PER_CHARACTER = 2
const SIZE = 12

/**
 * A table as an Excel file, upright heads that stay in place. Every cell is text, so that what begins
 * with "=", "+", "-" or "@" is shown and never computed, and leading zeros stay.
 */
export async function spreadsheet(sheet: Spreadsheet): Promise<Uint8Array> {
  const { name, title, note, columns, rows } = sheet
  const above: Row[] = [
    [text(title, { fontWeight: 'bold' })],
    ...(note === undefined ? [] : [[text(note, { fontStyle: 'italic' })]]),
    [],
  ]
  const head: Row = columns.map((column) =>
    text(column.title, { ...BORDER, fontWeight: 'bold', align: 'center', wrap: true }),
  )
  const body: Row[] = rows.map((row) =>
    columns.map(({ align = 'left' }, at) => text(row[at] ?? '', { ...BORDER, align, wrap: true })),
  )
  const file = writeExcelFile(
    [...above, head, ...body],
    {
      sheet: name.slice(0, 31),
      orientation: 'landscape',
      columns: columns.map(({ width }) => ({ width: width / MM_PER_CHARACTER })),
      stickyRowsCount: above.length + 1,
    },
    { fontFamily: FONT, fontSize: SIZE },
  )
  return new Uint8Array(await file.toBuffer())
}

const BORDER = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'center' } as const

type Style = Partial<typeof BORDER> & {
  readonly fontWeight?: 'bold'
  readonly fontStyle?: 'italic'
  readonly align?: 'left' | 'center' | 'right'
  readonly wrap?: boolean
}

function text(value: string, style: Style): Row[number] {
  return { value: writtenLine(value), type: String, format: '@', ...style }
}
