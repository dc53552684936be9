import type { Campaign } from '../../core/campaign/campaign.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { Deadline } from '../../core/duty/deadline.ts'
import type { DeadlineRule } from '../../core/duty/deadline-rule.ts'
import { ruleOf } from '../../core/duty/deadline.ts'
import type { DueDay, Duty } from '../../core/duty/duty.ts'
import { dueDayOf, isWholeDay } from '../../core/duty/duty.ts'
import { reportScheduleOf } from '../../core/report/report-schedule.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { capitalise } from './people.ts'
import { DEADLINE_TITLES } from './deadlines.ts'
import { sayDate, sayDay, sayMoment, sayNear, sayPeriod } from './moments.ts'

/** "báo cáo tháng 10/2025" or "đề nghị khen thưởng (Giấy khen …)". */
export function sayDuty(deadline: Deadline, campaign: Campaign): string {
  if (deadline.kind === 'report') return `báo cáo ${sayPeriod(deadline.subject)}`
  const award = campaign.awards.find((offer) => offer.id === deadline.subject)
  if (award) return `hồ sơ đề nghị khen thưởng (${award.name})`
  const [, period] = deadline.subject.split('/')
  const title = ruleOf(campaign, deadline)?.title ?? DEADLINE_TITLES[deadline.kind]
  return period === undefined ? title : `${title} ${sayPeriod(period)}`
}

/** "hạn 16:30 thứ Bảy 25/10/2025"; what has no hour of its own ends with its day. */
export function sayDue(deadline: DueDay): string {
  if (isWholeDay(deadline)) return `đến hết ${sayDay(deadline.dueOn)}`
  return `hạn ${sayMoment(deadline.dueAt)}`
}

/** Said where a deadline's own day is a day off. */
export function sayDayOff(workingDayBefore: LocalDate | undefined): string {
  if (!workingDayBefore) return ''
  return ` Hạn rơi vào ngày nghỉ; đề nghị gửi trong ${sayDay(workingDayBefore)}.`
}

type Line = { deadline: Deadline; workingDayBefore?: LocalDate; overdue: boolean }

type OpenLine = Line & { readonly duty: Duty }

/** Answer to "hạn nào". */
export function sayDeadlines(
  campaign: Campaign,
  { lines, today, undated }: { lines: readonly Line[]; today: LocalDate; undated?: DeadlineRule },
): string {
  if (lines.length === 0)
    return `${campaign.shortTitle}: hiện không có hạn nào sắp tới. Phong trào đến hết ngày ${sayDate(campaign.endsOn)}.${sayUndated(undated)}`
  const list = lines.map(({ deadline, workingDayBefore }) => {
    const days = today.until(deadline.dueOn).days
    const left = days === 0 ? 'hôm nay' : `còn ${days} ngày`
    return `• ${sayDuty(deadline, campaign)}: ${sayDue(deadline)} (${left}).${sayDayOff(workingDayBefore)}`
  })
  const origin =
    reportScheduleOf(campaign)?.origin === 'office'
      ? '\nHạn báo cáo do cơ quan phụ trách đặt; kế hoạch không quy định.'
      : ''
  return `Các hạn sắp tới:\n${list.join('\n')}${sayUndated(undated)}${origin}`
}

/** What is owed while nobody has set its day. */
function sayUndated(rule: DeadlineRule | undefined): string {
  return rule ? `\n• ${rule.title}: chưa có hạn (cơ quan phụ trách sẽ đặt).` : ''
}

/** "báo cáo tháng 11/2026, hạn 16:30 thứ Sáu 27/11/2026". */
export function sayNextDuty(deadline: Deadline, campaign: Campaign): string {
  return `${sayDuty(deadline, campaign)}, ${sayDue(deadline)}`
}

/** Answer to "tôi còn nợ gì", with what was agreed for each. */
export function sayOpenDuties(
  unit: Unit,
  campaign: Campaign,
  {
    lines,
    today,
    undated,
  }: { lines: readonly OpenLine[]; today: LocalDate; undated?: DeadlineRule },
): string {
  if (lines.length === 0)
    return `✅ ${capitalise(unit.name)} không còn việc nào đang chờ. Trân trọng cảm ơn.${sayUndated(undated)}`
  const list = lines.map((line, index) => `${index + 1}. ${sayOpenDuty(campaign, line, today)}`)
  const plan = undated ?? lines.find(({ deadline }) => deadline.kind === 'unit-plan')
  const howTo = [
    'Báo cáo: nhắn một câu về việc đã làm, hoặc "không phát sinh".',
    ...(plan ? ['Kế hoạch: nhắn "đã ban hành KH số … ngày …".'] : []),
  ]
  return `${capitalise(unit.name)} còn ${lines.length} việc:\n${list.join('\n')}${sayUndated(undated)}\n${howTo.join('\n')}`
}

function sayOpenDuty(campaign: Campaign, line: OpenLine, today: LocalDate): string {
  const { deadline, duty, overdue, workingDayBefore } = line
  const state = overdue ? 'đã qua hạn, vẫn gửi được' : sayHeldDue(duty)
  return `${sayDuty(deadline, campaign)}: ${state}${sayHeldPromise(duty, today)}.${overdue ? '' : sayDayOff(workingDayBefore)}`
}

function sayHeldDue(duty: Duty): string {
  return `${duty.extension ? 'được gia hạn, ' : ''}${sayDutyDue(duty)}`
}

/** When one unit's duty is due, its extension counted. */
export function sayDutyDue(duty: Duty): string {
  return sayDue({ ...duty.deadline, ...dueDayOf(duty) })
}

function sayHeldPromise({ promise }: Duty, today: LocalDate): string {
  return promise ? `, đã hẹn ${sayNear(promise.at, today)}` : ''
}

/** A promise read back: until when it is quiet. */
export function sayPromised(campaign: Campaign, duty: Duty, today: LocalDate): string {
  const { promise, deadline } = duty
  if (!promise) return ''
  const afterDue = promise.at.epochMilliseconds > dueDayOf(duty).dueAt.epochMilliseconds
  const late = afterDue ? ' Giờ hẹn sau hạn; báo cáo vẫn được ghi nhận.' : ''
  return `Đã ghi nhận hẹn ${sayNear(promise.at, today)}: ${sayDuty(deadline, campaign)}. Trợ lý sẽ không nhắc thêm trước giờ đó.${late}`
}

export const ASK_PROMISED_MOMENT =
  'Đồng chí hẹn lúc nào? Nhắn ngày giờ cùng việc gửi, ví dụ "15h chiều nay gửi" hoặc "sáng mai gửi".'
