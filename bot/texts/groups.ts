import type { Campaign } from '../../core/campaign/campaign.ts'
import type { ChannelName, OutboundMessage } from '../../core/delivery/channel.ts'
import type { ChatGroup, GroupTotals } from '../../core/group/group.ts'
import type { IssuedGroupCode } from '../../core/group/issue-group-code.ts'
import type { LinkedGroup } from '../../core/group/link-group.ts'
import type { GroupNotice } from '../../core/notice.ts'
import { displayInviteCode } from '../../core/official/invite-code.ts'
import { sayDue, sayDuty } from './duties.ts'
import { sayDate, sayMoment } from './moments.ts'
import { capitalise, shorten } from './people.ts'
import { localDateOf } from '../../core/calendar/local-time.ts'

const CHANNELS: Record<ChannelName, string> = { telegram: 'Telegram', zalo: 'Zalo' }

/** Units that are thanked by name; the others are counted. */
const MOST_THANKED = 5
/** Groups that fit into one message. */
const MOST_LISTED = 7

type Sentences = {
  [K in GroupNotice['kind']]: (notice: Extract<GroupNotice, { kind: K }>) => string
}

/** Every unasked message to a group. One without its sentence does not compile. */
const SENTENCES: Sentences = {
  'group-totals': ({ totals }) => sayGroupTotals(totals),
}

/** Phrases what a group is told: totals and thanks, nobody's name. */
export function phraseForGroup(notice: GroupNotice): OutboundMessage {
  return { kind: 'text', text: SENTENCES[notice.kind](notice) }
}

/** "Báo cáo tháng 10/2025 (hạn …): đã nhận 41/47 đơn vị." and thanks; who is missing is said in private only. */
export function sayGroupTotals({ campaign, deadline, cluster, total, done }: GroupTotals): string {
  const duty = capitalise(sayDuty(deadline, campaign))
  const head = `${duty} (${sayDue(deadline)})${saySpan(cluster)}: đã nhận ${done.length}/${total} đơn vị.`
  return `${head}\n${sayThanks(
    done.map(({ name }) => name),
    total,
  )}`
}

function sayThanks(names: readonly string[], total: number): string {
  if (names.length === 0)
    return 'Rất mong các đơn vị gửi báo cáo cho Trợ lý bằng một tin nhắn riêng.'
  if (names.length === total) return 'Trân trọng cảm ơn tất cả các đơn vị.'
  const others = names.length - MOST_THANKED
  const listed = names.slice(0, MOST_THANKED).join(', ')
  return `Trân trọng cảm ơn ${listed}${others > 0 ? ` và ${others} đơn vị khác` : ''}.`
}

function saySpan(cluster: string | undefined): string {
  return cluster === undefined ? '' : `, ${shorten(cluster, 60)}`
}

/** The code, once, and what to do with it. */
export function sayGroupCode({ code, campaign, cluster, expiresAt }: IssuedGroupCode): string {
  return [
    `Mã liên kết nhóm: ${displayInviteCode(code)} (dùng một lần, đến ${sayMoment(expiresAt)}).`,
    `Phạm vi: ${campaign.shortTitle}${saySpan(cluster)}.`,
    'Thêm Trợ lý vào nhóm, rồi nhắn trong nhóm: gọi tên Trợ lý (@…) kèm mã này.',
    'Nhóm chỉ nhận tổng số và lời cảm ơn. Nhóm Zalo chỉ dùng được khi Zalo đã cho bot vào nhóm.',
  ].join('\n')
}

/** Said in the group itself. */
export function sayGroupLinked({ group, campaign }: LinkedGroup): string {
  return [
    `✅ Nhóm này đã liên kết với ${campaign.shortTitle}${saySpan(group.cluster)}.`,
    'Sau hạn báo cáo và cuối mỗi tuần, Trợ lý gửi tổng số đơn vị đã báo cáo. Muốn hỏi, gọi tên Trợ lý và nhắn "tiến độ".',
    'Báo cáo, hồ sơ, mã đăng ký: đề nghị nhắn riêng cho Trợ lý.',
  ].join('\n')
}

export function sayGroupUnlinked(group: ChatGroup): string {
  return `Đã bỏ liên kết nhóm ${group.number}. Trợ lý không gửi tin vào nhóm đó nữa.`
}

export function sayGroupPosts(group: ChatGroup): string {
  return group.postsTotals
    ? `Nhóm ${group.number}: đã bật tin tổng số (sau hạn báo cáo và cuối tuần).`
    : `Nhóm ${group.number}: đã tắt tin tổng số. Khi được gọi tên và hỏi, Trợ lý vẫn trả lời.`
}

/** The office's list, in private. */
export function sayGroups(campaign: Campaign, groups: readonly ChatGroup[]): string {
  if (groups.length === 0)
    return `Chưa có nhóm nào liên kết với ${campaign.shortTitle}. Nhắn "mã nhóm" để lấy mã liên kết.`
  const lines = groups.slice(0, MOST_LISTED).map(sayGroup)
  const rest = groups.length - MOST_LISTED
  if (rest > 0) lines.push(`… và ${rest} nhóm nữa.`)
  const { number } = groups[0] ?? { number: 1 }
  lines.push(`"tắt tin nhóm ${number}" · "bật tin nhóm ${number}" · "bỏ liên kết nhóm ${number}"`)
  return `Các nhóm đã liên kết (${groups.length}):\n${lines.join('\n')}`
}

function sayGroup({ number, channel, cluster, linkedAt, ...group }: ChatGroup): string {
  const state = group.unreachable !== undefined ? 'Trợ lý đã rời nhóm' : 'đang nhận tin'
  const posts = group.postsTotals ? state : 'đã tắt tin'
  const whose = cluster === undefined ? 'toàn phong trào' : shorten(cluster, 40)
  return `${number} · ${CHANNELS[channel]}, ${whose}, từ ${sayDate(localDateOf(linkedAt))}: ${posts}`
}

export const ONLY_IN_PRIVATE =
  'Trong nhóm, Trợ lý không nhận mã đăng ký, báo cáo hay hồ sơ. Đề nghị nhắn riêng cho Trợ lý.'

/** To whoever speaks to the bot in a group that is linked. */
export const IN_GROUP =
  'Trong nhóm, Trợ lý chỉ cho biết tổng số (nhắn "tiến độ"). Báo cáo, hồ sơ và mọi việc khác: đề nghị nhắn riêng cho Trợ lý.'

export const NO_REPORT_TO_COUNT = 'Hiện chưa có kỳ báo cáo nào để tổng hợp.'
