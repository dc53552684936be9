import type { Table } from 'docx'
import { Paragraph } from 'docx'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import { columns } from './blocks.ts'
import { line, rule } from './paper.ts'
import { agencyLines, writtenLine } from './written-text.ts'

/** What stands above the title. */
export type LetterHead = {
  /** The agency that issues: "UBND huyện …". */
  readonly issuer: string
  /** The agency above it; absent where the form has none. */
  readonly superior?: string
  /** What follows the number: "TTr-UBND". Absent: a document that carries no number. */
  readonly code?: string
  /** Where it is written. */
  readonly place: string
  /** Month and year are written; the day stays blank. */
  readonly on: LocalDate
  /** Said under the number where the document has no title of its own (công văn). */
  readonly about?: string
}

/** Widths in millimetres; together the text width. */
const WIDTHS = [68, 97] as const
/** The motto's rule is as long as the motto; the agency's a third to a half of its line. */
const MOTTO_RULE = 59
const AGENCY_RULE = 22

/** The block above the title (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1–II.4), marked as a draft. */
export function letterHead(head: LetterHead): Table {
  const agency = [
    ...(head.superior === undefined ? [] : [line(superiorLine(head.superior), { size: 12 })]),
    ...agencyLines(head.issuer).map((text) => line(text, { size: 12, bold: true })),
    rule(AGENCY_RULE, WIDTHS[0]),
  ]
  const state = [
    line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true }),
    line('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true }),
    rule(MOTTO_RULE, WIDTHS[1]),
  ]
  return columns(WIDTHS, [
    [agency, state],
    [numberLines(head), [line(placeAndDate(head), { size: 13, italic: true, before: 6 })]],
  ])
}

/** The agency above may stand with the usual abbreviation, the issuing one may not (mục II.2). */
function superiorLine(name: string): string {
  return writtenLine(name).toLocaleUpperCase('vi')
}

function numberLines({ code, about }: LetterHead): Paragraph[] {
  return [
    ...(code === undefined
      ? [new Paragraph({ spacing: { before: 120 } })]
      : [line(`Số:          /${code}`, { size: 13, before: 6 })]),
    ...(about === undefined ? [] : [line(`V/v ${writtenLine(about)}`, { size: 12, before: 3 })]),
    line('DỰ THẢO', { size: 13, bold: true, before: 4 }),
  ]
}

/** Months 1 and 2 are written with a leading zero; the day, which belongs to the signature, is blank. */
function placeAndDate({ place, on }: LetterHead): string {
  const month = on.month < 3 ? `0${on.month}` : `${on.month}`
  return `${writtenLine(place)}, ngày       tháng ${month} năm ${on.year}`
}
