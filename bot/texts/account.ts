import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Official } from '../../core/official/official.ts'
import type { Registration } from '../../core/official/register-official.ts'
import type { Role } from '../../core/official/role.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayName } from './people.ts'

const ROLES: Record<Role, string> = {
  contact: 'cán bộ đầu mối',
  head: 'người đứng đầu đơn vị',
  appraiser: 'cán bộ theo dõi, thẩm định',
  secretary: 'thư ký Hội đồng',
  member: 'thành viên Hội đồng',
  signer: 'bộ phận trình ký',
  propagation: 'cán bộ tuyên truyền',
  admin: 'quản trị',
  viewer: 'theo dõi chung',
}

export function sayRole(role: Role): string {
  return ROLES[role]
}

/** The first message: an automated system, what it keeps and why, in three lines; then who one is. */
export function sayWelcome(
  { official, unit }: Registration,
  campaign: Campaign | undefined,
): string {
  const office = campaign?.office.name ?? 'cơ quan phụ trách'
  const lines = [
    `Chào ${sayName(official)}. Đây là Trợ lý thi đua, một hệ thống tự động.`,
    `Trợ lý lưu họ tên, đơn vị, tài khoản này và tin nhắn đồng chí gửi, chỉ để phục vụ phong trào; ${office} xem được.`,
    'Nhắn "quyền dữ liệu" để xem hoặc yêu cầu xóa. Không gửi tài liệu mật, ảnh giấy tờ tùy thân.',
    `✅ Đã đăng ký: ${official.name}, ${official.position}, ${unit.fullName}. Không phải đồng chí? Nhắn "sai người".`,
    'Báo cáo: nhắn một câu về việc đã làm. Nhắn "hạn" hoặc "trợ giúp" khi cần.',
  ]
  if (campaign?.notice) lines.push(`(${campaign.notice}.)`)
  return lines.join('\n')
}

export function sayWho(official: Official, unit: Unit): string {
  const roles = official.roles.map(sayRole).join(', ')
  return `Tài khoản này: ${official.name}, ${official.position}, ${unit.fullName}. Vai trò: ${roles}. Không phải đồng chí? Nhắn "sai người".`
}

export const STRANGER =
  'Đây là Trợ lý thi đua, một hệ thống tự động dành cho cán bộ đã được cấp mã. Đề nghị nhắn mã đăng ký 8 ký tự (dạng XXXX-XXXX) do cơ quan phụ trách phong trào cấp.'

export const UNLINKED =
  'Đã gỡ tài khoản này. Trợ lý sẽ không nhắn tin vào đây nữa. Mã đăng ký dùng lại được cho đúng người.'

export function sayOwnAddress(official: Official): string {
  return `Đã ghi nhận. Từ nay Trợ lý xưng hô: ${sayName(official)}.`
}

export function sayContactOffice(campaign: Campaign | undefined): string {
  if (!campaign) return 'Đề nghị liên hệ cơ quan phụ trách phong trào.'
  const phone = campaign.office.phone ? `, điện thoại ${campaign.office.phone}` : ''
  return `Cơ quan phụ trách: ${campaign.office.name}${phone}. Đồng chí cũng có thể nhắn câu hỏi tại đây; câu nào Trợ lý chưa rõ sẽ được giữ cho cán bộ xem.`
}
