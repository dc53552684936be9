import type { TableBorders } from 'docx'
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Look } from './paper.ts'
import { line, mm, run } from './paper.ts'
import { writtenLine } from './written-text.ts'

/** A piece of a paragraph. */
export type Span = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean }

export type Column = {
  readonly title: string
  /** In millimetres. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
}

/** What the body of a document is made of. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string | readonly Span[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'centred'; readonly text: string; readonly bold?: boolean }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
    }

export function paragraph(text: string | readonly Span[]): Block {
  return { kind: 'paragraph', text }
}

export function heading(text: string): Block {
  return { kind: 'heading', text }
}

/** A piece that stands out. */
export function strong(text: string): Span {
  return { text, bold: true }
}

/** Body text: 14 points, justified, first line in by 1.27 cm, 6 points between paragraphs (Phụ lục I, mục II.6). */
export const BODY_SIZE = 14
const FIRST_LINE = mm(12.7)
const BETWEEN = 120
/** 1.1 lines; the annex allows one to one and a half. */
const LEADING = 264
const TABLE_SIZE = 12

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

export function spansOf(text: string | readonly Span[]): readonly Span[] {
  return typeof text === 'string' ? [{ text }] : text
}

/** A block as Word's own elements. The last one stays on the page of the signature below it. */
export function drawBlock(block: Block, isLast = false): Paragraph | Table {
  switch (block.kind) {
    case 'paragraph':
      return bodyParagraph(block.text, { keepNext: isLast })
    case 'heading':
      return bodyParagraph([strong(block.text)], { keepNext: true })
    case 'centred':
      return line(writtenLine(block.text), {
        size: BODY_SIZE,
        bold: block.bold ?? true,
        before: 6,
        after: 6,
        keepNext: true,
      })
    case 'table':
      return table(block.columns, block.rows)
  }
}

/** A paragraph of the body; `italic` for the legal bases. */
export function bodyParagraph(
  text: string | readonly Span[],
  { italic = false, keepNext = false }: { italic?: boolean; keepNext?: boolean },
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: { before: BETWEEN, after: 0, line: LEADING, lineRule: LineRuleType.AUTO },
    keepNext,
    children: spansOf(text).map((span) =>
      run(withSpaces(span.text), {
        size: BODY_SIZE,
        bold: span.bold ?? false,
        italic: span.italic ?? italic,
      }),
    ),
  })
}

/** Like `writtenLine`, but a span keeps the space that parts it from its neighbour. */
function withSpaces(text: string): string {
  const inner = writtenLine(text)
  const before = /^\s/u.test(text) ? ' ' : ''
  return `${before}${inner}${/\s$/u.test(text) && inner !== '' ? ' ' : ''}`
}

const CELL_BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  const head: Look = { size: TABLE_SIZE, bold: true }
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: mm(columns.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => mm(width)),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => cell(column.title, { ...column, align: 'center' }, head)),
      }),
      ...rows.map((row) => {
        const children = columns.map((column, at) =>
          cell(row[at] ?? '', column, { size: TABLE_SIZE }),
        )
        return new TableRow({ cantSplit: true, children })
      }),
    ],
  })
}

function cell(text: string, { width, align = 'left' }: Column, look: Look): TableCell {
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    borders: { top: CELL_BORDER, bottom: CELL_BORDER, left: CELL_BORDER, right: CELL_BORDER },
    children: text
      .split('\n')
      .map((part) => line(writtenLine(part), { ...look, align: ALIGNMENTS[align] })),
  })
}

const NOTHING = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Two columns without any line: the header block and the signatures. Widths in millimetres. */
export function columns(
  widths: readonly [number, number],
  rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[],
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(widths[0] + widths[1]), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    borders: {
      top: NOTHING,
      bottom: NOTHING,
      left: NOTHING,
      right: NOTHING,
      insideHorizontal: NOTHING,
      insideVertical: NOTHING,
    } satisfies ConstructorParameters<typeof TableBorders>[0],
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                width: { size: mm(widths[at === 0 ? 0 : 1]), type: WidthType.DXA },
                margins: { top: 0, bottom: 0, left: 0, right: 0 },
                children: children.length > 0 ? children : [new Paragraph({})],
              }),
          ),
        }),
    ),
  })
}
