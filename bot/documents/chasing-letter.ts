import type { LocalDate } from '../../core/calendar/local-time.ts'
import { localTimeOf } from '../../core/calendar/local-time.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Deadline } from '../../core/duty/deadline.ts'
import { isWholeDay } from '../../core/duty/duty.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayDate, sayPeriod } from '../texts/moments.ts'
import { authorOf, count, planOf, titleInText } from './author.ts'
import { paragraph } from './blocks.ts'
import { letter } from './letter.ts'
import { writtenLine } from './written-text.ts'

/** What the letter is made of: a deadline, and who is not done. */
export type Chased = {
  readonly campaign: Campaign
  readonly deadline: Deadline
  /** How many units owe it, and those of them of which it has not been received. */
  readonly total: number
  readonly silent: readonly ChasedUnit[]
}

type ChasedUnit = {
  readonly unit: Unit
  /** The last day of its own, in Vietnam, that the office has given it. */
  readonly extendedTo?: LocalDate
}

/** Whether the office writes letters about it: reports, and the units' own plans. */
export function hasChasingLetter({ kind }: Pick<Deadline, 'kind'>): boolean {
  return kind === 'report' || kind === 'unit-plan'
}

/** What is awaited, in the words of the letter. */
type Awaited = {
  readonly about: string
  /** What the plan asks of the units, and the day. */
  readonly asked: string
  /** Of a unit: what has, or has not, been received of it. */
  readonly thing: string
  readonly cell: string
  /** What the units are asked to do now, up to the day that is left open. */
  readonly wish: string
  readonly otherwise: string
}

function awaited({ kind, subject, ...day }: Deadline): Awaited {
  const due = writtenDue(day)
  if (kind === 'unit-plan')
    return {
      about: 'đôn đốc ban hành kế hoạch thực hiện phong trào thi đua',
      asked: `xây dựng và ban hành kế hoạch thực hiện của đơn vị; hạn ban hành là ${due}`,
      thing: 'kế hoạch',
      cell: 'Kế hoạch của đơn vị',
      wish: 'ban hành kế hoạch và báo số, ngày ban hành (có thể nhắn trực tiếp cho Trợ lý thi đua, kèm ảnh bản đã ký)',
      otherwise: '',
    }
  const what = `báo cáo ${sayPeriod(subject)}`
  return {
    about: `đôn đốc gửi ${what} về phong trào thi đua`,
    asked: `gửi ${what}; hạn gửi là ${due}`,
    thing: 'báo cáo',
    cell: `Báo cáo ${sayPeriod(subject)}`,
    wish: 'gửi báo cáo (có thể nhắn trực tiếp cho Trợ lý thi đua)',
    otherwise: '; đơn vị không phát sinh kết quả trong kỳ thì báo “không phát sinh”',
  }
}

/** "16 giờ 30 ngày 25/10/2025", "hết ngày 31/12/2025". */
function writtenDue(deadline: Pick<Deadline, 'dueOn' | 'dueAt'>): string {
  const day = `ngày ${sayDate(deadline.dueOn)}`
  if (isWholeDay(deadline)) return `hết ${day}`
  const { hour, minute } = localTimeOf(deadline.dueAt)
  return `${hour} giờ ${String(minute).padStart(2, '0')} ${day}`
}

/** Công văn đôn đốc from the campaign's office to the units of which something has not been received, with their list. */
export async function chasingLetter(
  { campaign, deadline, total, silent }: Chased,
  { office, on }: { office: Unit; on: LocalDate },
): Promise<Uint8Array> {
  const { head, name, signer, fileCopy } = authorOf(office, campaign, { on })
  const { about, asked, thing, cell, wish, otherwise } = awaited(deadline)
  const { phone } = campaign.office
  const askAt = `${writtenLine(campaign.office.name)}${phone === undefined ? '' : ` (điện thoại ${phone})`}`
  return letter({
    ...head,
    about,
    addressees: ['Các cơ quan, đơn vị, địa phương có tên trong danh sách'],
    bases: [],
    body: [
      paragraph(
        `Thực hiện ${planOf(campaign)} về ${titleInText(campaign)}, các cơ quan, đơn vị ${asked}.`,
      ),
      paragraph(
        `Tính đến ngày ${sayDate(on)}, ${name} đã nhận được ${thing} của ${count(total - silent.length)}/${count(total)} đơn vị; chưa nhận được ${thing} của ${count(silent.length)} đơn vị sau đây:`,
      ),
      {
        kind: 'table',
        columns: [
          { title: 'STT', width: 14, align: 'center' },
          { title: 'Đơn vị', width: 76 },
          { title: 'Nội dung chưa nhận được', width: 45 },
          { title: 'Ghi chú', width: 30 },
        ],
        rows: silent.map(({ unit, extendedTo }, at) => [
          String(at + 1),
          unit.fullName,
          cell,
          extendedTo ? `Được gia hạn đến ngày ${sayDate(extendedTo)}` : '',
        ]),
      },
      paragraph(
        `${name} đề nghị các đơn vị có tên trên quan tâm, ${wish} trước ngày ……/……/${on.year}${otherwise}. Nếu có khó khăn, vướng mắc, đề nghị phản ánh về ${askAt} để được hướng dẫn.`,
      ),
      paragraph(`Rất mong nhận được sự phối hợp của các cơ quan, đơn vị.`),
    ],
    signer,
    recipients: ['Như trên', `Lãnh đạo ${campaign.issuer} (b/c)`, fileCopy],
  })
}
