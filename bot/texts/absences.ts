import type { Handover } from '../../core/official/handover.ts'
import type { Leave } from '../../core/official/leave.ts'
import type { Official } from '../../core/official/official.ts'
import type { LeaveTaken } from '../../core/official/take-leave.ts'
import { sayDuty, sayDutyDue } from './duties.ts'
import { sayDate, sayDay, sayNear, sayPeriod } from './moments.ts'
import { sayNominee } from './nominations.ts'
import { sayName, shorten } from './people.ts'
import { sayGist } from './reports.ts'

/** A leave read back: until when, who stands in, how to end it. */
export function sayLeaveTaken({ leave, deputy, deputyUnreachable }: LeaveTaken): string {
  const days = `từ ${sayDate(leave.from)} đến hết ${sayDay(leave.until)}`
  const back = 'Hết ngày đó mọi việc tự trở lại; đi làm sớm hơn, nhắn "đã đi làm lại".'
  if (!deputy)
    return `Đã ghi nhận đồng chí nghỉ ${days}. Chưa có người thay: tin nhắc vẫn gửi đồng chí. Có người thay, nhắn "nghỉ đến ${sayDate(leave.until)}, chị Hoa thay". ${back}`
  const reach = deputyUnreachable
    ? ` ${sayName(deputy)} chưa nhận được tin của Trợ lý, đề nghị báo đăng ký.`
    : ''
  return `Đã ghi nhận đồng chí nghỉ ${days}. ${deputy.name} (${deputy.position}) thay: tin nhắc và quyền của đồng chí chuyển sang người thay.${reach} ${back}`
}

export function sayDeputyNamed(of: Official, leave: Leave): string {
  return `${of.name} (${of.position}) nghỉ từ ${sayDate(leave.from)} đến hết ${sayDay(leave.until)} và nhờ đồng chí thay. Trong thời gian đó tin nhắc của đơn vị gửi đồng chí. Nhắn "tôi còn nợ gì" để xem việc đang chờ.`
}

export function sayDeputyReleased(of: Official): string {
  return `${of.name} đã đi làm lại; đồng chí thôi thay từ lúc này. Trân trọng cảm ơn.`
}

export function sayBack(deputy: Official | undefined): string {
  const told = deputy ? ` Đã báo ${sayName(deputy)}.` : ''
  return `Chào đồng chí trở lại. Tin nhắc và quyền đã về với đồng chí.${told} Nhắn "tôi còn nợ gì" để xem việc đang chờ.`
}

/** What a successor has to know, in one message. */
export function sayHandover(page: Handover): string {
  const { campaign, unit, today, duties, drafts, underWay, reports } = page
  const owed = duties.map((duty) => {
    const promised = duty.promise ? `, đã hẹn ${sayNear(duty.promise.at, today)}` : ''
    const extended = duty.extension ? ', đã được gia hạn' : ''
    return `${sayDuty(duty.deadline, campaign)} (${sayDutyDue(duty)}${extended}${promised})`
  })
  const sent = reports.map(
    ({ code, period, content }) => `${code} ${sayPeriod(period)}: ${shorten(sayGist(content), 60)}`,
  )
  const files = (list: Handover['drafts']): string =>
    list.map((one) => `${one.code} ${shorten(sayNominee(one), 60)}`).join('; ')
  return [
    `Việc của ${unit.name}, ${campaign.shortTitle}, tính đến ${sayDate(today)}:`,
    owed.length > 0
      ? `• Còn nợ (${owed.length}): ${owed.join('; ')}.`
      : '• Không còn việc nào đang chờ.',
    ...(drafts.length > 0 ? [`• Hồ sơ còn ở đơn vị: ${files(drafts)}.`] : []),
    ...(underWay.length > 0 ? [`• Hồ sơ đã trình: ${files(underWay)}.`] : []),
    ...(sent.length > 0 ? [`• Báo cáo gần đây: ${sent.join('; ')}.`] : ['• Chưa gửi báo cáo nào.']),
    'Xem từng việc: "tôi còn nợ gì", "báo cáo của tôi", "hồ sơ đến đâu".',
  ].join('\n')
}

export function sayHandedOver(successor: Official, office: string): string {
  return `Đã gửi bảng bàn giao cho ${successor.name} (${successor.position}). Thay đổi đầu mối trong danh sách cán bộ do ${office} cập nhật.`
}

export const ASK_LEAVE_DAYS =
  'Xin cho biết nghỉ đến ngày nào và ai thay, ví dụ "nghỉ đến 20/12, chị Hoa thay".'

export function sayNoColleague(named: string, colleagues: readonly Official[]): string {
  const names = colleagues.slice(0, 5).map(({ name }) => name)
  const known = names.length > 0 ? ` Trong danh sách của đơn vị có: ${names.join(', ')}.` : ''
  return `Trợ lý chưa tìm thấy "${shorten(named, 40)}" trong đơn vị của đồng chí; người thay phải cùng đơn vị. Chưa ghi nhận gì; xin nhắn lại kèm đúng họ tên.${known}`
}

export function askWhichColleague(named: string): string {
  return `"${shorten(named, 40)}" là ai?`
}
