import { Temporal } from 'temporal-polyfill'
import type { Report, ReportContent } from '../../core/report/report.ts'
import { reportCode } from '../../core/report/report.ts'
import { findOwnReport } from '../../core/report/own-report.ts'
import { correctReport, reviseReport, undoRevision } from '../../core/report/revise-report.ts'
import { submitReport } from '../../core/report/submit-report.ts'
import { withdrawReport } from '../../core/report/withdraw-report.ts'
import type { DayOrInterval, Understanding } from '../language/understanding.ts'
import { sayPeriod } from '../texts/moments.ts'
import { shorten } from '../texts/people.ts'
import { sayCorrection, sayReceipt, sayReportList, sayRevision } from '../texts/reports.ts'
import { adoptOrphans } from './evidence.ts'
import type { Answer, Spoken } from './turn.ts'
import { choice, refused } from './turn.ts'

const YES = choice('yes', 'Đúng, rút')
const NO = choice('no', 'Không')

/** What was understood of a message, as a report keeps it. */
export function contentOf(understood: Understanding): ReportContent {
  const { text, report } = understood
  const { difficulties, initiative } = report
  return {
    text,
    items: report.items,
    dates: report.dates.map(toStored),
    places: report.places,
    contents: report.contents,
    ...(difficulties === undefined ? {} : { difficulties }),
    ...(initiative === undefined ? {} : { initiative }),
    nothingToReport: report.nothingToReport,
  }
}

function toStored(date: DayOrInterval): ReportContent['dates'][number] {
  if (date instanceof Temporal.PlainDate) return date.toString()
  return { from: date.from.toString(), to: date.to.toString() }
}

/** Stores the message as a report at once and reads it back; a bare "nộp báo cáo" gets an example instead. */
export async function report(turn: Spoken): Promise<Answer> {
  const { tx, official, unit, understood, sourceRef } = turn
  const content = contentOf(understood)
  if (saysNothing(content, understood)) return askForContent(turn)
  const { period } = understood.report
  const outcome = await submitReport(tx, {
    official,
    content,
    sourceRef,
    ...(period === undefined ? {} : { namedPeriod: period }),
  })
  if (!outcome.ok) return refused(outcome.refusal)
  const photos = await adoptOrphans(turn, outcome.value.report.id)
  return {
    what: `report:${outcome.value.report.code}`,
    text: sayReceipt(outcome.value, unit, photos.count),
    ...(photos.answered ? { answered: photos.answered } : {}),
  }
}

/** "Nộp báo cáo tháng 11" announces a report but is none yet. */
function saysNothing(content: ReportContent, { text }: Understanding): boolean {
  const words = text.trim().split(/\s+/u).length
  const { items, dates, places, contents, nothingToReport } = content
  const facts = items.length + places.length + contents.length + dates.length
  return !nothingToReport && facts === 0 && words <= 6
}

function askForContent(turn: Spoken): Answer {
  const period = turn.understood.report.period
  const which = period === undefined ? '' : ` ${sayPeriod(period)}`
  return {
    what: 'report-asked-for',
    text: `Đồng chí nhắn ngay nội dung báo cáo${which} bằng một câu. Ví dụ: "15/10 tổ chức 2 hội nghị tuyên truyền, 120 lượt người dự". Không có kết quả mới, nhắn "không phát sinh".`,
  }
}

/** The unit's newest reports, with their codes. */
export async function listReports(turn: Spoken): Promise<Answer> {
  const { tx, campaign, unit } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const reports = await tx.reports.list(campaign.id, { unitCode: unit.code, limit: 5 })
  return { what: 'reports-listed', text: sayReportList(unit, reports) }
}

/** "Nhầm, 25 chứ không phải 20", "sửa BC-0001: …". Without either, says how. */
export async function correct(turn: Spoken): Promise<Answer> {
  const { tx, official, understood } = turn
  const found = await findOwnReport(tx, official, understood.codes.report)
  if (!found.ok) return refused(found.refusal)
  const target = found.value
  const { correction } = understood
  if (correction) return correctOneFigure(turn, target, correction)
  if (!restates(understood)) return sayHowToCorrect(target)
  const content = contentOf({ ...understood, text: withoutCommand(understood.text) })
  const { before, after } = await reviseReport(tx, {
    official,
    report: target,
    content,
    why: 'corrected',
  })
  return { what: `corrected:${after.code}`, text: sayRevision(before, after) }
}

/** "sửa BC-0001: 3 hội nghị, 150 người" says the whole again. */
function restates({ report: { items, contents, nothingToReport } }: Understanding): boolean {
  return items.length > 0 || contents.length > 0 || nothingToReport
}

function withoutCommand(text: string): string {
  return (
    text.replace(
      /^\s*(?:xin\s+|đề nghị\s+|de nghi\s+)?(?:chỉnh\s+|chinh\s+)?s(?:ử|u|ửa|ua)a?\s+(?:lại\s+|lai\s+)?(?:báo cáo\s+|bao cao\s+|bc[\s-]*)?\d*\s*[:,]?\s*/iu,
      '',
    ) || text
  )
}

async function correctOneFigure(
  turn: Spoken,
  target: Report,
  correction: { from?: number; to: number },
): Promise<Answer> {
  const { tx, official } = turn
  const outcome = await correctReport(tx, { official, report: target, ...correction })
  if (outcome.ok)
    return {
      what: `corrected:${target.code}`,
      text: sayCorrection(outcome.value.after, outcome.value.correction),
    }
  if (outcome.refusal.reason !== 'figure-ambiguous') return refused(outcome.refusal)
  const { labels } = outcome.refusal
  return {
    what: 'correction-unclear',
    text: `${target.code}: sửa số nào thành ${correction.to}?`,
    ask: {
      topic: {
        kind: 'correct-figure',
        reportId: target.id,
        to: correction.to,
        ...(correction.from === undefined ? {} : { from: correction.from }),
      },
      options: labels.slice(0, 7).map((label) => choice(label, label)),
    },
  }
}

function sayHowToCorrect(target: Report): Answer {
  return {
    what: 'correction-asked-for',
    text: `${target.code}: "${shorten(target.content.text, 100)}"\nĐồng chí nhắn chỗ cần sửa, ví dụ "nhầm, 25 chứ không phải 20" hoặc "sửa ${target.code}: …" kèm nội dung đúng.`,
  }
}

/** "Hoàn tác": the version before the last correction. */
export async function undo(turn: Spoken): Promise<Answer> {
  const { tx, official, understood } = turn
  const found = await findOwnReport(tx, official, understood.codes.report)
  if (!found.ok) return refused(found.refusal)
  const outcome = await undoRevision(tx, official, found.value)
  if (!outcome.ok) return refused(outcome.refusal)
  const { before, after } = outcome.value
  return { what: `undone:${after.code}`, text: sayRevision(before, after) }
}

/** Withdrawing wants an explicit yes. Here "bc 1" can only be a code, where elsewhere it may count reports. */
export async function askToWithdraw(turn: Spoken): Promise<Answer> {
  const { understood, text } = turn
  const number = /(?:bc|báo cáo|bao cao)\s*(?:số\s*|so\s*)?(\d{1,6})\b/iu.exec(text)?.[1]
  const named =
    understood.codes.report ?? (number === undefined ? undefined : reportCode(Number(number)))
  const found = await findOwnReport(turn.tx, turn.official, named)
  if (!found.ok) return refused(found.refusal)
  const { id, code, content } = found.value
  return {
    what: 'withdrawal-asked',
    text: `Rút ${code} ("${shorten(content.text, 80)}")?`,
    ask: { topic: { kind: 'withdraw-report', reportId: id }, options: [YES, NO] },
  }
}

export async function withdraw(turn: Spoken, reportId: string): Promise<Answer> {
  const outcome = await withdrawReport(turn.tx, turn.official, reportId)
  if (!outcome.ok) return refused(outcome.refusal)
  const { code, period } = outcome.value
  return {
    what: `withdrawn:${code}`,
    text: `Đã rút ${code} (${sayPeriod(period)}). Nội dung cũ vẫn được lưu trong lịch sử.`,
  }
}
