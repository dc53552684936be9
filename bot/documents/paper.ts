import type { IParagraphOptions, IRunOptions } from 'docx'
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx'

/** The font of all official documents (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.3). */
export const FONT = 'Times New Roman'

const TWIPS_PER_MM = 1440 / 25.4

/** Word measures lengths in twentieths of a point. */
export function mm(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM)
}

/** Word measures type in half points. */
export function pt(points: number): number {
  return points * 2
}

/** A4 in millimetres, and the margins within what Phụ lục I, mục I.1–I.2 allows. */
export const PAGE = { width: 210, height: 297 } as const
export const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 } as const

/** The width between the margins of an upright page, in millimetres. */
export const TEXT_WIDTH = PAGE.width - MARGINS.left - MARGINS.right

/** What a line looks like, sizes in points. */
export type Look = {
  readonly size: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  /** Points above and below. */
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
}

export function run(text: string, { size, bold = false, italic = false }: Look): TextRun {
  const options: IRunOptions = { text, size: pt(size), bold, italics: italic }
  return new TextRun(options)
}

/** A line by itself, centred unless said otherwise. */
export function line(text: string, look: Look): Paragraph {
  const { align = AlignmentType.CENTER, before = 0, after = 0, keepNext = false } = look
  return new Paragraph({
    alignment: align,
    keepNext,
    spacing: { before: before * 20, after: after * 20 },
    children: [run(text, look)],
  })
}

/**
 * A rule of that width in the middle of a column, both in millimetres. It is the upper border of a
 * paragraph of one point, since a drawn line moves when another program opens the file.
 */
export function rule(width: number, column: number): Paragraph {
  const side = mm((column - width) / 2)
  const options: IParagraphOptions = {
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    indent: { left: side, right: side },
    spacing: { before: 50, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    children: [],
  }
  return new Paragraph(options)
}
