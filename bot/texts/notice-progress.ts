import type { Announcement, Leaving } from '../../core/announcement/announcement.ts'
import type { Progress, Waiting } from '../../core/announcement/standing.ts'
import { PUT_OFF } from '../../core/delivery/budget.ts'
import type { Cause, LedgerEntry, PartState } from '../../core/delivery/outbox-store.ts'
import { CHANNEL_NAMES } from './channels.ts'
import { sayMoment } from './moments.ts'

const MOST_UNITS = 4
/** Notices that are told one by one. */
const MOST_WAITING = 2

const REASONS: Record<Exclude<Leaving['because'], 'now'>, string> = {
  appointed: 'Tin đi vào giờ đã hẹn',
  'off-hours': 'Ngoài giờ hành chính Trợ lý không nhắn cán bộ; tin đi từ',
  'day-off': 'Ngày nghỉ Trợ lý không nhắn cán bộ; tin đi từ',
}

/** When a notice leaves, and why not before. */
export function sayLeaving({ at, because }: Leaving): string {
  return because === 'now' ? 'Tin bắt đầu đi ngay.' : `${REASONS[because]} ${sayMoment(at)}.`
}

const WAITS: Record<Exclude<Waiting['kind'], 'moment'>, string> = {
  photo: 'Tin chờ tải xong ảnh kèm.',
  release: 'Tin chưa được đồng ý gửi.',
  stopped: 'Tin đã dừng.',
  enough: 'Ai hôm nay đã nhận đủ tin thì nhận vào ngày làm việc kế tiếp.',
}

/** What those wait for who have not been sent it. */
function sayWaiting(waits: Waiting): string {
  return waits.kind === 'moment' ? sayLeaving(waits.leaves) : WAITS[waits.kind]
}

/** It waits for its moment no more. */
export function sayHastened(code: string, leaves: Leaving): string {
  return `${code} không chờ giờ hẹn nữa. ${sayLeaving(leaves)}`
}

/** "Đã gửi 312/350, 290 đã nắm", with what did not arrive and why. */
export function sayProgress(progress: Progress): string {
  const { announcement, total, count, acknowledged, waits, units } = progress
  const silent = units.filter((unit) => unit.acknowledged < unit.sent).map(({ name }) => name)
  const { code, state } = announcement
  const rest = [
    [count.uncertain, 'không chắc đã tới'],
    [count['on-its-way'] + count.waiting, state === 'stopped' ? 'đã dừng, chưa gửi' : 'chờ gửi'],
    [count.unreachable, 'không nhận được tin'],
    [count.rejected, 'kênh không nhận'],
    [count.spared, 'đã xong việc, không cần gửi'],
  ] as const
  const others = rest.flatMap(([number, what]) => (number > 0 ? [`${what}: ${number}`] : []))
  const lines = [`${code}: đã gửi ${count.sent}/${total}, ${acknowledged} đã nắm.`]
  if (others.length > 0) lines.push(`Còn lại: ${others.join('; ')}.`)
  if (waits && waits.kind !== 'stopped') lines.push(sayWaiting(waits))
  if (silent.length > 0) {
    const shown = silent.slice(0, MOST_UNITS)
    const more = silent.length - shown.length
    lines.push(
      `Chưa có xác nhận từ: ${shown.join(', ')}${more > 0 ? ` và ${more} đơn vị khác` : ''}.`,
    )
    lines.push(`Nhắn "nhắc lại ${code}" để gửi lại riêng cho những người này.`)
  }
  return lines.join('\n')
}

export function sayStopped({ announcement, count, total }: Progress): string {
  const { code } = announcement
  if (count.waiting === 0) return `${code} không còn lặp lại hằng tuần.`
  return `Đã dừng ${code}: đã gửi ${total - count.waiting}/${total}, ${count.waiting} tin chưa đi được giữ lại. Nhắn "gửi tiếp ${code}" để gửi nốt, "đính chính ${code}: …" để sửa với người đã nhận.`
}

export function sayResumed({ announcement, count, waits }: Progress): string {
  const { code, state } = announcement
  return state === 'released'
    ? `Gửi tiếp ${code} tới ${count.waiting} người chưa nhận; người đã nhận không nhận lại.${waits ? ` ${sayWaiting(waits)}` : ''}`
    : `${code} lại chờ đồng chí thứ hai đồng ý gửi.`
}

/** A line of the ledger, and the name of whom it went to. */
export type SentLine = { readonly entry: LedgerEntry; readonly name: string }

const STATES: Record<PartState, string> = {
  pending: 'chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  uncertain: 'không chắc đã tới',
  rejected: 'chưa tới được',
  cancelled: 'đã hủy trước khi gửi',
}
const CAUSE_NAMES: Record<Cause, string> = {
  reply: 'trả lời',
  reminder: 'tin nhắc việc',
  announcement: 'thông báo',
  digest: 'tin tổng hợp',
  notice: 'tin về hồ sơ, công việc',
}

/** A notice that some of a unit's people have still to get. */
export type WaitedFor = {
  readonly announcement: Pick<Announcement, 'code'>
  readonly people: number
  readonly waits: Waiting
}

/** What a unit was sent unasked lately, and what it will be sent. */
export function saySentTo(
  unit: string,
  { lines, waiting }: { lines: readonly SentLine[]; waiting: readonly WaitedFor[] },
): string {
  const more = waiting.length - MOST_WAITING
  return [
    sayLines(unit, lines),
    ...waiting.slice(0, MOST_WAITING).map(sayWaitedFor),
    ...(more > 0 ? [`Và ${more} thông báo khác đang chờ.`] : []),
  ].join('\n')
}

function sayWaitedFor({ announcement: { code }, people, waits }: WaitedFor): string {
  return `${code} chờ gửi tới ${people} người. ${sayWaiting(waits)}`
}

function sayLines(unit: string, lines: readonly SentLine[]): string {
  if (lines.length === 0) return `Trợ lý chưa tự gửi tin nào cho ${unit}.`
  const list = lines.map(
    ({ entry, name }) =>
      `• ${sayMoment(entry.queuedAt)}: ${CAUSE_NAMES[entry.cause]} tới ${name} (${CHANNEL_NAMES[entry.channel]}), ${stateOf(entry)}`,
  )
  return `Các tin gần nhất Trợ lý tự gửi cho ${unit}:\n${list.join('\n')}`
}

/** What waits for the next month is told as that. */
function stateOf({ state, failure }: LedgerEntry): string {
  return state === 'pending' && failure === PUT_OFF
    ? 'chờ sang tháng sau vì bot gần hết hạn mức tin'
    : STATES[state]
}
