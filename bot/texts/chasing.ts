import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { LostContact, Loss } from '../../core/chasing/list-lost-contacts.ts'
import type { SilentUnit, Standing } from '../../core/chasing/standing.ts'
import type { NudgePlan } from '../../core/chasing/plan-nudges.ts'
import type { Silence } from '../../core/chasing/silence.ts'
import type { Digest } from '../../core/notice.ts'
import type { Official } from '../../core/official/official.ts'
import { sayDue, sayDuty } from './duties.ts'
import { sayDate, sayMoment, sayNear } from './moments.ts'
import { STATE_NAMES } from './nomination-words.ts'
import { capitalise, sayName } from './people.ts'

/** Up to so many units stand one in a line; more are grouped by what can be done about them. */
const MOST_LINES = 7

/** Why a unit is silent, in a few words, for the office. */
export function saySilence(silence: Silence, today: LocalDate): string {
  switch (silence.why) {
    case 'extended':
      return `được gia hạn đến ${sayMoment(silence.to)}`
    case 'promised':
      return `đã hẹn ${sayNear(silence.at, today)}`
    case 'promise-passed':
      return `đã hẹn ${sayNear(silence.at, today)}, chưa nhận được`
    case 'on-leave':
      return `nghỉ đến ${sayDate(silence.until)}, ${silence.deputy ? `${sayName(silence.deputy)} thay` : 'chưa rõ ai thay'}`
    case 'drafting':
      return 'đang soạn, chưa đủ thông tin'
    case 'never-linked':
      return 'chưa đăng ký với Trợ lý'
    case 'unreachable':
      return 'không nhận được tin (đã chặn hoặc rời đi)'
    case 'unanswered':
      return `đã gửi tin ${sayNear(silence.since, today)}, chưa trả lời`
    case 'not-asked':
      return 'chưa nhắc'
  }
}

/** The same without a moment, at the head of a group of units or beside their number. */
const GROUPS: Record<Silence['why'], string> = {
  promised: 'đã hẹn',
  'promise-passed': 'đã qua giờ hẹn',
  extended: 'được gia hạn',
  'on-leave': 'đang nghỉ phép',
  drafting: 'đang soạn, chưa đủ thông tin',
  unanswered: 'đã gửi tin, chưa trả lời',
  'not-asked': 'chưa nhắc',
  unreachable: 'không nhận được tin',
  'never-linked': 'chưa đăng ký',
}

/** Units by the reason of their silence, in the order in which the office can act on them. */
function bySilence(silent: readonly SilentUnit[]): readonly [string, readonly SilentUnit[]][] {
  return Object.entries(GROUPS).flatMap(([why, heading]) => {
    const units = silent.filter(({ silence }) => silence.why === why)
    return units.length === 0 ? [] : [[heading, units] as const]
  })
}

/** Answer to "ai chưa nộp". Telephone numbers stand there for the office only. */
export function sayStanding(
  { campaign, deadline, total, done, silent }: Standing,
  { today, phones }: { today: LocalDate; phones: boolean },
): string {
  const head = `${capitalise(sayDuty(deadline, campaign))} (${sayDue(deadline)}): ${done}/${total} đơn vị đã xong`
  if (silent.length === 0) return `${head}. Trân trọng cảm ơn các đơn vị.`
  const lines =
    silent.length > MOST_LINES
      ? bySilence(silent).map(([heading, units]) => sayGroup(heading, units))
      : silent.map((unit) => `• ${saySilentUnit(unit, today)}${phones ? sayPhone(unit) : ''}`)
  return [`${head}; chưa nhận được ${silent.length}:`, ...lines].join('\n')
}

function sayGroup(heading: string, units: readonly SilentUnit[]): string {
  return `• ${capitalise(heading)} (${units.length}): ${units.map(({ unit }) => unit.name).join(', ')}.`
}

function saySilentUnit({ unit, silence }: SilentUnit, today: LocalDate): string {
  return `${unit.name}: ${saySilence(silence, today)}`
}

function sayPhone({ people }: SilentUnit): string {
  const first = people.map(({ official }) => official).find(({ phone }) => phone !== undefined)
  return first ? ` · ${sayCallee(first)}` : ''
}

function sayCallee(official: Official): string {
  return `${sayName(official)} ${official.phone ?? ''}`
}

/** Answer to "tiến độ xã Quan Sơn". */
export function sayUnitStanding(
  { campaign, deadline, silent }: Standing,
  unit: { code: string; name: string },
  { today, phones }: { today: LocalDate; phones: boolean },
): string {
  const what = `${sayDuty(deadline, campaign)} (${sayDue(deadline)})`
  const line = silent.find((one) => one.unit.code === unit.code)
  if (!line) return `${capitalise(unit.name)}: ✅ đã có ${what}.`
  return `${capitalise(unit.name)}: chưa nhận được ${what}; ${saySilence(line.silence, today)}${phones ? sayPhone(line) : ''}.`
}

/** The office's digest: done, not done and why, what waits. */
export function sayDigest(digest: Digest, to: Official): string {
  const { campaign, standings, dossiers, waiting, today, head } = digest
  const lines = [
    `Kính gửi ${sayName(to)}. Tổng hợp ngày ${sayDate(today)}, ${campaign.shortTitle}:`,
    ...standings.map(sayStandingLine),
  ]
  const moving = dossiers.map(({ state, count }) => `${count} ${STATE_NAMES[state]}`)
  if (moving.length > 0) lines.push(`• Hồ sơ khen thưởng: ${moving.join(', ')}.`)
  if (waiting > 0) lines.push(`• Tin nhắn chờ cán bộ xem: ${waiting}.`)
  if (standings.some(({ silent }) => silent.length > 0))
    lines.push('Nhắn "ai chưa nộp" để xem từng đơn vị và số điện thoại.')
  if (head)
    lines.push(
      `Nhật ký đến sự kiện ${head.position}, mã băm (đề nghị lưu để đối chiếu): ${head.hash}`,
    )
  return lines.join('\n')
}

function sayStandingLine({ campaign, deadline, total, done, silent }: Standing): string {
  const head = `• ${capitalise(sayDuty(deadline, campaign))}, ${sayDue(deadline)}: ${done}/${total} đơn vị đã xong`
  const why = bySilence(silent).map(([heading, units]) => `${units.length} ${heading}`)
  return why.length === 0 ? `${head}.` : `${head}; còn lại: ${why.join('; ')}.`
}

/** More previews than this stand there by name only: the words are the same. */
const MOST_PREVIEWS = 3

export function sayNudgeTargets(count: number): string {
  return `Nhắc riêng ${count} đơn vị cần nhắc`
}

/** Exactly what each will receive and when, and how to confirm. */
export function sayNudgePreview(plan: NudgePlan, today: LocalDate): string {
  const { nudges, left } = plan
  const shown = nudges.slice(0, MOST_PREVIEWS).map((nudge) => {
    const words = nudge.message.kind === 'text' ? nudge.message.text : ''
    return `→ ${sayAddressee(nudge)}, ${sayNear(nudge.dueAt, today)}:\n${words}`
  })
  const others = nudges.slice(MOST_PREVIEWS)
  const more =
    others.length === 0
      ? []
      : [
          `→ Cùng nội dung, đúng tên và đơn vị của từng người: ${others.map((nudge) => `${sayAddressee(nudge)} ${sayNear(nudge.dueAt, today)}`).join('; ')}.`,
        ]
  return [
    ...shown,
    ...more,
    ...(left.length === 0 ? [] : [sayLeft(left, today)]),
    `Gửi ${nudges.length} tin? Nhắn "gửi ${nudges.length}" để xác nhận.`,
  ].join('\n')
}

/** Who is left out and why: each unit, or, of many, how many for each reason. */
function sayLeft(left: readonly SilentUnit[], today: LocalDate): string {
  if (left.length > MOST_LINES) {
    const counts = bySilence(left).map(([heading, units]) => `${units.length} ${heading}`)
    return `Không nhắc ${left.length} đơn vị: ${counts.join('; ')}.`
  }
  const each = left.map(({ unit, silence }) => `${unit.name} (${saySilence(silence, today)})`)
  return `Không nhắc: ${each.join('; ')}.`
}

function sayAddressee({ to, unit }: NudgePlan['nudges'][number]): string {
  return `${sayName(to)} (${unit.name})`
}

/** What was queued, by the moment at which it leaves. */
export function sayNudgesQueued({ nudges }: NudgePlan, today: LocalDate): string {
  const moments = new Map<string, number>()
  for (const { dueAt } of nudges) {
    const moment = sayNear(dueAt, today)
    moments.set(moment, (moments.get(moment) ?? 0) + 1)
  }
  const when = [...moments].map(([moment, count]) => `${count} tin lúc ${moment}`).join(', ')
  if (when === '') return 'Các đơn vị đã xong trong lúc chờ; không có tin nào phải gửi.'
  return `Đã xếp lịch ${when}. Đơn vị nào nộp trước giờ đó, tin tự hủy.`
}

export function sayOtherCount(count: number): string {
  return `Chưa gửi: bản xem trước có ${count} tin. Nhắn "gửi ${count}" để xác nhận, hoặc "dừng".`
}

/** Why a nudge would reach nobody, and what to do instead. */
export function sayNobodyToNudge(left: readonly SilentUnit[], today: LocalDate): string {
  if (left.length === 0) return 'Các đơn vị này đã xong; không có ai cần nhắc. Trân trọng cảm ơn.'
  const list = left.map((one) => `• ${saySilentUnit(one, today)}${sayPhone(one)}`)
  return `Không có ai nhắc được qua Trợ lý; đề nghị gọi điện hoặc chờ theo hẹn:\n${list.join('\n')}`
}

/** What is wrong with a contact, and what may mend it. */
const LOSSES: Record<Loss, string> = {
  'no-contact': 'chưa có cán bộ đầu mối; đề nghị bổ sung vào danh sách cán bộ',
  'never-linked': 'chưa đăng ký; đề nghị giao lại mã đăng ký',
  blocked: 'đã chặn hoặc tắt trò chuyện; đề nghị gọi điện nhờ mở lại, nhắn một tin bất kỳ',
  undelivered: 'tin chưa tới được nhiều giờ qua; đề nghị gọi điện',
  left: 'tài khoản không còn; đề nghị cấp mã mới cho tài khoản đang dùng',
}

/** "Ai không liên lạc được": by reason, with what may mend it; telephone numbers where the list has them. */
export function sayLostContacts(lost: readonly LostContact[]): string {
  if (lost.length === 0)
    return 'Trợ lý nhắn được cho đầu mối của tất cả các đơn vị. Trân trọng cảm ơn.'
  const groups = Object.entries(LOSSES).flatMap(([loss, advice]) => {
    const own = lost.filter((one) => one.loss === loss)
    if (own.length === 0) return []
    return `• ${capitalise(advice)} (${own.length}): ${own.map(sayLostContact).join(', ')}.`
  })
  return [`Chưa liên lạc được ${lost.length} đầu mối:`, ...groups].join('\n')
}

function sayLostContact({ unit, official }: LostContact): string {
  if (!official) return unit.name
  const phone = official.phone === undefined ? '' : ` ${official.phone}`
  return `${unit.name} (${sayName(official)}${phone})`
}

/** Beside the list of silent units as a file. */
export function saySilentUnitsFile({ campaign, deadline, silent }: Standing): string {
  return `Danh sách ${silent.length} đơn vị chưa có ${sayDuty(deadline, campaign)}, kèm lý do và số điện thoại; chỉ dùng trong cơ quan phụ trách. Cần nhắc hoặc soạn công văn, xin hỏi lại để chọn tiếp.`
}

/** What the PIN sends. */
export function saySending(count: number): string {
  return `Gửi ${count} tin nhắc vừa xem.`
}
