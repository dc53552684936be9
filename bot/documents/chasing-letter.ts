import type { LocalDate } from '../../core/calendar/local-time.ts'
import { localDateOf } from '../../core/calendar/local-time.ts'
import type { Deadline } from '../../core/duty/deadline.ts'
import type { PeriodSummary } from '../../core/progress/summarize-period.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayDate, sayPeriod } from '../texts/moments.ts'
import { authorOf, count, planOf, titleInText } from './author.ts'
import { paragraph } from './blocks.ts'
import { letter } from './letter.ts'
import { writtenLine } from './written-text.ts'

/** What the letter is made of: a period that has a deadline, and who has not reported. */
export type Chased = Pick<PeriodSummary, 'campaign' | 'total' | 'silent'> & {
  readonly deadline: Deadline
}

/** Công văn đôn đốc from the campaign's office to the units whose report has not been received, with their list. */
export async function chasingLetter(
  { campaign, deadline, total, silent }: Chased,
  { office, on }: { office: Unit; on: LocalDate },
): Promise<Uint8Array> {
  const { head, name, signer, fileCopy } = authorOf(office, campaign, { on })
  const what = `báo cáo ${sayPeriod(deadline.subject)}`
  return letter({
    ...head,
    about: `đôn đốc gửi ${what} về phong trào thi đua`,
    addressees: ['Các cơ quan, đơn vị, địa phương có tên trong danh sách'],
    bases: [],
    body: [
      paragraph(
        `Thực hiện ${planOf(campaign)} về ${titleInText(campaign)}, các cơ quan, đơn vị gửi ${what}; hạn gửi là hết ngày ${sayDate(localDateOf(deadline.dueAt))}.`,
      ),
      paragraph(
        `Tính đến ngày ${sayDate(on)}, ${name} đã nhận được báo cáo của ${count(total - silent.length)}/${count(total)} đơn vị; chưa nhận được báo cáo của ${count(silent.length)} đơn vị sau đây:`,
      ),
      {
        kind: 'table',
        columns: [
          { title: 'STT', width: 14, align: 'center' },
          { title: 'Đơn vị', width: 76 },
          { title: 'Nội dung chưa nhận được', width: 45 },
          { title: 'Ghi chú', width: 30 },
        ],
        rows: silent.map((unit, at) => [
          String(at + 1),
          unit.fullName,
          `Báo cáo ${sayPeriod(deadline.subject)}`,
          '',
        ]),
      },
      paragraph(
        `${name} đề nghị các đơn vị có tên trên quan tâm, gửi báo cáo (có thể nhắn trực tiếp cho Trợ lý thi đua) trước ngày ……/……/${on.year}; đơn vị không phát sinh kết quả trong kỳ thì báo “không phát sinh”. Nếu có khó khăn, vướng mắc, đề nghị phản ánh về ${writtenLine(campaign.office.name)}${campaign.office.phone === undefined ? '' : ` (điện thoại ${campaign.office.phone})`} để được hướng dẫn.`,
      ),
      paragraph(`Rất mong nhận được sự phối hợp của các cơ quan, đơn vị.`),
    ],
    signer,
    recipients: ['Như trên', `Lãnh đạo ${campaign.issuer} (b/c)`, fileCopy],
  })
}
