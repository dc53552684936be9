import { Temporal } from 'temporal-polyfill'
import type { Announcement, AttachedPaper } from '../../core/announcement/announcement.ts'
import type { Preview } from '../../core/announcement/draft-announcement.ts'
import type { Progress } from '../../core/announcement/standing.ts'
import type { ChannelName } from '../../core/delivery/channel.ts'
import type { Cause, LedgerEntry, PartState } from '../../core/delivery/outbox-store.ts'
import type { Notice } from '../../core/notice.ts'
import type { Official } from '../../core/official/official.ts'
import { CHANNEL_NAMES, sayForecast } from './channels.ts'
import { sayDate, sayMoment, sayNumber } from './moments.ts'
import { sayPhotoState } from './notice-photos.ts'
import { sayName, shorten } from './people.ts'

type Told = Extract<Notice, { kind: 'announcement' }>

/** Names that are shown before the rest is counted. */
const MOST_NAMES = 7
const LONGEST_NAMES = 220
const MOST_UNITS = 4

/** A notice as each recipient reads it; `to` is who. */
export function sayAnnouncement(notice: Told, to: Official): string {
  const { text, campaign, paper, code } = notice
  const lines = [`Kính gửi ${sayName(to)}. ${opening(notice)}`, text]
  if (paper) lines.push(sayPaper(paper))
  const mute = notice.optional ? ' Không muốn nhận, nhắn "tắt tin tuyên truyền".' : ''
  lines.push(`— ${campaign.shortTitle} (${code}).${mute}`)
  return lines.join('\n')
}

function opening({ after, from }: Told): string {
  if (after?.kind === 'correction')
    return `Đính chính thông báo ${after.code} (${from}), nội dung sau thay cho tin đã gửi:`
  if (after?.kind === 'reminder')
    return `Trợ lý gửi lại thông báo ${after.code} (${from}) vì chưa nhận được xác nhận đã nắm:`
  return `Thông báo tuyên truyền (${from}):`
}

/** The paper that a notice brings, by number, day and summary, with where it lies. */
export function sayPaper({ number, on, summary, link, sha256 }: AttachedPaper): string {
  const day = on === undefined ? '' : ` ngày ${sayDate(Temporal.PlainDate.from(on))}`
  const about = summary === undefined ? '' : `, ${summary}`
  const where = link === undefined ? '' : ` Xem: ${link}`
  const digest = sha256 === undefined ? '' : ` (SHA-256: ${sha256})`
  return `Văn bản: ${number}${day}${about}.${where}${digest}`
}

/** Exactly what will go out, to how many and whom, when, and how to confirm. `minutes`: what the channels' pace allows. */
export function sayPreview(
  { announcement, recipients, unreachable, muted, photo, example, channels, budgets }: Preview,
  { pieces, minutes }: { pieces: readonly ShownPiece[]; minutes: number },
): string {
  const { sendAt, weekly, code } = announcement
  const when = sendAt ? `từ ${sayMoment(sendAt)}` : 'trong giờ hành chính'
  const by = channels.map(
    ({ channel, people, parts }) =>
      `${CHANNEL_NAMES[channel]} ${people} người × ${parts.length} tin`,
  )
  const lines = [
    `Xem trước ${code}, gửi ${when}${weekly ? ', hằng tuần' : ''}. Nguyên văn tin của một người nhận:`,
    ...pieces.flatMap((piece) => [
      `→ ${sayPieceHead(piece, example.to.name)}`,
      ...(piece.text === '' ? [] : [piece.text]),
    ]),
    `→ Người nhận: ${recipients.length}`,
    `Gồm: ${sayNames(recipients)}.`,
  ]
  if (unreachable.length > 0)
    lines.push(
      `Chưa nhận được tin (chưa đăng ký hoặc đã chặn): ${unreachable.length}: ${sayNames(unreachable)}.`,
    )
  if (muted > 0) lines.push(`Đã tắt tin tuyên truyền: ${muted}.`)
  if (photo) lines.push(sayPhotoState(photo, code))
  if (by.length > 0) lines.push(`${by.join(', ')}; khoảng ${minutes} phút.`)
  for (const { standing, more } of budgets) lines.push(sayForecast(standing, more))
  lines.push(`Nhắn "gửi ${recipients.length}" để xác nhận, hoặc "dừng".`)
  return lines.join('\n')
}

/** One message as it stands on the phone; `on`: the channels on which it looks like that. */
export type ShownPiece = {
  readonly on: readonly ChannelName[]
  /** A photo, with the text below it. */
  readonly photo: boolean
  readonly text: string
  readonly number: number
  readonly of: number
}

/** "Hoa, Zalo, tin 1/2, ảnh, 1.790 ký tự". */
function sayPieceHead({ on, photo, text, number, of }: ShownPiece, name: string): string {
  const channels = on.map((channel) => CHANNEL_NAMES[channel]).join(' và ')
  return [
    name,
    ...(channels === '' ? [] : [channels]),
    ...(of > 1 ? [`tin ${number}/${of}`] : []),
    ...(photo ? ['ảnh'] : []),
    ...(text === '' ? [] : [`${sayNumber(text.length)} ký tự`]),
  ].join(', ')
}

function sayNames(officials: readonly Official[]): string {
  const names = officials.slice(0, MOST_NAMES).map(({ name }) => name)
  const more = officials.length - names.length
  return `${shorten(names.join(', '), LONGEST_NAMES)}${more > 0 ? ` và ${more} người khác` : ''}`
}

/** The count that was typed is another one. */
export function sayOtherRecipients(recipients: number): string {
  return `Chưa gửi: bản xem trước có ${recipients} người nhận. Nhắn "gửi ${recipients}" để xác nhận, hoặc "dừng".`
}

/** It leaves, or waits for the second person. */
export function sayReleased(
  { code, sendAt }: Pick<Announcement, 'code' | 'sendAt'>,
  recipients: number,
  askedOf: readonly Official[],
): string {
  if (askedOf.length > 0)
    return `${code} chờ đồng chí thứ hai đồng ý gửi tới ${recipients} người. Đã xin ý kiến: ${sayNames(askedOf)}.`
  const when = sendAt
    ? `Tin đi từ ${sayMoment(sendAt)}, trong giờ làm việc.`
    : 'Ngoài giờ hành chính, tin chờ đến giờ làm việc kế tiếp.'
  return `Đã xếp lịch gửi ${code} tới ${recipients} người. ${when} Nhắn "${code}" để xem đã tới đâu, "dừng ${code}" để dừng.`
}

/** Another person is asked to release a notice. */
export function sayReleaseAsked(
  { content, author, recipients }: Extract<Notice, { kind: 'release-asked' }>,
  to: Official,
): string {
  return [
    `Kính gửi ${sayName(to)}. Đồng chí ${author.name} đề nghị gửi ${content.code} tới ${recipients} người. Xin ý kiến đồng chí về nội dung:`,
    `"${content.text.replaceAll('"', '”')}"`,
    ...(content.paper ? [sayPaper(content.paper)] : []),
  ].join('\n')
}

/** The author is told what the second person decided. */
export function sayReleaseDecided({
  code,
  by,
  released,
}: Extract<Notice, { kind: 'release-decided' }>): string {
  return released
    ? `Đồng chí ${by.name} đã đồng ý; ${code} đang được gửi.`
    : `Đồng chí ${by.name} đề nghị chưa gửi ${code}. Bản nháp vẫn được giữ; đồng chí trao đổi rồi soạn lại.`
}

/** To the second person. */
export function sayDecision(code: string, recipients: number | undefined): string {
  return recipients === undefined
    ? `Đã ghi nhận: chưa gửi ${code}. Người soạn được báo.`
    : `Đã đồng ý gửi ${code} tới ${recipients} người. Người soạn được báo.`
}

/** "Đã gửi 312/350, 290 đã nắm", with what did not arrive and why. */
export function sayProgress(progress: Progress): string {
  const { announcement, total, count, acknowledged, units } = progress
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

export function sayResumed({ announcement, count }: Progress): string {
  const { code, state } = announcement
  return state === 'released'
    ? `Gửi tiếp ${code} tới ${count.waiting} người chưa nhận; người đã nhận không nhận lại.`
    : `${code} lại chờ đồng chí thứ hai đồng ý gửi.`
}

export function sayAcknowledged(code: string): string {
  return `✅ Đã ghi nhận đồng chí đã nắm ${code}. Trân trọng cảm ơn đồng chí.`
}

/** Optional notices were switched off or on. */
export function sayMuted(muted: boolean): string {
  return muted
    ? 'Đã tắt tin tuyên truyền. Thông báo chính thức và tin nhắc việc vẫn gửi đồng chí. Nhắn "bật lại tin tuyên truyền" khi cần.'
    : 'Đã bật lại tin tuyên truyền. Trân trọng cảm ơn đồng chí.'
}

export function sayAnnouncements(announcements: readonly Announcement[]): string {
  if (announcements.length === 0) return 'Chưa có thông báo nào được gửi trong phong trào này.'
  const lines = announcements.map(({ code, text }) => `• ${code}: ${shorten(text, 200)}`)
  return `Thông báo gần đây:\n${lines.join('\n')}`
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

/** What a unit was sent unasked lately. */
export function saySentTo(unit: string, lines: readonly SentLine[]): string {
  if (lines.length === 0) return `Trợ lý chưa tự gửi tin nào cho ${unit}.`
  const list = lines.map(
    ({ entry, name }) =>
      `• ${sayMoment(entry.queuedAt)}: ${CAUSE_NAMES[entry.cause]} tới ${name} (${CHANNEL_NAMES[entry.channel]}), ${STATES[entry.state]}`,
  )
  return `Các tin gần nhất Trợ lý tự gửi cho ${unit}:\n${list.join('\n')}`
}

/** The names that might be meant where one is not clear. */
export function sayUnclearUnit(names: readonly string[]): string {
  return `Trợ lý chưa rõ đồng chí nêu đơn vị nào: ${names.join(', ')}. Đề nghị nhắn lại với tên đầy đủ, ví dụ "xã …".`
}

export const ASK_ANNOUNCEMENT_TEXT =
  'Đồng chí nhắn nội dung thông báo trong tin tiếp theo; Trợ lý cho xem trước rồi mới gửi.'
export const ASK_SENT_TO_WHICH = 'Đồng chí cho biết tên đơn vị, ví dụ "đã gửi gì cho xã …".'
export const ANNOUNCEMENT_KEPT = 'Đã dừng, thông báo không được gửi.'
