import type { Announcement } from '../../core/announcement/announcement.ts'
import type { Campaign, LadderStage } from '../../core/campaign/campaign.ts'
import { ladderFor, ruleOf } from '../../core/duty/deadline.ts'
import type { Cause } from '../../core/delivery/outbox-store.ts'
import type { ReminderReason } from '../../core/reminder/reminder.ts'
import type { ToldReminder } from '../../core/reminder/reminder-store.ts'
import { sayDuty, sayDutyDue } from './duties.ts'
import { capitalise, shorten } from './people.ts'

/** A duty that a message was about, with the names by which it is said. */
export type ToldDuty = {
  readonly campaign: Campaign
  readonly unitName: string
  readonly told: ToldReminder
}

/** Why this person of all people; `stage` is the ladder's, where a stage has called. */
const REASONS: Record<ReminderReason, (stage: string, campaign: Campaign) => string> = {
  contact: (stage) => `lịch nhắc đầu mối${stage}`,
  head: (stage) => `lịch nhắc người đứng đầu${stage}`,
  deputy: (stage) => `đồng chí đang thay người nghỉ, theo lịch nhắc${stage}`,
  office: (stage) => `danh sách đơn vị gửi cơ quan phụ trách${stage}`,
  leader: (stage) => `danh sách đơn vị gửi lãnh đạo${stage}`,
  promise: () => 'đơn vị đã hẹn vào giờ này',
  moved: () => 'hạn đã thay đổi so với lần báo trước',
  nudge: (_stage, { office }) => `${office.name} đề nghị nhắc riêng đơn vị`,
}

/** Answer to "vì sao tôi nhận tin này" after a reminder: the duty, the rule, who set it, how it stops. */
export function sayWhyReminded(duties: readonly ToldDuty[]): string {
  const [first] = duties
  if (!first) return 'Tin vừa rồi là tin nhắc việc. Nhắn "tôi còn nợ gì" để xem các việc đang chờ.'
  const { campaign, told, unitName } = first
  const { deadline } = told.duty
  const more = duties.length > 1 ? ` (và ${duties.length - 1} việc khác)` : ''
  return [
    `Tin vừa rồi là tin nhắc việc: ${sayDuty(deadline, campaign)} của ${unitName}, ${sayDutyDue(told.duty)}${more}.`,
    `Quy tắc: ${REASONS[told.reason](sayStage(first), campaign)}.`,
    `Hạn: ${saySetBy(first)}.`,
    told.duty.doneAt
      ? 'Việc này nay đã xong, Trợ lý không nhắc nữa.'
      : deadline.kind === 'report'
        ? 'Dừng khi đơn vị gửi báo cáo hoặc nhắn "không phát sinh"; hẹn giờ ("15h chiều nay gửi") thì tạm dừng đến giờ đó.'
        : 'Dừng khi việc xong; nhắn "tôi còn nợ gì" để xem.',
  ].join('\n')
}

function sayStage({ campaign, told }: ToldDuty): string {
  const stage = ladderFor(campaign, told.duty.deadline).find(({ id }) => id === told.stage)
  return stage ? `, bậc ${sayOffset(stage)}` : ''
}

function sayOffset({ offset, unit }: LadderStage): string {
  if (offset === 0) return 'ngày cuối'
  const days = `${Math.abs(offset)} ngày${unit === 'working-day' ? ' làm việc' : ''}`
  return `${offset < 0 ? 'trước' : 'sau'} hạn ${days}`
}

/** The plan's paragraph with its words, or the office. */
function saySetBy({ campaign, told }: ToldDuty): string {
  if (told.duty.extension)
    return `${campaign.office.name} gia hạn (${shorten(told.duty.extension.reason, 60)})`
  const rule = ruleOf(campaign, told.duty.deadline)
  if (!rule || rule.origin === 'office')
    return `${campaign.office.name} đặt; kế hoạch không quy định`
  return `${rule.source}: "${shorten(rule.wording, 90)}"`
}

/** The same after a propagation notice: who sent it, on what ground, and how often it comes. */
export function sayWhyAnnounced(
  { audience, weekly, optional, follows }: Announcement,
  from: string,
  campaign: Campaign,
): string {
  const to =
    Object.keys(audience).length === 0
      ? 'mọi cán bộ tham gia phong trào'
      : 'các cán bộ trong diện cơ quan chọn, có đồng chí, của phong trào'
  const again =
    follows?.kind === 'reminder' ? ' Tin gửi lại vì chưa nhận được xác nhận đã nắm.' : ''
  const often = weekly
    ? 'Tin này lặp lại hằng tuần đến khi cơ quan gửi dừng.'
    : 'Mỗi thông báo gửi một lần.'
  const mute = optional ? ' Không muốn nhận, nhắn "tắt tin tuyên truyền".' : ''
  return `Tin vừa rồi là thông báo tuyên truyền do ${from} gửi tới ${to} (${campaign.shortTitle}).${again} ${often}${mute}`
}

const OTHERS: Record<Cause, string> = {
  reminder: 'nhắc một việc của đơn vị',
  announcement: 'là thông báo tuyên truyền gửi tới cán bộ tham gia phong trào',
  notice: 'báo thay đổi của một hồ sơ, một hạn hay một việc mà đồng chí có trách nhiệm',
  digest:
    'bản tổng hợp gửi cán bộ thẩm định lúc 08:00 ngày làm việc đầu tuần, và hằng ngày trong 7 ngày cuối trước một hạn',
  reply: 'trả lời tin nhắn của đồng chí',
}

/** The same after any other message. */
export function sayWhyOther(cause: Cause | undefined): string {
  if (cause === undefined || cause === 'reply')
    return 'Trợ lý chưa tự gửi tin nào cho đồng chí; các tin đều là trả lời tin nhắn của đồng chí.'
  return `${capitalise(`tin vừa rồi ${OTHERS[cause]}`)}.`
}
