import type {
  DeadlineDays,
  DeadlineReading,
  Doubt,
} from '../language/deadline-wording/deadline-reading.ts'
import { sayDay } from './moments.ts'

const TIME = { smallestUnit: 'minute' } as const

/** "từ thứ Bảy 01/11/2025 đến hết thứ Sáu 14/11/2025", "đến 16:30 thứ Ba 25/11/2025". */
export function sayDays({ from, to, time }: DeadlineDays): string {
  const end = to && `đến ${time ? time.toString(TIME) : 'hết'} ${sayDay(to)}`
  const begin = from && `từ ${sayDay(from)}`
  return [begin, end].filter((part) => part !== undefined).join(' ')
}

/** Why a wording is asked back, and what to write so that nobody has to ask. */
const DOUBTS = {
  'strict-before':
    'Lời văn ghi “trước”: ngày được nêu không tính. Nếu ngày đó vẫn nhận, xin ghi “chậm nhất ngày …”.',
  several: 'Lời văn nêu hơn một hạn. Xin tách mỗi hạn một dòng, hoặc chọn hạn cần theo dõi.',
  'no-anchor': 'Hạn này tính từ một sự kiện chưa có ngày. Xin cho biết ngày đó (--anchor NGÀY).',
  'no-such-day': 'Ngày được nêu không có trong lịch. Xin kiểm tra lại ngày, tháng.',
  past: 'Hạn này đã qua so với ngày ban hành. Xin kiểm tra lại năm.',
  lunar: 'Hạn ghi theo âm lịch hoặc theo Tết. Xin ghi ngày dương lịch.',
  'end-of-week': 'Tuần có thể tính đến thứ Sáu hoặc Chủ nhật. Xin ghi rõ ngày cuối.',
  'part-of-week': '“Đầu tuần”, “giữa tuần” chưa rõ ngày. Xin ghi rõ ngày.',
  'week-of-month':
    'Tuần trong tháng có hai cách tính: theo tuần lịch, hoặc bảy ngày một kể từ ngày 01. Xin ghi rõ ngày.',
  'part-of-month': '“Đầu tháng”, “giữa tháng” chưa rõ ngày. Xin ghi rõ ngày.',
  'part-of-year':
    '“Đầu năm”, “giữa năm”, “đầu quý”, “giữa quý” chưa rõ ngày. Xin ghi tháng hoặc ngày.',
  'school-year': 'Ngày kết thúc năm học do từng tỉnh quy định. Xin ghi rõ ngày.',
  'closing-time': 'Giờ làm việc mỗi nơi một khác. Xin ghi rõ giờ.',
  'part-of-day': 'Giờ này chưa rõ buổi sáng hay buổi chiều. Xin ghi rõ, ví dụ “16 giờ”.',
  about: 'Lời văn ghi “khoảng”: ngày chưa chắc chắn. Xin ghi rõ ngày cuối.',
  'weekday-or-month': 'Có thể hiểu là thứ hoặc tháng. Xin ghi rõ “thứ Sáu” hay “tháng 6”.',
  'weekday-mismatch': 'Thứ và ngày được nêu không khớp nhau. Xin kiểm tra lại thứ hoặc ngày.',
  hours: 'Hạn tính bằng giờ cần biết giờ bắt đầu. Xin ghi rõ giờ và ngày cuối.',
  'no-day': 'Lời văn nêu định kỳ mà chưa nêu ngày. Xin ghi rõ ngày, ví dụ “ngày 25 hằng tháng”.',
  reversed: 'Ngày đầu đứng sau ngày cuối. Xin kiểm tra lại.',
  'unknown-calendar':
    'Chưa có lịch nghỉ của năm này, mới chỉ trừ thứ Bảy và Chủ nhật: cần kiểm tra khi có lịch.',
  unused: 'Lời văn còn chữ nói về thời gian chưa được dùng đến khi đọc. Xin kiểm tra lại hạn.',
  unreadable:
    'Chưa đọc được hạn trong lời văn này. Xin ghi ngày, ví dụ “chậm nhất ngày 30/11/2025”.',
} as const satisfies Record<Doubt, string>

/** The question back to whoever wrote it, with both readings where there are two; none where nothing is in doubt. */
export function sayDoubt({
  doubt,
  alternatives,
  unused,
  ...days
}: DeadlineReading): string | undefined {
  if (doubt === undefined) return undefined
  const taken = (days.to ?? days.from) ? `Hiểu là ${sayDays(days)}` : undefined
  const others = alternatives.map(sayDays).join('; ')
  const readings = [taken, others === '' ? undefined : `cách hiểu khác: ${others}`].filter(
    (part) => part !== undefined,
  )
  const why = unused === undefined ? DOUBTS[doubt] : `${DOUBTS[doubt]} Chữ chưa dùng: “${unused}”.`
  return readings.length === 0 ? why : `${why} ${readings.join('; ')}.`
}
