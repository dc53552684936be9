import type { Paragraph, Table } from 'docx'
import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph as Line,
  SectionType,
  TextRun,
} from 'docx'
import type { Block, Span } from './blocks.ts'
import { bodyParagraph, drawBlock, spansOf } from './blocks.ts'
import type { LetterFoot } from './letter-foot.ts'
import { letterFoot } from './letter-foot.ts'
import type { LetterHead } from './letter-head.ts'
import { letterHead } from './letter-head.ts'
import { FONT, line, MARGINS, mm, PAGE, pt, rule, TEXT_WIDTH } from './paper.ts'
import { writtenLine } from './written-text.ts'

/** A list that goes with a letter, on pages of its own. */
export type Annex = {
  readonly title: string
  /** "(Kèm theo Tờ trình số       /TTr-UBND …)". */
  readonly note?: string
  readonly landscape: boolean
  readonly body: readonly Block[]
}

/** An official document before it is numbered, dated and signed. */
export type Letter = LetterHead &
  LetterFoot & {
    /** "Tờ trình"; absent for an official letter (công văn), whose subject is `about`. */
    readonly title?: string
    /** What it is about (trích yếu), under the title. */
    readonly summary?: string
    /** "Kính gửi": whom it is written to. */
    readonly addressees?: readonly string[]
    /** Who decides, in capitals above the bases: "Chủ tịch Ủy ban nhân dân huyện …". */
    readonly authorityLine?: string
    /** Legal bases, without "Căn cứ … ;" punctuation at their ends. */
    readonly bases: readonly string[]
    /** Between bases and body: "QUYẾT ĐỊNH:". */
    readonly resolves?: string
    readonly body: readonly Block[]
    readonly annexes?: readonly Annex[]
  }

/**
 * An official document as a Word file, laid out as Nghị định 30/2020/NĐ-CP, Phụ lục I says: A4,
 * Times New Roman, header block, bases in italics, justified body that ends in "./.", recipients and
 * signature, pages numbered from the second. It is marked "DỰ THẢO"; number, day and signature are
 * blank, for they belong to the clerk and the signer. Texts are written in NFC.
 */
export async function letter(content: Letter): Promise<Uint8Array> {
  const annexes = content.annexes ?? []
  const document = new Document({
    title: writtenLine([content.title ?? 'Công văn', content.summary ?? content.about].join(' ')),
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: { run: { font: FONT, size: pt(14), language: { value: 'vi-VN' } } },
      },
    },
    sections: [
      section(upright(content), false, SectionType.NEXT_PAGE),
      ...annexes.map((annex) => section(annexPages(annex), annex.landscape, SectionType.NEXT_PAGE)),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

type Drawn = readonly (Paragraph | Table)[]

function upright(content: Letter): Drawn {
  const { title, summary, addressees = [], authorityLine, bases, resolves, body } = content
  return [
    letterHead(content),
    ...(title === undefined ? [] : titleLines(title, summary)),
    ...addresseeLines(addressees),
    ...(authorityLine === undefined ? [] : [capitalsLine(authorityLine)]),
    ...bases.map((base, at) =>
      bodyParagraph(baseLine(base, at === bases.length - 1), { italic: true }),
    ),
    ...(resolves === undefined ? [] : [capitalsLine(resolves)]),
    ...withEndMark(body).map((block, at, all) => drawBlock(block, at === all.length - 1)),
    new Line({ keepNext: true, spacing: { before: 120 } }),
    ...letterFoot(content),
  ]
}

function capitalsLine(text: string): Paragraph {
  const capitals = writtenLine(text).toLocaleUpperCase('vi')
  return line(capitals, { size: 14, bold: true, before: 12, after: 6 })
}

function titleLines(title: string, summary: string | undefined): Drawn {
  const capitals = writtenLine(title).toLocaleUpperCase('vi')
  return [
    line(capitals, { size: 14, bold: true, before: 18 }),
    ...(summary === undefined
      ? []
      : [line(writtenLine(summary), { size: 14, bold: true }), rule(38, TEXT_WIDTH)]),
    new Line({ spacing: { after: 60 } }),
  ]
}

function addresseeLines(addressees: readonly string[]): Drawn {
  const [only, ...others] = addressees
  if (only === undefined) return []
  if (others.length === 0)
    return [line(`Kính gửi: ${writtenLine(only)}`, { size: 14, before: 12, after: 6 })]
  const left = { size: 14, align: AlignmentType.LEFT }
  const list = addressees.map(
    (name, at) =>
      new Line({
        indent: { left: mm(45) },
        children: [
          new TextRun({
            text: `- ${writtenLine(name)}${at < others.length ? ';' : '.'}`,
            size: pt(14),
          }),
        ],
      }),
  )
  return [line('Kính gửi:', { ...left, align: AlignmentType.CENTER, before: 12 }), ...list]
}

/** Each base ends in a semicolon, the last one in a full stop (Phụ lục I, mục II.6). */
function baseLine(base: string, isLast: boolean): string {
  return `${writtenLine(base).replace(/[;.,]+$/u, '')}${isLast ? '.' : ';'}`
}

/** The body ends in "./."; a full stop that stands there already is part of it. */
function withEndMark(body: readonly Block[]): readonly Block[] {
  const last = body.at(-1)
  if (last?.kind !== 'paragraph') return [...body, { kind: 'paragraph', text: './.' }]
  const spans = spansOf(last.text)
  const end: Span = spans.at(-1) ?? { text: '' }
  const ended = { ...end, text: `${end.text.trimEnd().replace(/\.$/u, '')}./.` }
  return [...body.slice(0, -1), { kind: 'paragraph', text: [...spans.slice(0, -1), ended] }]
}

function annexPages({ title, note, body }: Annex): Drawn {
  return [
    line(writtenLine(title).toLocaleUpperCase('vi'), { size: 14, bold: true }),
    ...(note === undefined ? [] : [line(writtenLine(note), { size: 14, italic: true, after: 8 })]),
    ...body.map((block) => drawBlock(block)),
  ]
}

/** Pages with a number at the top from the second on. */
function section(
  children: Drawn,
  landscape: boolean,
  type: (typeof SectionType)[keyof typeof SectionType],
) {
  const number = new Line({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: pt(13) })],
  })
  return {
    properties: {
      type,
      titlePage: true,
      page: {
        size: {
          width: mm(PAGE.width),
          height: mm(PAGE.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(MARGINS.top),
          bottom: mm(MARGINS.bottom),
          left: mm(MARGINS.left),
          right: mm(MARGINS.right),
          header: mm(10),
          footer: mm(10),
        },
      },
    },
    headers: {
      first: new Header({ children: [new Line({})] }),
      default: new Header({ children: [number] }),
    },
    children: [...children],
  }
}
