import type { CampaignReadiness, PlanReadiness } from '../../core/readiness/check-readiness.ts'
import type { Official } from '../../core/official/official.ts'
import { CHANNEL_NAMES } from './channels.ts'
import { sayDate } from './moments.ts'

/** `blocks`: the product cannot do its work so; `warning`: it can, and somebody should look at it. */
export type Finding = {
  readonly area: string
  readonly level: 'ok' | 'warning' | 'blocks'
  readonly text: string
}

/** Names that are shown before the rest is counted; `--json` has all of them. */
const MOST_NAMES = 10

function sayNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` và ${more} trường hợp khác` : ''}`
}

function sayPerson({ name, code, unitCode }: Official): string {
  return `${name} (${code}, ${unitCode})`
}

/** What a campaign's roster and calendar lack; one line that all is there where nothing does. */
export function sayCampaignReadiness(checked: CampaignReadiness): readonly Finding[] {
  const { campaign, noContact, noHead, noPhone, missingYears, unconfirmed, units } = checked
  const area = `phong trào ${campaign.id}`
  const warn = (text: string): Finding => ({ area, level: 'warning', text })
  const found: Finding[] = []
  if (units === 0)
    found.push({ area, level: 'blocks', text: 'Chưa có đơn vị nào: nạp bằng "units load".' })
  if (noContact.length > 0)
    found.push(
      warn(
        `${noContact.length}/${units} đơn vị chưa có cán bộ đầu mối nên không ai nhận tin nhắc: ${sayNames(noContact.map(({ name }) => name))}. Bổ sung vào danh sách rồi chạy "officials load".`,
      ),
    )
  if (noHead.length > 0)
    found.push(
      warn(
        `${noHead.length}/${units} đơn vị chưa có người đứng đầu để đồng ý trình hồ sơ: ${sayNames(noHead.map(({ name }) => name))}. Bổ sung vào danh sách rồi chạy "officials load".`,
      ),
    )
  if (noPhone.length > 0)
    found.push(
      warn(
        `${noPhone.length} cán bộ đầu mối chưa có số điện thoại, khi cần sẽ không gọi được: ${sayNames(noPhone.map(sayPerson))}.`,
      ),
    )
  if (missingYears.length > 0)
    found.push(
      warn(
        `Chưa có lịch nghỉ của năm ${missingYears.join(', ')}: chỉ thứ Bảy, Chủ nhật được coi là ngày nghỉ. Nạp bằng "calendar load".`,
      ),
    )
  if (unconfirmed.length > 0)
    found.push(
      warn(
        `${unconfirmed.length} ngày nghỉ cần kiểm tra, chưa được tính: ${sayNames(unconfirmed.map(({ on, name }) => `${sayDate(on)} ${name}`))}.`,
      ),
    )
  if (campaign.gaps.length > 0)
    found.push(warn(`Kế hoạch chưa có: ${sayNames(campaign.gaps.map(({ label }) => label))}.`))
  return found.length > 0
    ? found
    : [{ area, level: 'ok', text: `Đủ đầu mối, người đứng đầu và lịch nghỉ của ${units} đơn vị.` }]
}

/** Whether a platform's plan serves everybody, and carries what is to be sent. */
export function sayPlanReadiness(plan: PlanReadiness): readonly Finding[] {
  const { channel, people, places, leftOut, carried, months, elsewhere } = plan
  const name = CHANNEL_NAMES[channel]
  const area = `gói ${name}`
  const found: Finding[] = []
  if (leftOut.length > 0)
    found.push({
      area,
      level: elsewhere ? 'warning' : 'blocks',
      text: `Danh sách có ${people} người, gói ${name} phục vụ ${places ?? people}; ${leftOut.length} người chưa có chỗ: ${sayNames(leftOut.map(sayPerson))}. ${elsewhere ? 'Mời những người này dùng kênh khác, thêm bot (ZALO_BOT_TOKENS) hoặc tăng gói.' : 'Thêm bot (ZALO_BOT_TOKENS), bật Telegram hoặc tăng gói.'}`,
    })
  const over = months.filter(({ messages }) => messages > (carried ?? Infinity))
  if (over.length > 0)
    found.push({
      area,
      level: 'warning',
      text: `Tin nhắc dự kiến vượt ${carried ?? 0} tin mỗi tháng: ${over.map(({ month, messages }) => `${month} khoảng ${messages} tin`).join(', ')} (chưa kể tin trả lời). Thêm bot, mời dùng kênh khác hoặc tăng gói.`,
    })
  if (found.length > 0) return found
  const most = Math.max(0, ...months.map(({ messages }) => messages))
  return [
    {
      area,
      level: 'ok',
      text: `Đủ chỗ cho ${people} người; tháng nhiều nhất khoảng ${most} tin nhắc${carried === undefined ? '' : `/${carried}`} (chưa kể tin trả lời).`,
    },
  ]
}
