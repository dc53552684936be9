import type { Official } from '../../core/official/official.ts'
import type { Reminder, ReminderReason } from '../../core/reminder/reminder.ts'
import type { RehearsalSummary } from '../../core/reminder/rehearsal/summarize-rehearsal.ts'
import type { Rehearsal } from '../../core/reminder/rehearsal/rehearse-campaigns.ts'
import { sayDate, sayMoment, sayPeriod } from './moments.ts'
import { DEADLINE_TITLES } from './deadlines.ts'

/** Why somebody is reminded, as the office reads it; one without its words does not compile. */
const REASONS = {
  contact: 'đầu mối',
  head: 'thủ trưởng',
  office: 'cơ quan phụ trách',
  leader: 'lãnh đạo',
  deputy: 'người thay',
  promise: 'giờ đã hẹn',
  moved: 'hạn mới',
  nudge: 'cơ quan phụ trách nhắc riêng',
} as const satisfies Record<ReminderReason, string>

/** The widths are millimetres. */
export const COLUMNS = [
  { title: 'Thời điểm', width: 46 },
  { title: 'Cán bộ', width: 46 },
  { title: 'Mã', width: 20 },
  { title: 'Đơn vị', width: 50 },
  { title: 'Kênh', width: 40 },
  { title: 'Lý do', width: 90 },
  { title: 'Nội dung', width: 120 },
] as const

export function sayRehearsalTitle({ from, to }: Rehearsal): string {
  return `Diễn tập nhắc việc từ ${sayDate(from)} đến ${sayDate(to)}`
}

/** "báo cáo định kỳ 10/2025 · T-3 · đầu mối"; of a list, how many units it names; of no duty, that it is the office's digest. */
export function sayWhy(reminders: readonly Reminder[]): string {
  if (reminders.length === 0) return 'bản tổng hợp cho cơ quan phụ trách'
  const units = new Map<string, number>()
  for (const { duty, stage, reason } of reminders) {
    const { kind, subject } = duty.deadline
    const why = `${DEADLINE_TITLES[kind]} ${saySubject(kind, subject)} · ${stage} · ${REASONS[reason]}`
    units.set(why, (units.get(why) ?? 0) + 1)
  }
  return [...units].map(([why, count]) => (count > 1 ? `${why} (${count} đơn vị)` : why)).join('; ')
}

/** Why a group is told totals. */
export function sayOccasion(occasion: string): string {
  return occasion.startsWith('closed:') ? 'số liệu sau hạn báo cáo' : 'số liệu cuối tuần'
}

function saySubject(kind: Reminder['duty']['deadline']['kind'], subject: string): string {
  return kind === 'report' ? sayPeriod(subject) : subject
}

/** Every message, and every one that nobody would get, as cells. */
export function sayRehearsedRows({
  messages,
  missed,
  posts,
  units,
}: Rehearsal): readonly (readonly string[])[] {
  const sent = messages.map((message) => ({ ...message, channel: message.channel }))
  const lost = missed.map((message) => ({ ...message, channel: 'chưa liên hệ được', text: '' }))
  const toPeople = [...sent, ...lost].map(
    ({ at, official: { name, code, unitCode }, channel, reminders, text }) => ({
      at,
      cells: [
        ...[sayMoment(at), name, code, units.get(unitCode)?.name ?? unitCode],
        ...[channel, sayWhy(reminders), text],
      ],
    }),
  )
  const toGroups = posts.map(({ at, group, channel, occasion, text }) => ({
    at,
    cells: [
      sayMoment(at),
      `Nhóm ${group.number}`,
      '',
      group.cluster ?? '',
      channel,
      sayOccasion(occasion),
      text,
    ],
  }))
  return [...toPeople, ...toGroups]
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .map(({ cells }) => cells)
}

/** The whole rehearsal as lines on a screen. */
export function sayRehearsal(rehearsal: Rehearsal, summary: RehearsalSummary): readonly string[] {
  const { messages, missed, posts } = rehearsal
  const toGroups = posts.length === 0 ? '' : `, ${posts.length} tin số liệu cho nhóm`
  const { people, days, collisions, silent } = summary
  const over = days.filter(({ overBudget }) => overBudget.length > 0)
  return [
    `${sayRehearsalTitle(rehearsal)}: ${messages.length} tin tới ${people.length} người${toGroups} trong ${days.length} ngày; không gửi và không ghi gì.`,
    ...sayRehearsedRows(rehearsal).map((cells) => cells.slice(0, -1).join(' | ')),
    ...section(
      'Mỗi người',
      people.map(({ official, messages: count }) => `${sayPerson(official)}: ${count} tin`),
    ),
    ...section(
      'Mỗi ngày',
      days.map(({ on, messages: count }) => `${sayDate(on)}: ${count} tin`),
    ),
    ...section(
      'Nhiều việc gộp một tin',
      collisions.map(
        ({ at, official, duties }) => `${sayMoment(at)} · ${sayPerson(official)}: ${duties} việc`,
      ),
    ),
    ...section(
      `Sẽ không nhận được tin nào (${missed.length} tin), cần gọi điện hoặc phát mã đăng ký`,
      silent.map(
        ({ official, missed: count }) =>
          `${sayPerson(official)}: ${count} tin${official.phone ? ` · ${official.phone}` : ''}`,
      ),
    ),
    ...section(
      'Ngày vượt hạn mức tháng của kênh',
      over.map(({ on, overBudget }) => `${sayDate(on)}: ${overBudget.join(', ')}`),
    ),
  ]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)]
}

function sayPerson({ name, code, unitCode }: Official): string {
  return `${name} (${code}, ${unitCode})`
}
