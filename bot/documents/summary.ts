import type { LocalDate } from '../../core/calendar/local-time.ts'
import { sentencesOf } from '../../core/dossier/cite.ts'
import type { PeriodSummary } from '../../core/progress/summarize-period.ts'
import type { ContentSummary, Remark, Total } from '../../core/progress/summary.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayNumber, sayPeriod } from '../texts/moments.ts'
import { authorOf, count, planOf, titleInText } from './author.ts'
import type { Block } from './blocks.ts'
import { heading, paragraph, strong } from './blocks.ts'
import { letter } from './letter.ts'
import { agencyInText } from './written-text.ts'

/** Báo cáo tổng hợp of a period, from the campaign's office to the committee: every figure and every sentence names its reports. */
export async function summary(
  facts: PeriodSummary,
  { office, on }: { office: Unit; on: LocalDate },
): Promise<Uint8Array> {
  const { campaign, period } = facts
  const { head, name, signer, fileCopy } = authorOf(office, campaign, { on, type: 'BC' })
  return letter({
    ...head,
    title: 'Báo cáo',
    summary: `Tổng hợp kết quả ${titleInText(campaign)} ${sayPeriod(period)}`,
    addressees: [agencyInText(campaign.issuer)],
    bases: [],
    body: [
      paragraph(
        `Thực hiện ${planOf(campaign)}, ${name} tổng hợp từ báo cáo ${sayPeriod(period)} của các cơ quan, đơn vị, địa phương. Mã trong ngoặc đơn và cột “Từ báo cáo” là báo cáo gốc của từng số liệu, từng nội dung.`,
      ),
      heading('I. Tình hình gửi báo cáo'),
      ...progress(facts),
      heading('II. Kết quả theo nội dung phong trào thi đua'),
      ...(facts.contents.length === 0 ? [paragraph('Chưa có kết quả nào được báo cáo.')] : []),
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

function progress({ total, silent, lateCodes }: PeriodSummary): readonly Block[] {
  const received = `Đã nhận được báo cáo của ${count(total - silent.length)}/${count(total)} đơn vị.`
  const names = silent.map(({ name }) => name).join('; ')
  return [
    paragraph(silent.length === 0 ? received : `${received} Chưa nhận được: ${names}.`),
    ...(lateCodes.length === 0 ? [] : [paragraph(`Báo cáo gửi sau hạn: ${lateCodes.join(', ')}.`)]),
  ]
}

function contentBlocks({ content, codes, totals }: ContentSummary, at: number): Block[] {
  const title = content ? content.title : 'Báo cáo về nhiều nội dung hoặc chưa rõ nội dung'
  const head = paragraph([strong(`${at + 1}. ${title}`)])
  const told = paragraph(`Có ${count(codes.length)} báo cáo (${codes.join(', ')}).`)
  return totals.length === 0 ? [head, told] : [head, told, figureTable(totals)]
}

function figureTable(figures: readonly Total[]): Block {
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

function sayQuantity({ quantity, of, approx }: Total): string {
  const number = of === undefined ? sayNumber(quantity) : `${sayNumber(quantity)}/${sayNumber(of)}`
  return approx ? `khoảng ${number}` : number
}

function silence({ nothingToReport }: PeriodSummary): readonly Block[] {
  if (nothingToReport.length === 0) return []
  const who = nothingToReport.map(({ unit, code }) => `${unit.name} (${code})`).join('; ')
  return [paragraph(`Báo “không phát sinh”: ${who}.`)]
}

function sentences(quoted: readonly Remark[]): readonly Block[] {
  if (quoted.length === 0) return [paragraph('Chưa có đơn vị nào nêu.')]
  return quoted.flatMap(({ unit, code, text }) =>
    sentencesOf(text).map((part) => paragraph(`- ${part} (${unit.name}, ${code})`)),
  )
}
