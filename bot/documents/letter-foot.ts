import type { Table } from 'docx'
import { AlignmentType, Paragraph } from 'docx'
import { columns } from './blocks.ts'
import { line } from './paper.ts'
import { writtenLine } from './written-text.ts'

export type Signer = {
  /** For whom is signed, before the position: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
  readonly authority?: readonly string[]
  readonly position: string
  /** Stays blank while it is open who signs. */
  readonly name?: string
}

export type LetterFoot = {
  readonly signer: Signer
  /** The second signature on the left: a secretary's, or the confirmation of the agency above. */
  readonly beside?: Signer
  /** "Như trên", "UBND tỉnh (b/c)"; the file copy is added where the last item is none. */
  readonly recipients: readonly string[]
}

const WIDTHS = [75, 90] as const
/** Points left free for a signature and a seal. */
const SIGNATURE = 62

/** Recipients and signatures (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7 and II.9); nothing is signed. */
export function letterFoot({ signer, beside, recipients }: LetterFoot): readonly Table[] {
  const listed = recipientLines(recipients)
  if (!beside) return [columns(WIDTHS, [[listed, signature(signer)]])]
  const even = [82.5, 82.5] as const
  const signatures = columns(even, [[signature(beside), signature(signer)]])
  return listed.length === 0 ? [signatures] : [signatures, columns(WIDTHS, [[listed, []]])]
}

function signature({ authority = [], position, name }: Signer): Paragraph[] {
  const titles = [...authority, position].map((title) => title.toLocaleUpperCase('vi'))
  return [
    ...titles.map((title) => line(writtenLine(title), { size: 13, bold: true, keepNext: true })),
    new Paragraph({ spacing: { before: SIGNATURE * 20 }, keepNext: true }),
    line(name === undefined ? '' : writtenLine(name), { size: 14, bold: true }),
  ]
}

function recipientLines(recipients: readonly string[]): Paragraph[] {
  if (recipients.length === 0) return []
  const left = AlignmentType.LEFT
  return [
    line('Nơi nhận:', { size: 12, bold: true, italic: true, align: left }),
    ...recipients.map((recipient, at) => {
      const end = at === recipients.length - 1 ? '.' : ';'
      return line(`- ${withoutEnd(recipient)}${end}`, { size: 11, align: left })
    }),
  ]
}

function withoutEnd(text: string): string {
  return writtenLine(text)
    .replace(/^-\s*/u, '')
    .replace(/[.;]+$/u, '')
}
