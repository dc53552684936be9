import type { LocalDate } from '../../core/calendar/local-time.ts'
import { legalBasesOn } from '../../core/dossier/legal-base.ts'
import type { Campaign, NomineeKind } from '../../core/campaign/campaign.ts'
import { count, planOf, titleInText } from './author.ts'
import type { Block } from './blocks.ts'
import { heading, paragraph } from './blocks.ts'
import { letter } from './letter.ts'
import { agencyInText, placeOf } from './written-text.ts'

/** How a council voted on one nomination; counts only, never who voted how. */
export type Tally = {
  readonly agree: number
  readonly disagree: number
  readonly other: number
  /** Members who did not take part in this vote, with the reason in the office's words. */
  readonly recused?: number
  readonly passed: boolean
}

export type MinutesItem = {
  readonly code: string
  readonly nomineeKind: NomineeKind
  readonly nomineeName: string
  readonly unitName: string
  readonly awardName: string
  /** Absent: not voted yet, to be filled in by hand. */
  readonly tally?: Tally
}

/** What the minutes of a council are made of; what is absent stays blank in the draft. */
export type MinutesFacts = {
  readonly campaign: Campaign
  readonly on: LocalDate
  /** When and where, in words: "08:00 ngày 04/12/2025, tại …". */
  readonly heldAt?: string
  readonly present?: readonly string[]
  readonly absent?: readonly string[]
  readonly agenda?: readonly string[]
  /** How votes are counted, in words: "trên 50% tổng số thành viên đồng ý". */
  readonly threshold?: string
  readonly items: readonly MinutesItem[]
}

/** Leaders in groups, so that a line can break within them. */
const BLANK = '……… '.repeat(8).trim()

/** Biên bản họp xét khen thưởng of the council, as a draft for its secretary. */
export async function minutes(facts: MinutesFacts): Promise<Uint8Array> {
  const { campaign, on } = facts
  return letter({
    issuer: 'Hội đồng Thi đua - Khen thưởng',
    superior: campaign.issuer,
    code: 'BB-HĐTĐKT',
    place: placeOf(campaign.issuer),
    on,
    title: 'Biên bản',
    summary: `Họp Hội đồng Thi đua - Khen thưởng xét khen thưởng trong ${titleInText(campaign)}`,
    bases: [...legalBasesOn(on), `Căn cứ ${planOf(campaign)}`],
    body: [
      heading('I. Thời gian, địa điểm, thành phần'),
      paragraph(`1. Thời gian, địa điểm: ${facts.heldAt ?? BLANK}`),
      paragraph(`2. Thành viên có mặt (${number(facts.present)}): ${people(facts.present)}`),
      paragraph(`3. Thành viên vắng mặt (${number(facts.absent)}): ${people(facts.absent)}`),
      heading('II. Nội dung'),
      ...agenda(facts),
      paragraph(
        `Hội đồng xem xét ${count(facts.items.length)} trường hợp. Tỷ lệ thông qua: ${facts.threshold ?? BLANK}. Kết quả kiểm phiếu kín:`,
      ),
      tallyTable(facts.items),
      heading('III. Kết luận'),
      conclusion(facts),
      paragraph(
        `Biên bản lập tại cuộc họp, được các thành viên có mặt thông qua, gửi ${agencyInText(campaign.issuer)} xem xét, quyết định.`,
      ),
    ],
    beside: { position: 'Thư ký' },
    signer: { position: 'Chủ trì' },
    recipients: [agencyInText(campaign.issuer), 'Thành viên Hội đồng', 'Lưu: HĐTĐKT'],
  })
}

function number(names: readonly string[] | undefined): string {
  return names === undefined ? '……' : count(names.length)
}

function people(names: readonly string[] | undefined): string {
  if (names === undefined) return BLANK
  return names.length === 0 ? 'không' : names.join('; ')
}

function agenda({ agenda: points = [] }: MinutesFacts): readonly Block[] {
  return points.map((point, at) => paragraph(`${at + 1}. ${point}`))
}

function tallyTable(items: readonly MinutesItem[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'STT', width: 11, align: 'center' },
      { title: 'Tập thể/cá nhân', width: 38 },
      { title: 'Đơn vị', width: 30 },
      { title: 'Đồng ý', width: 15, align: 'center' },
      { title: 'Không đồng ý', width: 18, align: 'center' },
      { title: 'Ý kiến khác', width: 15, align: 'center' },
      { title: 'Không biểu quyết', width: 18, align: 'center' },
      { title: 'Kết quả', width: 20, align: 'center' },
    ],
    rows: items.map(({ tally, ...item }, at) => [
      String(at + 1),
      `${item.nomineeName}\n(${item.code})`,
      item.unitName,
      ...(tally
        ? [tally.agree, tally.disagree, tally.other, tally.recused ?? 0].map(String)
        : ['', '', '', '']),
      tally ? (tally.passed ? 'Thông qua' : 'Không thông qua') : '',
    ]),
  }
}

function conclusion({ items }: MinutesFacts): Block {
  const voted = items.filter(({ tally }) => tally !== undefined)
  if (voted.length < items.length || items.length === 0) return paragraph(BLANK)
  const passed = voted.filter(({ tally }) => tally?.passed === true)
  const names = passed.map(({ nomineeName, code }) => `${nomineeName} (${code})`).join('; ')
  return paragraph(
    `Hội đồng thống nhất đề nghị khen thưởng ${count(passed.length)}/${count(items.length)} trường hợp${names === '' ? '.' : `: ${names}.`}`,
  )
}
