import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Answerable } from '../../core/chasing/silence.ts'
import type { Standing } from '../../core/chasing/standing.ts'
import type { ChannelName } from '../../core/delivery/channel.ts'
import type { NominationState } from '../../core/nomination/nomination.ts'
import type { Registrations } from '../../core/official/read-registration.ts'
import type { ContentSummary, Total } from '../../core/progress/summary.ts'
import type { PeriodSummary } from '../../core/progress/summarize-period.ts'
import type { Report } from '../../core/report/report.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayRole } from './account.ts'
import { sayDue, sayDuty } from './duties.ts'
import { sayPeriod } from './moments.ts'
import { STATE_NAMES } from './nomination-words.ts'
import { capitalise, shorten } from './people.ts'
import { sayFigure, sayGist } from './reports.ts'

/** Of so many reports the codes stand there; of more only their number. */
const MOST_CODES = 3
/** Beside more units than these no codes stand: the list would not go into one message. */
const MOST_WITH_CODES = 12
/** So many totals of one content stand on a phone; the paper has all. */
const MOST_TOTALS = 8

export type Reported = {
  readonly standing: Pick<Standing, 'campaign' | 'deadline' | 'total'>
  readonly done: readonly { readonly unit: Pick<Unit, 'name'>; readonly codes: readonly string[] }[]
}

/** Answer to "xã nào nộp rồi". */
export function sayReported({ standing, done }: Reported): string {
  const { campaign, deadline, total } = standing
  const what = `${sayDuty(deadline, campaign)} (${sayDue(deadline)})`
  if (done.length === 0) return `Chưa có đơn vị nào trong ${total} đơn vị xong ${what}.`
  const isShort = done.length <= MOST_WITH_CODES
  const list = done.map(({ unit, codes }) => unit.name + (isShort ? sayCodes(codes) : ''))
  const rest = total - done.length
  const more = rest === 0 ? '' : `\nCòn ${rest} đơn vị: nhắn "ai chưa nộp".`
  return `${capitalise(what)}: ${done.length}/${total} đơn vị đã xong: ${list.join(', ')}.${more}`
}

function sayCodes(codes: readonly string[]): string {
  if (codes.length === 0) return ''
  return codes.length > MOST_CODES ? ` (${codes.length} báo cáo)` : ` (${codes.join(', ')})`
}

/** Answer to "xã nào chưa đăng ký". */
export function sayRegistrations({ registered, missing }: Registrations): string {
  const total = registered.length + missing.length
  if (missing.length === 0) return `Cả ${total} đơn vị đã có người đăng ký.`
  const names = missing.map(({ name }) => name).join(', ')
  return `Đã có người đăng ký: ${registered.length}/${total} đơn vị. Chưa có (${missing.length}): ${names}.\nSố điện thoại: nhắn "ai không liên lạc được". Mã đăng ký do quản trị cấp.`
}

/** Answer to "tổng hợp tháng 10": what was reported, content by content. */
export function sayResults(summary: PeriodSummary): string {
  const { period, total, silent, contents, nothingToReport } = summary
  const reported = `${total - silent.length}/${total} đơn vị đã báo cáo`
  if (contents.length === 0) return `Chưa có kết quả nào của ${sayPeriod(period)} (${reported}).`
  return [
    `Kết quả ${sayPeriod(period)} (${reported}):`,
    ...contents.map(sayContent),
    nothingToReport.length === 0 ? '' : `• Không phát sinh: ${nothingToReport.length} đơn vị.`,
    `Bản đầy đủ để trình: nhắn "xuất báo cáo tổng hợp ${sayPeriod(period)}".`,
  ]
    .filter(Boolean)
    .join('\n')
}

function sayContent({ content, totals, codes }: ContentSummary): string {
  const name = content
    ? `Nội dung ${content.number}, ${shorten(content.title, 60)}`
    : 'Nhiều nội dung hoặc chưa rõ nội dung'
  const shown = totals.slice(0, MOST_TOTALS).map(sayTotal)
  const more =
    totals.length > MOST_TOTALS ? ` · và ${totals.length - MOST_TOTALS} số liệu khác` : ''
  const figures = shown.length === 0 ? 'chưa có số liệu' : `${shown.join(' · ')}${more}`
  return `• ${name}${sayCodes(codes)}: ${figures}.`
}

function sayTotal({ codes: _, ...total }: Total): string {
  return sayFigure(total)
}

export type ContentReports = {
  readonly content: { readonly number: number; readonly title: string }
  readonly period: string
  readonly reports: readonly { readonly unit: Pick<Unit, 'name'>; readonly report: Report }[]
}

/** Answer to "nội dung 1 có những xã nào làm". */
export function sayContentReports({ content, period, reports }: ContentReports): string {
  const what = `Nội dung ${content.number} (${shorten(content.title, 70)}), ${sayPeriod(period)}`
  if (reports.length === 0) return `${what}: chưa có báo cáo nào.`
  const units = new Set(reports.map(({ unit }) => unit.name)).size
  const lines = reports.map(
    ({ unit, report }) =>
      `• ${unit.name} (${report.code}): ${shorten(sayGist(report.content), 70)}`,
  )
  return [`${what}: ${units} đơn vị, ${reports.length} báo cáo.`, ...lines].join('\n')
}

/** Answer to "thống kê hồ sơ khen thưởng"; drafts belong to their units and are not counted. */
export function sayDossierCounts(
  counts: readonly { readonly state: NominationState; readonly count: number }[],
): string {
  const seen = counts.filter(({ state }) => state !== 'draft' && state !== 'awaiting-endorsement')
  const total = seen.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return 'Chưa có hồ sơ đề nghị khen thưởng nào được trình.'
  const counted = seen.map(({ state, count }) => `${count} ${STATE_NAMES[state]}`)
  return `Hồ sơ đề nghị khen thưởng: ${total}, gồm ${counted.join(', ')}.`
}

const CHANNEL_NAMES: Record<ChannelName, string> = { zalo: 'Zalo', telegram: 'Telegram' }

/** Answer to "số điện thoại xã Mai Sao": who answers for the unit, and how to reach each. */
export function sayUnitPeople(unit: Pick<Unit, 'name'>, people: readonly Answerable[]): string {
  if (people.length === 0)
    return `${capitalise(unit.name)}: danh sách chưa có cán bộ đầu mối, người đứng đầu. Đề nghị quản trị bổ sung.`
  const lines = people.map(({ official, accounts }) => {
    const roles = official.roles.filter((one) => one === 'contact' || one === 'head').map(sayRole)
    const who = [official.name, official.position, ...roles].join(', ')
    const on = [...new Set(accounts.map(({ channel }) => CHANNEL_NAMES[channel]))].join(', ')
    const reached = on === '' ? 'chưa đăng ký với Trợ lý' : `đã đăng ký ${on}`
    const phone = official.phone ?? 'chưa có số điện thoại'
    return `• ${who}: ${phone} · ${reached}`
  })
  return [`${capitalise(unit.name)}:`, ...lines].join('\n')
}

/** Answer to "đổi số điện thoại xã Mai Sao": who keeps the roster, and how. */
export function sayRoster(campaign: Pick<Campaign, 'office'>): string {
  return `Danh sách cán bộ của phong trào do quản trị hệ thống của ${campaign.office.name} cập nhật từ tệp (thêm người, đổi số, chuyển công tác). Người sắp nghỉ hay chuyển việc cũng có thể tự nhắn: "bàn giao cho chị Hoa".`
}
