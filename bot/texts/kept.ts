import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Instant } from '../../core/calendar/local-time.ts'
import type { Official } from '../../core/official/official.ts'
import { sayMoment } from './moments.ts'
import { sayName, shorten } from './people.ts'

/** A message that waits for the office, as the office reads it. */
export type KeptLine = {
  readonly code: string
  readonly at: Instant
  readonly writer: string
  readonly unit: string
  readonly text: string
}

type Handing = { readonly code: string; readonly by: Instant; readonly again: boolean }

/** The message is kept; who answers it, by when, and where to call. Other words for a second one. */
export function sayHandedOver(campaign: Campaign | undefined, kept: Handing): string {
  const name = campaign?.office.name ?? 'cơ quan phụ trách'
  const phone = campaign?.office.phone
  const urgent = phone ? ` Cần gấp, đồng chí gọi ${phone}.` : ''
  if (kept.again)
    return `Đã giữ thêm tin này (${kept.code}) cho ${name}, cùng trả lời trước ${sayMoment(kept.by)}.${urgent}`
  return `Trợ lý chưa xác định được và đã giữ nguyên tin nhắn của đồng chí (${kept.code}). ${name} xem và trả lời trước ${sayMoment(kept.by)}.${urgent}`
}

export function sayKeptList(lines: readonly KeptLine[], more: number): string {
  if (lines.length === 0) return 'Không có tin nhắn nào đang chờ cán bộ xem.'
  const rest = more > 0 ? ` (và ${more} tin sau đó)` : ''
  return `Chờ cán bộ xem: ${lines.length + more}${rest}. Đồng chí chọn tin để mở, hoặc nhắn "trả lời ${lines[0]?.code ?? ''}: …".`
}

export function sayKeptChoice({ code, writer, unit, text }: KeptLine): string {
  return `${code} · ${writer}, ${unit}: "${shorten(text, 50)}"`
}

/** One kept message whole, with what the person had written before it. */
export function sayKept(line: KeptLine, before: readonly string[]): string {
  const { code, at, writer, unit, text } = line
  const earlier = before.map((said) => `Trước đó: "${shorten(said, 80)}"`)
  return [`${code} · ${writer}, ${unit} · ${sayMoment(at)}`, ...earlier, `"${text}"`].join('\n')
}

export function askKeptAnswer(code: string, writer: string): string {
  return `Đồng chí nhắn nội dung trả lời ${code}; Trợ lý gửi nguyên văn cho đồng chí ${writer}.`
}

export function sayKeptAnswered(code: string, writer: string): string {
  return `Đã gửi trả lời ${code} cho đồng chí ${writer}. Nhắn "tin chờ" để xem tin kế tiếp.`
}

export function sayKeptReported(code: string, report: string, unit: string): string {
  return `Đã ghi nhận ${code} thành báo cáo ${report} của ${unit} và báo cho người gửi.`
}

export function sayKeptClosed(code: string): string {
  return `Đã đóng ${code}. Tin nhắn vẫn được lưu.`
}

/** The office's own words, to the person who had asked. */
export function sayOfficeAnswer(
  { office, question, answer }: { office: string; question: string; answer: string },
  to: Official,
): string {
  const about = question === '' ? '' : ` tin nhắn "${shorten(question, 60)}"`
  return `Kính gửi ${sayName(to)}. ${office} trả lời${about}:\n${answer}`
}
