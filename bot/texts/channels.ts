import type { BudgetLevel } from '../../core/delivery/budget.ts'
import type { ChannelName } from '../../core/delivery/channel.ts'
import type { BudgetStanding } from '../../core/delivery/read-budget.ts'
import type { Notice } from '../../core/notice.ts'
import type { Refusal } from '../../core/refusal.ts'
import { sayDate, sayMoment } from './moments.ts'

export const CHANNEL_NAMES: Readonly<Record<ChannelName, string>> = {
  telegram: 'Telegram',
  zalo: 'Zalo',
}

type NoticeOf<K extends Notice['kind']> = Extract<Notice, { kind: K }>

const HOLDS_BACK: Record<Exclude<BudgetLevel, 'free'>, (renews: string) => string> = {
  warned: () => 'Từ 95% chỉ còn gửi câu trả lời, tin nhắc hạn và tin về hồ sơ, quyết định.',
  essential: (renews) =>
    `Đến ${renews} chỉ gửi câu trả lời, tin nhắc hạn và tin về hồ sơ, quyết định; thông báo tuyên truyền chờ sang tháng.`,
}

/** "3.000", as Vietnamese writes numbers. */
function sayCount(count: number): string {
  return count.toLocaleString('vi-VN')
}

/** To the office: most of the month's messages of a bot are used. */
export function sayChannelBudget(notice: NoticeOf<'channel-budget'>): string {
  const { channel, used, limit, level, renewsOn } = notice
  const share = Math.floor((used / limit) * 100)
  return `Kênh ${CHANNEL_NAMES[channel]} đã dùng ${sayCount(used)}/${sayCount(limit)} tin của tháng này (${share}%). ${HOLDS_BACK[level](sayDate(renewsOn))} Đồng chí có thể mời cán bộ dùng thêm kênh khác hoặc tăng gói của kênh.`
}

/** To the office: the platform takes no messages of a bot. */
export function sayChannelRests({ channel, cause, until }: NoticeOf<'channel-rests'>): string {
  const name = CHANNEL_NAMES[channel]
  const why =
    cause === 'quota'
      ? `${name} báo đã hết hạn mức tin của tài khoản bot`
      : `${name} không nhận mã bot (có thể mã đã được cấp lại)`
  const next =
    cause === 'quota'
      ? 'Việc gấp, đề nghị gọi điện hoặc dùng kênh khác.'
      : 'Đề nghị cán bộ quản trị kiểm tra mã bot trong cấu hình.'
  return `${why}. Trợ lý tạm dừng gửi qua ${name}, tự thử lại từ ${sayMoment(until)}; các tin được giữ nguyên, không mất. ${next}`
}

/** To the office: somebody found no room. */
export function sayChannelFull({
  channel,
  users,
  official,
  unit,
}: NoticeOf<'channel-full'>): string {
  return `Đồng chí ${official.name} (${unit.name}) chưa đăng ký được: bot ${CHANNEL_NAMES[channel]} đã đủ ${users} người theo gói. Đề nghị mời đồng chí ấy dùng kênh khác, thêm bot, hoặc tăng gói.`
}

/** To the office: a machine may be writing. */
export function sayLoopStopped({ channel, from }: NoticeOf<'loop-stopped'>): string {
  const who = from
    ? `Tài khoản ${CHANNEL_NAMES[channel]} của đồng chí ${from.official.name} (${from.unit.name})`
    : `Một tài khoản ${CHANNEL_NAMES[channel]} chưa đăng ký`
  return `${who} gửi lặp lại liên tục, có thể do máy trả lời tự động hoặc chuyển tiếp nhầm. Trợ lý tạm không trả lời ở đó và tự trả lời lại sau ít phút; các tin vẫn được lưu. Đề nghị gọi điện hỏi nếu cần.`
}

/** To whoever found no room. */
export function sayBotFull({
  channel,
  users,
  elsewhere,
}: Extract<Refusal, { reason: 'bot-full' }>): string {
  const name = CHANNEL_NAMES[channel]
  const [other] = elsewhere
  const next = other
    ? `Mã của đồng chí vẫn dùng được: đề nghị đăng ký bằng ${CHANNEL_NAMES[other.channel]}${other.link === undefined ? '' : ` tại ${other.link}`}.`
    : 'Mã của đồng chí vẫn dùng được sau khi có thêm chỗ.'
  return `Bot ${name} này đã đủ ${users} người dùng theo gói của ${name}. ${next} Cơ quan phụ trách đã được báo.`
}

/** To whoever sent the code to another bot than the one that serves them. */
export function sayOtherBot({ channel, link }: Extract<Refusal, { reason: 'other-bot' }>): string {
  const where = link === undefined ? 'bot được ghi cùng mã' : link
  return `Mã này đăng ký với một bot ${CHANNEL_NAMES[channel]} khác của phong trào. Đồng chí mở ${where} rồi gửi lại mã ở đó.`
}

/** "Zalo tháng này đã dùng 80/3.000 tin, lần gửi này thêm khoảng 40." */
export function sayForecast({ bot, used, limit }: BudgetStanding, more: number): string {
  const over = used + more > limit ? ' (vượt hạn mức)' : ''
  return `Dùng khoảng ${sayCount(used + more)}/${sayCount(limit)} tin ${CHANNEL_NAMES[bot.channel]} tháng này${over}.`
}
