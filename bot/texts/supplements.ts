import type { Nomination } from '../../core/nomination/nomination.ts'
import { shorten } from './people.ts'

type Received = {
  readonly nomination: Nomination
  readonly point: number
  /** "3 ảnh", or the words that came. */
  readonly what: string
  readonly open: readonly number[]
  readonly points: readonly string[]
}

/** What came for which point, and which one is still open. */
export function sayPointReceived({ nomination, point, what, open, points }: Received): string {
  const { code } = nomination
  const received = `Đã nhận ${what} cho điểm ${point} (${code}).`
  const [next] = open
  if (next === undefined)
    return `${received}\n${code} đã bổ sung đủ ${points.length} điểm. Gửi lại cơ quan thẩm định?`
  const text = shorten(points[next - 1] ?? '', 80)
  if (open.length === 1)
    return `${received}\nCòn điểm ${next}: ${text}. Đồng chí gửi ảnh hoặc nhắn nội dung ngay tại đây.`
  return `${received}\nCòn điểm ${open.join(', ')}. Nhắn "điểm ${next}: …" hoặc gửi ảnh ghi chú số điểm.`
}

export function askPhotoPoint({ code }: Nomination, photos: number): string {
  return `Đã giữ ${photos} ảnh. ${code} đang chờ bổ sung; ảnh này cho điểm nào?`
}
