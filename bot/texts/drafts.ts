import type { ReportDraft, Topic } from '../../core/conversation/conversation.ts'
import { sayReportedDate } from './reports.ts'
import { shorten } from './people.ts'

/** What of a report was understood so far. */
export function sayDraftKept({ content, gap }: ReportDraft): string {
  const { dates, places, text } = content
  const facts = [
    gap === 'work' ? '' : `"${shorten(text, 80)}"`,
    dates.length > 0 ? `ngày ${dates.map(sayReportedDate).join(', ')}` : '',
    places.length > 0 ? `tại ${places.join(', ')}` : '',
  ].filter(Boolean)
  return `Đã lưu bản nháp: ${facts.join(', ')}.`
}

/** Asks for the one thing that a report lacks. */
export function sayGap({ gap, noun }: Extract<Topic, { kind: 'report-gap' }>): string {
  if (gap === 'place') return 'Xin cho biết địa bàn thực hiện là thôn nào?'
  if (gap === 'work') return 'Xin cho biết việc đã làm và số liệu.'
  return `Xin cho biết số ${noun ?? 'liệu'} (ước lượng cũng được, ghi "khoảng"; không có, nhắn "không có số").`
}

export const ASK_FIGURE_AGAIN =
  'Trợ lý chưa thấy con số. Đồng chí nhắn một số, ví dụ "khoảng 20", hoặc nhắn "không có số" để lưu báo cáo như đã viết.'

export const DRAFT_DROPPED = 'Đã bỏ bản nháp theo ý đồng chí. Khi cần, đồng chí nhắn lại từ đầu.'

/** A draft that waited a day is stored as it is. */
export function sayDraftStored(code: string, text: string): string {
  return `Bản nháp "${shorten(text, 80)}" đã được lưu thành ${code}. Cần thêm số liệu, đồng chí nhắn "sửa ${code}: …".`
}
