import type { Announcement } from '../../core/announcement/announcement-store.ts'
import type { Preview } from '../../core/announcement/announce.ts'
import { shorten } from './people.ts'

/** What will go out, to how many, before it does. */
export function sayPreview({ announcement, recipients, unreachable }: Preview): string {
  const missing =
    unreachable > 0 ? ` (${unreachable} người chưa đăng ký hoặc không nhận được tin)` : ''
  return `Xem trước thông báo:\n———\n${announcement.text}\n———\nGửi tới ${recipients} người${missing}, trong giờ hành chính. Gửi?`
}

export function sayReleased(recipients: number): string {
  return `Đã xếp lịch gửi tới ${recipients} người. Ngoài giờ hành chính, tin chờ đến giờ làm việc kế tiếp.`
}

export function sayAnnouncements(announcements: readonly Announcement[]): string {
  if (announcements.length === 0) return 'Chưa có thông báo nào được gửi trong phong trào này.'
  const lines = announcements.map((announcement) => `• ${shorten(announcement.text, 200)}`)
  return `Thông báo gần đây:\n${lines.join('\n')}`
}

export const ASK_ANNOUNCEMENT_TEXT =
  'Đồng chí nhắn nội dung thông báo trong tin tiếp theo; Trợ lý cho xem trước rồi mới gửi.'
