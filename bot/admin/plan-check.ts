import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { WorkingCalendar } from '../../core/calendar/working-days.ts'
import {
  isWorkingDay,
  missingYears,
  workingDayOnOrBefore,
} from '../../core/calendar/working-days.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { DeadlineRule } from '../../core/duty/deadline-rule.ts'
import type { Span } from '../../core/duty/due-days.ts'
import { eventDay, spansOf } from '../../core/duty/due-days.ts'
import { readPlanFile } from '../../prisma/files/plan-file.ts'
import type { DeadlineReading } from '../language/deadline-wording/deadline-reading.ts'
import { readDeadline } from '../language/deadline-wording/read-deadline.ts'
import { valueOf } from '../shipped.ts'
import { sayDate, sayDay, sayPeriod } from '../texts/moments.ts'
import { sayDays, sayDoubt } from '../texts/wordings.ts'
import type { Command } from './command.ts'
import { fileOf, show } from './command.ts'
import { knownCalendar } from './known-calendar.ts'

/** A deadline of a plan: its days by the file, its words as the product reads them, and whether the two agree. */
export type CheckedDeadline = {
  readonly rule: DeadlineRule
  readonly spans: readonly Span[]
  readonly reading: DeadlineReading
  /** Unknown where the file or the words give no day. */
  readonly agrees: boolean | undefined
}

/** Reads a plan and loads nothing: every deadline as the product understands it, with both readings where there are two. */
export const campaignCheck: Command = {
  name: 'campaign check',
  takes: 'plan.yaml',
  does: 'xem trước mọi hạn của một kế hoạch như phần mềm hiểu, không nạp gì',
  run: async (office) => {
    const campaign = valueOf(await readPlanFile(fileOf(office, 'campaign check')))
    const calendar = await knownCalendar(office)
    const checked = campaign.deadlines.map((rule) => checkDeadline(rule, campaign, calendar))
    show(office, checked.map(asJson), () => [
      `${campaign.shortTitle} (${campaign.id}): ${checked.length} hạn.`,
      ...checked.flatMap((one) => asLines(one, calendar)),
    ])
  },
}

/** Compares the days that a plan's file gives a deadline with what its words say. */
export function checkDeadline(
  rule: DeadlineRule,
  campaign: Campaign,
  calendar: WorkingCalendar,
): CheckedDeadline {
  const { due } = rule
  const anchor = due.anchor === 'event' ? eventDay(campaign, due.event) : undefined
  const issuedOn = campaign.issuedOn ?? campaign.startsOn
  const context = { issuedOn, calendar, ...(anchor ? { anchor } : {}) }
  const reading = readDeadline(rule.wording, context)
  const spans = spansOf(rule, campaign, calendar)
  return { rule, spans, reading, agrees: agree(spans, reading) }
}

function agree(
  spans: readonly Span[],
  { from, to, time: _time }: DeadlineReading,
): boolean | undefined {
  const read = to ?? from
  if (spans.length === 0 || !read) return undefined
  return spans.some(
    ({ dueOn, opensOn }) => dueOn.equals(read) && (!from || !to || opensOn.equals(from)),
  )
}

function asJson({ rule, spans, reading, agrees }: CheckedDeadline): object {
  const { id, kind, wording, source, origin } = rule
  return {
    ...{ id, kind, wording, source, origin },
    days: spans.map(({ opensOn, dueOn, period }) => ({
      ...{ from: opensOn.toString(), to: dueOn.toString() },
      ...(period === undefined ? {} : { period }),
    })),
    reading: { from: reading.from?.toString() ?? null, to: reading.to?.toString() ?? null },
    agrees: agrees ?? null,
    ask: sayDoubt(reading) ?? null,
  }
}

function asLines(checked: CheckedDeadline, calendar: WorkingCalendar): readonly string[] {
  const { rule, reading, agrees } = checked
  const doubt = checked.spans.length > 0 ? sayDoubt(reading) : undefined
  const read = (reading.from ?? reading.to) ? sayDays(reading) : 'chưa rõ ngày'
  return [
    '',
    `${rule.id}: ${rule.title} (${rule.origin === 'plan' ? rule.source : `cơ quan đặt: ${rule.source}`})`,
    `  Lời văn: “${rule.wording}”`,
    `  Theo tệp: ${sayFiled(checked)}`,
    `  Theo lời văn: ${read}${agrees === false ? ' — KHÁC với tệp, cần kiểm tra' : ''}`,
    ...(doubt === undefined ? [] : [`  Cần hỏi lại: ${doubt}`]),
    ...notes(checked, calendar).map((note) => `  Lưu ý: ${note}`),
  ]
}

function sayFiled({ rule, spans }: CheckedDeadline): string {
  const { due, time } = rule
  if (due.anchor === 'case')
    return `${due.days} ${due.unit === 'working-day' ? 'ngày làm việc' : 'ngày'} kể từ ngày của từng hồ sơ`
  const [first, ...others] = spans
  if (!first) return 'chưa có ngày; cơ quan đặt sau (npm run admin -- deadline set)'
  const said = sayDays({ to: first.dueOn, ...(time ? { time } : {}) })
  if (due.anchor === 'calendar' && due.from && due.to)
    return sayDays({ from: first.opensOn, to: first.dueOn, ...(time ? { time } : {}) })
  if (first.period === undefined) return said
  return `${spans.length} lần: ${sayPeriod(first.period)} ${said}${others.map(({ period = '', dueOn }) => `; ${sayPeriod(period)}: ${sayDate(dueOn)}`).join('')}`
}

/** Days off on which deadlines fall, and years whose days off nobody has noted yet. */
function notes({ spans }: CheckedDeadline, calendar: WorkingCalendar): readonly string[] {
  const off = spans.filter(({ dueOn }) => !isWorkingDay(calendar, dueOn))
  const unknown = spans.flatMap(({ dueOn }) => missingYears(calendar, dueOn, dueOn))
  const moved = ({ dueOn }: { dueOn: LocalDate }) =>
    `${sayDay(dueOn)} là ngày nghỉ; sẽ nhắc gửi trong ${sayDay(workingDayOnOrBefore(calendar, dueOn))}.`
  return [
    ...off.map(moved),
    ...[...new Set(unknown)].map(
      (year) => `Chưa có lịch nghỉ năm ${year}: chỉ trừ thứ Bảy, Chủ nhật, cần kiểm tra.`,
    ),
  ]
}
