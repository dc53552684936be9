import type { Content } from '../../core/campaign/campaign.ts'
import type { CitedSentence } from '../../core/dossier/cite.ts'
import { citeSentences, sentencesOf } from '../../core/dossier/cite.ts'
import type { NominationFacts } from '../../core/dossier/gather-nominations.ts'
import type { Report, ReportContent } from '../../core/report/report.ts'
import { authorOf, formOf, titleInText } from './author.ts'
import type { Block, Span } from './blocks.ts'
import { heading, paragraph } from './blocks.ts'
import { letter } from './letter.ts'

/** What stands where the author has to write. */
const BLANK = '……… '.repeat(6).trim()
/** Follows a sentence that no report says. */
const UNSUPPORTED: Span = { text: ' [Tác giả bổ sung minh chứng]', bold: true, italic: true }

/**
 * Báo cáo thành tích of the short kind, for an award of a campaign. Every sentence about what was
 * achieved is followed by the codes of the reports that say it, or marked for the author; a
 * collective's report also quotes the unit's other reports, an individual's does not.
 */
export async function achievementReport(facts: NominationFacts): Promise<Uint8Array> {
  const { nomination, campaign, unit, award, on } = facts
  const { head, signer } = authorOf(unit, campaign, { on, type: 'BC' })
  return letter({
    ...head,
    title: 'Báo cáo thành tích',
    summary: `Đề nghị tặng ${formOf(award)} trong ${titleInText(campaign)}`,
    bases: [],
    body: [
      ...whoItIs(facts),
      heading('II. Thành tích đạt được trong phong trào thi đua'),
      ...citeSentences(nomination.achievement, facts.reports).map(sentence),
      ...reportedWork(facts),
      heading('III. Biện pháp, giải pháp, sáng kiến'),
      ...initiatives(facts),
      heading('IV. Các hình thức đã được khen thưởng'),
      AWARDS_TABLE,
      paragraph('Người báo cáo cam đoan và chịu trách nhiệm về các nội dung nêu trên.'),
    ],
    beside: { position: 'Xác nhận của cấp trình khen' },
    signer: nomination.nomineeKind === 'collective' ? signer : { position: 'Người báo cáo' },
    recipients: [],
  })
}

function whoItIs({ nomination, unit }: NominationFacts): readonly Block[] {
  const isCollective = nomination.nomineeKind === 'collective'
  const known: readonly (readonly [string, string])[] = isCollective
    ? [
        ['Tên tập thể', nomination.nomineeName],
        ['Đơn vị trình', unit.fullName],
        ['Trụ sở, điện thoại', BLANK],
        ['Đặc điểm, tình hình chính; tổ chức, nhân sự; chức năng, nhiệm vụ', BLANK],
      ]
    : [
        ['Họ và tên', nomination.nomineeName],
        ['Chức vụ', nomination.position ?? BLANK],
        ['Đơn vị công tác', unit.fullName],
        ['Ngày sinh, giới tính, quê quán, trú quán', BLANK],
        ['Quyền hạn, nhiệm vụ được giao', BLANK],
      ]
  return [
    heading('I. Sơ lược đặc điểm, tình hình'),
    ...known.map(([label, value], at) => paragraph(`${at + 1}. ${label}: ${value}`)),
  ]
}

function sentence({ text, codes }: CitedSentence): Block {
  if (codes.length === 0) return paragraph([{ text: `- ${text}` }, UNSUPPORTED])
  return paragraph(`- ${text} ${sayCodes(codes)}`)
}

function sayCodes(codes: readonly string[]): string {
  return `(${codes.join(', ')})`
}

/** What the unit has reported of each content; an individual is not given the whole unit's work. */
function reportedWork({ nomination, campaign, reports }: NominationFacts): readonly Block[] {
  if (nomination.nomineeKind === 'individual') return []
  const told = reports.filter(({ content }) => !content.nothingToReport)
  const about = ({ number }: Content) =>
    told.filter(({ content: { contents } }) => contents.length === 1 && contents[0] === number)
  const parts = campaign.contents.flatMap((content) => quoted(content.title, about(content)))
  const others = told.filter(({ content }) => content.contents.length !== 1)
  return [...parts, ...quoted('Nội dung khác', others)]
}

function quoted(title: string, reports: readonly Report[]): readonly Block[] {
  if (reports.length === 0) return []
  const lines = reports.flatMap(({ code, content }) =>
    achievementsIn(content).map((text) => paragraph(`- ${text} ${sayCodes([code])}`)),
  )
  return [paragraph([{ text: `Về nội dung “${title}”:`, italic: true }]), ...lines]
}

/** The sentences of a report but for those that tell of difficulties. */
function achievementsIn({ text, difficulties }: ReportContent): readonly string[] {
  const sentences = sentencesOf(text)
  if (difficulties === undefined) return sentences
  const trouble = sentencesOf(difficulties).map((part) => part.toLocaleLowerCase('vi'))
  return sentences.filter((sentence) => {
    const said = sentence.toLocaleLowerCase('vi')
    return !trouble.some((part) => said.includes(part.replace(/[.;]$/u, '')))
  })
}

function initiatives({ nomination, reports }: NominationFacts): readonly Block[] {
  const own = nomination.nomineeKind === 'collective' ? reports : []
  const lines = own.flatMap(({ code, content }) =>
    content.initiative === undefined
      ? []
      : [paragraph(`- ${content.initiative} ${sayCodes([code])}`)],
  )
  return lines.length > 0 ? lines : [paragraph(BLANK)]
}

const AWARDS_TABLE: Block = {
  kind: 'table',
  columns: [
    { title: 'Năm', width: 20, align: 'center' },
    { title: 'Danh hiệu, hình thức khen thưởng', width: 55 },
    { title: 'Số, ngày quyết định', width: 45 },
    { title: 'Cơ quan ban hành', width: 45 },
  ],
  rows: [
    ['', '', '', ''],
    ['', '', '', ''],
  ],
}
