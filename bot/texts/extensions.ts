import type { Campaign } from '../../core/campaign/campaign.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { Duty } from '../../core/duty/duty.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayDue, sayDuty, sayDutyDue } from './duties.ts'
import { sayDate, sayDay } from './moments.ts'
import { capitalise, shorten } from './people.ts'

type Line = { readonly campaign: Campaign; readonly duty: Duty; readonly unit: Unit }

/** What the unit hears: the new last moment first, then why. */
export function sayUnitExtended({ campaign, duty, unit }: Line): string {
  const { reason = '' } = duty.extension ?? {}
  return `${capitalise(sayDuty(duty.deadline, campaign))} của ${unit.name}: được gia hạn, ${sayDutyDue(duty)} (thay ${sayDue(duty.deadline)}). Lý do: ${shorten(reason, 120)}. ${campaign.office.name} gia hạn.`
}

/** What the officer who gave it reads back. */
export function sayExtensionGiven({ campaign, duty, unit }: Line): string {
  const { reason = '' } = duty.extension ?? {}
  return `✅ Đã gia hạn ${sayDuty(duty.deadline, campaign)} cho ${unit.name}: ${sayDutyDue(duty)}. Lý do: ${shorten(reason, 120)}. Đơn vị được báo ngay; các tin nhắc theo hạn cũ đã hủy.`
}

export function sayExtensionAsked(
  { campaign, duty, unit }: Line,
  to: LocalDate,
  reason: string,
): string {
  return `${capitalise(unit.name)} xin gia hạn ${sayDuty(duty.deadline, campaign)} đến ${sayDay(to)} (hiện nay ${sayDutyDue(duty)}). Lý do: ${shorten(reason, 160)}.`
}

export function sayExtensionDeclined({ campaign, duty, unit }: Line): string {
  return `${capitalise(sayDuty(duty.deadline, campaign))} của ${unit.name}: giữ nguyên ${sayDutyDue(duty)}; ${campaign.office.name} chưa gia hạn. Cần trao đổi thêm, đề nghị liên hệ trực tiếp. Gửi sau hạn vẫn được ghi nhận.`
}

export function sayExtensionRequested(office: string, to: LocalDate): string {
  return `Đã chuyển ${office} đề nghị gia hạn đến ${sayDay(to)}. Có ý kiến, Trợ lý báo ngay; đến lúc đó hạn cũ vẫn giữ.`
}

/** "ai được gia hạn". */
export function sayExtensions(lines: readonly Line[]): string {
  if (lines.length === 0) return 'Hiện chưa có đơn vị nào được gia hạn.'
  const list = lines.map(({ campaign, duty, unit }) => {
    const { to, reason } = duty.extension ?? { to: duty.deadline.dueOn, reason: '' }
    const state = duty.doneAt ? ', đã xong' : ''
    return `• ${unit.name}: ${sayDuty(duty.deadline, campaign)} đến ${sayDate(to)}${state} (${shorten(reason, 60)})`
  })
  return `Đơn vị được gia hạn (${lines.length}):\n${list.join('\n')}`
}

export const ASK_EXTENSION_DAY =
  'Xin cho biết gia hạn đến ngày nào và vì sao, ví dụ "gia hạn đến 30/11 vì mưa lũ".'

export const ASK_EXTENSION_REASON = 'Xin cho biết lý do gia hạn, nhắn một câu ngắn.'

export const ASK_EXTENDED_UNIT =
  'Xin cho biết gia hạn cho đơn vị nào, ví dụ "gia hạn xã A đến 30/11 vì mưa lũ".'
