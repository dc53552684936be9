import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { DueDay } from '../../core/duty/duty.ts'
import { isWholeDay } from '../../core/duty/duty.ts'
import type { Notice, OwingUnits, RemindedDuty, ReminderWording } from '../../core/notice.ts'
import type { Official } from '../../core/official/official.ts'
import { sayDayOff, sayDue, sayDuty } from './duties.ts'
import { sayDate, sayTime } from './moments.ts'
import { sayName } from './people.ts'

/** More units than these are counted, not named: the list has to be read on a phone. */
const MOST_NAMED = 7

/** One message for all that a person is reminded of: the own duties first, then the office's lists. */
export function sayReminder(
  { duties, lists, today }: Extract<Notice, { kind: 'reminder' }>,
  to: Official,
): string {
  const sentences = [
    ...duties.map((duty) => WORDINGS[duty.wording](duty, today)),
    ...lists.map(sayOwingUnits),
  ]
  const lines = sentences.map((sentence, index) =>
    index === 0 ? sentence : `Đồng thời: ${sentence}`,
  )
  if (duties.length > 0) lines.push(howToSettle(duties))
  if (lists.length > 0)
    lines.push('Nhắn "ai chưa nộp" để xem lý do và số điện thoại của từng đơn vị.')
  return `Kính gửi ${sayName(to)}. ${lines.join('\n')}`
}

/** Each way to word a duty; one without its sentence does not compile. */
const WORDINGS = {
  full: sayWhatIsMissing,
  short: sayWhatIsMissing,
  'last-day': sayLastDay,
  overdue: sayWhatIsMissing,
  list: sayWhatIsMissing,
  promise: (duty, today) =>
    `Đã đến giờ hẹn gửi ${sayDuty(duty.deadline, duty.campaign)} của ${duty.unit.name} (${sayWhen(duty, today)}).`,
  nudge: (duty, today) =>
    `${duty.campaign.office.name} rất mong nhận được ${sayDuty(duty.deadline, duty.campaign)} của ${duty.unit.name} (${sayWhen(duty, today)}).`,
  moved: (duty) =>
    `Hạn mới của ${sayDuty(duty.deadline, duty.campaign)} (${duty.unit.name}): ${sayDue(duty)}${duty.toldOn ? `, thay thông báo ngày ${sayDate(duty.toldOn)}` : ''}.${sayDayOff(duty.workingDayBefore)}`,
} satisfies Record<ReminderWording, (duty: RemindedDuty, today: LocalDate) => string>

function sayWhatIsMissing(duty: RemindedDuty, today: LocalDate): string {
  const { deadline, campaign, unit, overdue, workingDayBefore } = duty
  const what = `Trợ lý chưa nhận được ${sayDuty(deadline, campaign)} của ${unit.name}`
  if (overdue) return `${what} (${sayDeadline(duty)}). Gửi lúc này vẫn được ghi nhận.`
  return `${what}, ${sayWhen(duty, today)}.${sayDayOff(workingDayBefore)}`
}

/** Where the last day is a day off, today may be the last on which offices work. */
function sayLastDay(duty: RemindedDuty, today: LocalDate): string {
  const { deadline, campaign, unit, dueOn, workingDayBefore, overdue } = duty
  const isLast = dueOn.equals(today) || workingDayBefore?.equals(today) === true
  if (overdue || !isLast) return sayWhatIsMissing(duty, today)
  const last = workingDayBefore ? 'ngày làm việc cuối cùng trước hạn' : 'ngày cuối'
  return `Trợ lý chưa nhận được ${sayDuty(deadline, campaign)} của ${unit.name} (${sayWhen(duty, today)}); hôm nay là ${last}.`
}

function sayWhen(duty: RemindedDuty, today: LocalDate): string {
  return duty.dueOn.equals(today) && !isWholeDay(duty)
    ? `hạn ${sayTime(duty.dueAt)} hôm nay`
    : sayDeadline(duty)
}

/** "hạn 16:30 thứ Bảy 25/10/2025", "hạn đến hết thứ Tư 31/12/2025": within a sentence. */
function sayDeadline(due: DueDay): string {
  return isWholeDay(due) ? `hạn ${sayDue(due)}` : sayDue(due)
}

function sayOwingUnits({ campaign, deadline, units }: OwingUnits): string {
  const named = units.slice(0, MOST_NAMED).map(({ name }) => name)
  const more = units.length - named.length
  const rest = more > 0 ? ` và ${more} đơn vị khác` : ''
  return `Chưa nhận được ${sayDuty(deadline, campaign)} (${sayDeadline(deadline)}) của ${units.length} đơn vị: ${named.join(', ')}${rest}.`
}

function howToSettle(duties: readonly RemindedDuty[]): string {
  if (duties.some(({ deadline }) => deadline.kind === 'report'))
    return 'Đồng chí nhắn một câu về việc đã làm là đủ; không có kết quả mới, xin nhắn "không phát sinh". Trân trọng.'
  if (duties.some(({ deadline }) => deadline.kind === 'nomination'))
    return 'Đồng chí nhắn "đề nghị khen …" kèm họ tên và thành tích để lập hồ sơ. Trân trọng.'
  if (duties.some(({ deadline }) => deadline.kind === 'unit-plan'))
    return 'Đã ban hành, đồng chí nhắn "đã ban hành KH số … ngày …" (kèm ảnh nếu có). Trân trọng.'
  return 'Nhắn "tôi còn nợ gì" để xem các việc đang chờ. Trân trọng.'
}
