import type { NominationLine, NominationsFacts } from '../../core/dossier/gather-nominations.ts'
import { agencyInText } from './written-text.ts'
import { authorOf, count, planOf, titleInText } from './author.ts'
import type { Column } from './blocks.ts'
import type { Annex } from './letter.ts'
import { letter } from './letter.ts'
import { spreadsheet } from './spreadsheet.ts'

/** The columns of the list; widths in millimetres fill a landscape page. */
const COLUMNS: readonly Column[] = [
  { title: 'STT', width: 11, align: 'center' },
  { title: 'Ông/Bà/ Chức danh', width: 18, align: 'center' },
  { title: 'Tên tập thể/cá nhân', width: 40 },
  { title: 'Chức vụ', width: 32 },
  { title: 'Đơn vị công tác', width: 36 },
  { title: 'Phân loại khen', width: 18, align: 'center' },
  { title: 'Danh hiệu/ Hình thức', width: 32 },
  { title: 'Phân loại đối tượng', width: 19 },
  { title: 'Lĩnh vực', width: 16 },
  { title: 'Mã hồ sơ', width: 18, align: 'center' },
]
const CERTIFICATE = 'Nội dung khen thưởng (câu in trên bằng)'

/** A line of the list; what nobody has said stays blank for the office to fill. */
function cells({ nomination, unit, award }: NominationLine, at: number): readonly string[] {
  const isCollective = nomination.nomineeKind === 'collective'
  return [
    String(at + 1),
    '',
    nomination.nomineeName,
    nomination.position ?? '',
    unit.fullName,
    isCollective ? 'Tập thể' : 'Cá nhân',
    award?.name ?? '',
    '',
    '',
    nomination.code,
  ]
}

/** What the certificate would say of each. */
function certificate({ campaign }: NominationsFacts): string {
  return `Đã có thành tích xuất sắc trong ${titleInText(campaign)}`
}

/** The paper that a list goes with; its number and day stay open. */
export type Accompanied = { readonly paper: string; readonly code: string; readonly by: string }

/** The list as pages of a letter it goes with. */
export function listAnnex(facts: NominationsFacts, { paper, code, by }: Accompanied): Annex {
  return {
    title: 'Danh sách trích ngang',
    note: `(Kèm theo ${paper} số ……/${code} ngày …/…/${facts.on.year} của ${by})`,
    landscape: true,
    body: [{ kind: 'table', columns: COLUMNS, rows: facts.lines.map(cells) }],
  }
}

/** Danh sách trích ngang as a Word file of its own: the head of a paper, then the list on its pages. */
export async function nominationList(facts: NominationsFacts): Promise<Uint8Array> {
  const { campaign, author, on } = facts
  const { head, name, signer, fileCopy } = authorOf(author, campaign, { on, type: 'DS' })
  return letter({
    ...head,
    title: 'Danh sách trích ngang',
    summary: `Tập thể, cá nhân đề nghị khen thưởng trong ${titleInText(campaign)}`,
    bases: [],
    body: [
      {
        kind: 'paragraph',
        text: `${name} lập danh sách ${count(facts.lines.length)} trường hợp đề nghị khen thưởng theo ${planOf(campaign)} (danh sách chi tiết ở trang sau).`,
      },
    ],
    signer,
    recipients: [agencyInText(campaign.issuer), fileCopy],
    annexes: [listAnnex(facts, { paper: 'Danh sách', code: head.code, by: name })],
  })
}

/** The same list as a spreadsheet, with the sentence for the certificate as its last column. */
export async function nominationSheet(facts: NominationsFacts): Promise<Uint8Array> {
  const { campaign, author } = facts
  return spreadsheet({
    name: 'Danh sách trích ngang',
    title: 'DỰ THẢO – DANH SÁCH TRÍCH NGANG ĐỀ NGHỊ KHEN THƯỞNG',
    note: `${author.fullName}. ${campaign.title}`,
    columns: [...COLUMNS, { title: CERTIFICATE, width: 70 }],
    rows: facts.lines.map((line, at) => [...cells(line, at), certificate(facts)]),
  })
}
