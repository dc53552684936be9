import type {
  ContentSummary,
  ReportedSentence,
  SummaryFacts,
  SummedFigure,
} from '../../core/dossier/gather-summary.ts'
import { sentencesOf } from '../../core/dossier/cite.ts'
import { sayDate, sayNumber, sayPeriod } from '../texts/moments.ts'
import { capitalise } from '../texts/people.ts'
import { authorOf, count, planOf, titleInText } from './author.ts'
import type { Block } from './blocks.ts'
import { heading, paragraph, strong } from './blocks.ts'
import { letter } from './letter.ts'
import { agencyInText } from './written-text.ts'

/** Báo cáo tổng hợp to the committee: every figure and every sentence names the reports it comes from. */
export async function summary(facts: SummaryFacts): Promise<Uint8Array> {
  const { campaign, office, on } = facts
  const { head, name, signer, fileCopy } = authorOf(office, campaign, { on, type: 'BC' })
  return letter({
    ...head,
    title: 'Báo cáo',
    summary: `Tổng hợp kết quả ${titleInText(campaign)} ${periodWords(facts)}`,
    addressees: [agencyInText(campaign.issuer)],
    bases: [],
    body: [
      paragraph(
        `Thực hiện ${planOf(campaign)}, ${name} tổng hợp từ ${count(facts.reports)} báo cáo của các cơ quan, đơn vị, địa phương. Mã trong ngoặc đơn và cột “Từ báo cáo” là báo cáo gốc của từng số liệu, từng nội dung.`,
      ),
      heading('I. Tình hình gửi báo cáo'),
      ...progress(facts),
      heading('II. Kết quả theo nội dung phong trào thi đua'),
      ...facts.contents.flatMap(contentBlocks),
      ...silence(facts),
      heading('III. Sáng kiến, cách làm'),
      ...sentences(facts.initiatives),
      heading('IV. Khó khăn, vướng mắc và đề xuất, kiến nghị'),
      ...sentences(facts.difficulties),
      paragraph(`Trên đây là báo cáo tổng hợp, ${name} kính trình xem xét, cho ý kiến chỉ đạo.`),
    ],
    signer,
    recipients: ['Như trên', fileCopy],
  })
}

function periodWords({ period, campaign, on }: SummaryFacts): string {
  if (period !== undefined) return sayPeriod(period)
  return `từ ngày ${sayDate(campaign.startsOn)} đến ngày ${sayDate(on)}`
}

function progress({ progress: periods }: SummaryFacts): readonly Block[] {
  if (periods.length === 0) return [paragraph('Chưa đến kỳ báo cáo nào.')]
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Kỳ báo cáo', width: 55 },
        { title: 'Số đơn vị phải báo cáo', width: 37, align: 'center' },
        { title: 'Đã nhận được', width: 37, align: 'center' },
        { title: 'Chưa nhận được', width: 36, align: 'center' },
      ],
      rows: periods.map(({ period, total, received }) => [
        capitalise(sayPeriod(period)),
        ...[total, received, total - received].map(String),
      ]),
    },
  ]
}

function contentBlocks({ content, units, codes, figures }: ContentSummary, at: number): Block[] {
  const title = content ? content.title : 'Báo cáo về nhiều nội dung hoặc chưa rõ nội dung'
  const head = paragraph([strong(`${at + 1}. ${title}`)])
  if (codes.length === 0) return [head, paragraph('Chưa nhận được báo cáo về nội dung này.')]
  const told = paragraph(
    `Có ${count(units)} đơn vị báo cáo, ${count(codes.length)} báo cáo (${codes.join(', ')}).`,
  )
  if (figures.length === 0) return [head, told]
  return [head, told, figureTable(figures)]
}

function figureTable(figures: readonly SummedFigure[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Kết quả', width: 55 },
      { title: 'Số liệu', width: 35, align: 'right' },
      { title: 'Từ báo cáo', width: 75 },
    ],
    rows: figures.map((figure) => [figure.label, sayQuantity(figure), figure.codes.join(', ')]),
  }
}

function sayQuantity({ quantity, of, approx }: SummedFigure): string {
  const number = of === undefined ? sayNumber(quantity) : `${sayNumber(quantity)}/${sayNumber(of)}`
  return approx ? `khoảng ${number}` : number
}

function silence({ nothingToReport }: SummaryFacts): readonly Block[] {
  if (nothingToReport.length === 0) return []
  const who = nothingToReport.map(({ unit, code }) => `${unit.name} (${code})`).join('; ')
  return [paragraph(`Báo “không phát sinh”: ${who}.`)]
}

function sentences(quoted: readonly ReportedSentence[]): readonly Block[] {
  if (quoted.length === 0) return [paragraph('Chưa có đơn vị nào nêu.')]
  return quoted.flatMap(({ unit, code, text }) =>
    sentencesOf(text).map((part) => paragraph(`- ${part} (${unit.name}, ${code})`)),
  )
}
