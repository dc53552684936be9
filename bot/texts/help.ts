import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Official } from '../../core/official/official.ts'
import { may } from '../../core/permission.ts'
import type { ReportedDate } from '../../core/report/report.ts'
import type { Action } from '../../core/refusal.ts'
import type { Unit } from '../../core/unit/unit.ts'
import type { DayOrInterval, Understanding } from '../language/understanding.ts'
import { capitalise, sayName } from './people.ts'
import { sayReportedDate } from './reports.ts'

const OFFICE_EXAMPLES: readonly (readonly [Action, string])[] = [
  ['see-progress', '"ai chưa nộp" · "ai nộp rồi" · "tổng hợp tháng 10"'],
  ['chase', '"số điện thoại xã…"'],
  ['appraise', '"hồ sơ chờ thẩm định"'],
  ['announce', '"gửi thông báo: nội dung…"'],
  ['run-council', '"mở kỳ họp hội đồng ngày 04/12" · "tình hình bỏ phiếu"'],
  ['vote', '"bỏ phiếu"'],
  ['link-group', '"mã nhóm"'],
]

/** What this person can do here, by example; the office's own commands only to the office. */
export function sayHelp(official: Official, unit: Unit, campaign: Campaign | undefined): string {
  const lines = [
    `${capitalise(sayName(official))} (${unit.name}) nhắn như nói bình thường, không cần dấu:`,
    '• Báo cáo: "15/10 tổ chức 2 hội nghị tuyên truyền, 120 lượt người" hoặc "không phát sinh"',
    '• "báo cáo của tôi" · "nhầm, 25 chứ không phải 20" · "rút BC-0001"',
    '• "hạn" · "tôi còn nợ gì"',
  ]
  if (may(official, 'nominate'))
    lines.push(
      '• "đề nghị khen chị Nguyễn Thị A, chức vụ, thành tích…" · "hồ sơ đến đâu" · "tiêu chuẩn"',
    )
  const own = OFFICE_EXAMPLES.filter(([action]) => may(official, action))
  if (own.length > 0) lines.push(`• ${own.map(([, example]) => example).join(' · ')}`)
  lines.push('• "tôi là ai" · "gọi tôi là chị Hoa" · "quyền dữ liệu" · "gặp cán bộ"')
  if (campaign?.notice) lines.push(`(${campaign.notice}.)`)
  return lines.join('\n')
}

/** To somebody new: that this is the place, how a report looks, and what is due next. */
export function sayHowToReport(official: Official, due: string | undefined): string {
  const lines = [
    `Chào ${sayName(official)}. Đồng chí báo cáo ngay tại đây, viết như nhắn tin bình thường.`,
    'Ví dụ: "Hôm qua, thôn 3 trao 20 suất quà cho hộ nghèo, trị giá 10 triệu đồng."',
    due === undefined ? '' : `Việc gần nhất của đơn vị: ${due}.`,
  ]
  return lines.filter(Boolean).join('\n')
}

export function sayGreeting(official: Official, thanks: boolean): string {
  if (thanks) return `Trân trọng cảm ơn ${sayName(official)}.`
  return `Chào ${sayName(official)}. Đồng chí nhắn một câu về việc đã làm để báo cáo, hoặc nhắn "trợ giúp".`
}

/** What was understood of a message that says too little, and the one thing that would help. */
export function sayGapOfMeaning({ report, units }: Understanding): string {
  const days = report.dates.map((date) => sayReportedDate(toDay(date)))
  const [unit] = units.match === 'sure' ? units.candidates : []
  const facts = [...days, ...report.places, ...(unit ? [unit.name] : [])]
  if (facts.length > 0)
    return `Trợ lý hiểu đồng chí nói về ${facts.join(', ')}, nhưng chưa rõ là việc gì. Xin đồng chí nêu việc đã làm và số liệu, hoặc điều cần hỏi.`
  return 'Trợ lý chưa rõ ý đồng chí. Nếu là báo cáo, xin nêu việc và số liệu (ví dụ "2 hội nghị, 120 người"). Nếu hỏi hạn, nhắn "hạn"; cần xem các mẫu câu, nhắn "trợ giúp".'
}

function toDay(date: DayOrInterval): ReportedDate {
  return 'from' in date ? { from: date.from.toString(), to: date.to.toString() } : date.toString()
}

/** Put before at most three readings; `pointed`: the words that name something without saying what. */
export function askWhichThing(pointed: string | undefined): string {
  if (pointed === undefined) return 'Trợ lý vẫn chưa chắc đã hiểu đúng. Đồng chí muốn nói việc nào:'
  return `Trợ lý chưa rõ "${pointed}" là việc nào. Có phải:`
}

export const UNREADABLE =
  'Trợ lý không đọc được loại nội dung này (tệp, danh thiếp, vị trí, tin trích dẫn…). Đề nghị nhắn bằng chữ hoặc chụp ảnh gửi lại.'
export const STICKER =
  'Trợ lý chưa hiểu được nhãn dán. Đồng chí nhắn bằng chữ hoặc bằng số để Trợ lý ghi nhận.'
export const INTERRUPTED =
  'Trợ lý vừa được nâng cấp nên việc đang dở trước đó đã đóng; nếu cần, đồng chí nhắn lại giúp.'
export const KEPT_VOICE =
  'Đã giữ tin thoại. Để kịp ghi nhận, đề nghị đồng chí nhắn lại nội dung bằng chữ.'

/** What to do instead of sending what may not be kept here. */
export const WITHHELD = {
  'secret-mark':
    'Tin này có dấu chỉ độ mật nên Trợ lý không nhận và không lưu lại gì. Nội dung mật, đề nghị gửi theo đường văn bản mật của cơ quan và xóa tin ở đây. Nếu không phải nội dung mật, đồng chí bỏ chữ chỉ độ mật rồi nhắn lại phần số liệu công khai.',
  'identity-paper':
    'Theo chú thích, đây là ảnh giấy tờ tùy thân nên Trợ lý không nhận và không lưu. Khi cần, đồng chí nộp trực tiếp cho cơ quan phụ trách; đề nghị xóa ảnh này trong cuộc trò chuyện.',
} as const

/** Said below the answer to a message from which a number was taken out. */
export const NUMBER_HIDDEN =
  'Số giấy tờ tùy thân trong tin đã được ẩn và không lưu; đề nghị đồng chí không gửi số này qua tin nhắn.'

export const BUTTON_EXPIRED = 'Lựa chọn này không còn hiệu lực.'
export const SORRY =
  'Hệ thống vừa gặp lỗi khi xử lý tin nhắn của đồng chí. Tin nhắn đã được giữ nguyên cho cán bộ kỹ thuật xem; đồng chí không cần gửi lại. Thành thật xin lỗi.'
