import { Temporal } from 'temporal-polyfill'
import type { Announcement, AttachedPaper, Leaving } from '../../core/announcement/announcement.ts'
import type { Audience } from '../../core/announcement/audience.ts'
import type { Preview } from '../../core/announcement/draft-announcement.ts'
import type { ChannelName } from '../../core/delivery/channel.ts'
import type { Notice } from '../../core/notice.ts'
import type { Official } from '../../core/official/official.ts'
import type { Role } from '../../core/official/role.ts'
import { KIND_WORDS } from '../../core/unit/unit.ts'
import { sayRole } from './account.ts'
import { CHANNEL_NAMES, sayForecast } from './channels.ts'
import { sayDate, sayDay, sayMoment, sayNumber } from './moments.ts'
import { sayPhotoState } from './notice-photos.ts'
import { sayLeaving } from './notice-progress.ts'
import { sayName, shorten } from './people.ts'

type Told = Extract<Notice, { kind: 'announcement' }>

/** Names that are shown before the rest is counted. */
const MOST_NAMES = 7
const LONGEST_NAMES = 220

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
  {
    announcement,
    recipients,
    unreachable,
    muted,
    photo,
    named,
    example,
    channels,
    budgets,
  }: Preview,
  { pieces, minutes }: { pieces: readonly ShownPiece[]; minutes: number },
): string {
  const { sendAt, weekly, code, follows } = announcement
  const when = sendAt ? `từ ${sayMoment(sendAt)}` : 'trong giờ hành chính'
  const to = follows ? [] : [`Gửi tới: ${sayAudience(announcement.audience, named)}.`]
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
    ...to,
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
  lines.push(`Nhắn "gửi ${recipients.length}" để xác nhận, "thôi" để bỏ.`)
  return lines.join('\n')
}

/** "đầu mối các xã, thị trấn; trừ xã Mai Sao": whom the author's words were taken for. */
function sayAudience({ roles, kinds, clusters, owing }: Audience, named: Preview['named']): string {
  const who = (roles ?? []).map((role) => ROLE_NAMES[role] ?? sayRole(role))
  const units = [
    ...(kinds ?? []).map((kind) => `các ${KIND_WORDS[kind]}`),
    ...(clusters ?? []),
    ...named.to,
  ]
  const where = units.length > 0 ? units.join(', ') : 'phong trào'
  const only = owing === undefined ? '' : ', chỉ đơn vị chưa báo cáo'
  const without = named.except.length > 0 ? `; trừ ${named.except.join(', ')}` : ''
  return `${[...new Set(who)].join(', ') || 'mọi cán bộ'} của ${shorten(where, LONGEST_NAMES)}${only}${shorten(without, LONGEST_NAMES)}`
}

/** The council's members and secretary are told as one. */
const ROLE_NAMES: Partial<Record<Role, string>> = {
  contact: 'đầu mối',
  head: 'lãnh đạo',
  member: 'thành viên Hội đồng',
  secretary: 'thư ký Hội đồng',
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
  return `Chưa gửi: bản xem trước có ${recipients} người nhận. Nhắn "gửi ${recipients}" để xác nhận, "thôi" để bỏ.`
}

/** It leaves, or waits for the second person. */
export function sayReleased(
  { code, sendAt }: Pick<Announcement, 'code' | 'sendAt'>,
  recipients: number,
  { askedOf, leaves }: { askedOf: readonly Official[]; leaves: Leaving },
): string {
  if (askedOf.length > 0)
    return `${code} chờ đồng chí thứ hai đồng ý gửi tới ${recipients} người. Đã xin ý kiến: ${sayNames(askedOf)}.`
  const sooner =
    sendAt && leaves.because === 'appointed' ? `, "gửi ngay ${code}" để không chờ giờ hẹn` : ''
  return `Đã xếp lịch gửi ${code} tới ${recipients} người. ${sayLeaving(leaves)} Nhắn "${code}" để xem đã tới đâu, "dừng ${code}" để dừng${sooner}.`
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
  leaves,
}: Extract<Notice, { kind: 'release-decided' }>): string {
  return leaves
    ? `Đồng chí ${by.name} đã đồng ý gửi ${code}. ${sayLeaving(leaves)}`
    : `Đồng chí ${by.name} đề nghị chưa gửi ${code}. Bản nháp vẫn được giữ: nhắn "${code}" để xem và gửi lại, hoặc soạn thông báo khác.`
}

/** To the second person. */
export function sayDecision(
  code: string,
  released: { recipients: number; leaves: Leaving } | undefined,
): string {
  return released
    ? `Đã đồng ý gửi ${code} tới ${released.recipients} người. ${sayLeaving(released.leaves)} Người soạn được báo.`
    : `Đã ghi nhận: chưa gửi ${code}. Người soạn được báo.`
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

/** Words before the text that are nobody of the campaign. */
export function sayUnclearAudience(words: readonly string[]): string {
  const said = words.map((one) => `"${shorten(one, 60)}"`).join(', ')
  return `Chưa soạn: Trợ lý chưa rõ ${said} là đơn vị, cụm hay vai trò nào trong phong trào (chưa gửi riêng từng người). Đề nghị nhắn lại, nội dung đặt sau dấu hai chấm, ví dụ "gửi thông báo cho đầu mối các xã, trừ xã …: nội dung".`
}

/** An hour that there is not, a day that is over, a rhythm that is not kept. */
export function sayUnclearMoment(words: string): string {
  const said = /^\d{4}-\d\d-\d\d$/u.test(words) ? sayDay(Temporal.PlainDate.from(words)) : words
  return `Chưa soạn: Trợ lý chưa hẹn gửi được "${said}". Đề nghị nêu ngày giờ sắp tới, trong thời gian phong trào, ví dụ "gửi thông báo lúc 8h thứ Hai cho các xã: nội dung"; lặp lại thì chỉ "hằng tuần".`
}

/** The names that might be meant where one is not clear. */
export function sayUnclearUnit(names: readonly string[]): string {
  return `Trợ lý chưa rõ đồng chí nêu đơn vị nào: ${names.join(', ')}. Đề nghị nhắn lại với tên đầy đủ, ví dụ "xã …".`
}

export const ASK_ANNOUNCEMENT_TEXT =
  'Đồng chí nhắn nội dung thông báo trong tin tiếp theo; Trợ lý cho xem trước rồi mới gửi.'
export const ASK_SENT_TO_WHICH = 'Đồng chí cho biết tên đơn vị, ví dụ "đã gửi gì cho xã …".'
export const ANNOUNCEMENT_KEPT = 'Đã dừng, thông báo không được gửi.'
