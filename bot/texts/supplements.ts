import type { Nomination } from '../../core/nomination/nomination.ts'
import { shorten } from './people.ts'

type Received = {
  readonly nomination: Nomination
  /** Which points were answered, from 1. */
  readonly answered: readonly number[]
  /** "3 ảnh", or the words that came. */
  readonly what: string
  readonly open: readonly number[]
  readonly points: readonly string[]
}

/** What came for which point, and which one is still open. */
export function sayPointReceived({ nomination, answered, what, open, points }: Received): string {
  const { code } = nomination
  const received = `Đã nhận ${what} cho điểm ${answered.join(', ')} (${code}).`
  const [next] = open
  if (next === undefined)
    return `${received}\n${code} đã bổ sung đủ ${points.length} điểm. Gửi lại cơ quan thẩm định?`
  const text = shorten(points[next - 1] ?? '', 80)
  if (open.length === 1)
    return `${received}\nCòn điểm ${next}: ${text}. Đồng chí gửi ảnh hoặc nhắn nội dung ngay tại đây.`
  return `${received}\nCòn điểm ${open.join(', ')}. Nhắn "điểm ${next}: …" hoặc gửi ảnh ghi chú số điểm.`
}

/** Numbered lines came, but not right after the dossier's card. */
export function askPointsOrReport({ code }: Nomination): string {
  return `${code} đang chờ bổ sung. Nội dung đánh số đồng chí vừa nhắn là phần bổ sung cho ${code} hay báo cáo mới?`
}

export function askPhotoPoint({ code }: Nomination, photos: number): string {
  return `Đã giữ ${photos} ảnh. ${code} đang chờ bổ sung; ảnh này cho điểm nào?`
}
