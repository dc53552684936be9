import { Temporal } from 'temporal-polyfill'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type {
  Correction,
  Figure,
  Report,
  ReportContent,
  ReportedDate,
} from '../../core/report/report.ts'
import type { Submission } from '../../core/report/submit-report.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayDate, sayNumber, sayPeriod } from './moments.ts'
import { shorten } from './people.ts'

/** "khoảng 20 suất quà", "12/12 ý kiến cử tri", "180.000.000 đồng". */
export function sayFigure(figure: Figure): string {
  const quantity = sayNumber(figure.quantity)
  const ratio = figure.of === undefined ? quantity : `${quantity}/${sayNumber(figure.of)}`
  const label = figure.measure === 'money' ? 'đồng' : figure.label
  return `${figure.approx ? 'khoảng ' : ''}${ratio} ${label}`.trim()
}

/** "24/11/2026", "20/11/2026–24/11/2026". */
export function sayReportedDate(date: ReportedDate): string {
  const say = (iso: string): string => sayDate(Temporal.PlainDate.from(iso))
  return typeof date === 'string' ? say(date) : `${say(date.from)}–${say(date.to)}`
}

function sayContents(report: Report, campaign: Campaign): string {
  return report.content.contents
    .map((number) => campaign.contents.find((content) => content.number === number))
    .flatMap((content) => (content ? [`${content.number}. ${content.title}`] : []))
    .join('; ')
}

/** Where and when, and what was sent along; empty where nothing of that was said. */
function sayCircumstances({ places, dates }: ReportContent, photos: number): string {
  const parts = [
    places.length > 0 ? `Nơi: ${shorten(places.join(', '), 60)}` : '',
    dates.length > 0 ? `Ngày: ${shorten(dates.map(sayReportedDate).join(', '), 50)}` : '',
    photos > 0 ? `${photos} ảnh` : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

/** The receipt: what was stored, read back in at most six lines, with who sees it and how to mend it. */
export function sayReceipt(submission: Submission, unit: Unit, photos: number): string {
  const { report, campaign } = submission
  const { content } = report
  const late = submission.afterEnd
    ? `, sau khi phong trào kết thúc (${sayDate(campaign.endsOn)})`
    : report.late
      ? ', sau hạn'
      : ''
  const head = `✅ Đã ghi nhận ${report.code}, ${unit.name}, ${sayPeriod(report.period)}${late}`
  const seenBy = `${campaign.office.name} thấy báo cáo này. Sai chỗ nào, nhắn "sửa …"; ảnh gửi tiếp ngay dưới đây.`
  if (content.nothingToReport) return `${head}\nNội dung: không phát sinh.\n${seenBy}`
  const results = content.items.map(sayFigure).join(' · ')
  const contents = sayContents(report, campaign)
  const lines = [
    head,
    results ? `Kết quả: ${shorten(results, 160)}` : `Nội dung: ${shorten(content.text, 160)}`,
    sayCircumstances(content, photos),
    contents ? `Thuộc nội dung ${shorten(contents, 110)}` : '',
    seenBy,
  ]
  return lines.filter(Boolean).join('\n')
}

/** Said once, to somebody who was led through it. */
export const FIRST_REPORT = 'Đồng chí đã hoàn thành báo cáo đầu tiên. Trân trọng cảm ơn.'

/** The short receipt for what followed a report within seconds. */
export function sayAddition({ code, version }: Report, added: ReportContent): string {
  const facts = [
    added.items.map(sayFigure).join(' · '),
    added.places.join(', '),
    added.dates.map(sayReportedDate).join(', '),
    added.difficulties === undefined ? '' : `khó khăn: ${added.difficulties}`,
  ].filter(Boolean)
  const gist = facts.length > 0 ? facts.join(' · ') : added.text
  return `Đã bổ sung ${code} (bản ${version}): ${shorten(gist, 160)}.`
}

/** Asked to correct without being told what. */
export function sayHowToCorrect({ code, content }: Report): string {
  return `${code}: "${shorten(content.text, 100)}"\nĐồng chí nhắn chỗ cần sửa, ví dụ "nhầm, 25 chứ không phải 20" hoặc "sửa ${code}: …" kèm nội dung đúng. Bỏ cả báo cáo, nhắn "rút ${code}".`
}

/** "báo cáo của tôi". */
export function sayReportList(unit: Unit, reports: readonly Report[]): string {
  if (reports.length === 0)
    return `Chưa có báo cáo nào của ${unit.name}. Đồng chí nhắn một câu về việc đã làm là được.`
  const lines = reports.map((report) => {
    const state = report.state === 'withdrawn' ? ' (đã rút)' : report.late ? ' (sau hạn)' : ''
    return `${report.code} · ${sayPeriod(report.period)}${state}: ${shorten(sayGist(report.content), 70)}`
  })
  return `Báo cáo của ${unit.name}:\n${lines.join('\n')}\nSửa: "sửa ${reports[0]?.code ?? ''}: …" · Rút: "rút ${reports[0]?.code ?? ''}"`
}

/** What was reported for a unit that may be the reader's own no more; nothing of it is changed here. */
export function sayReportsOf(
  of: Pick<Unit, 'name' | 'validTo'>,
  reports: readonly Report[],
  heir?: Pick<Unit, 'name'>,
): string {
  const until = of.validTo ? ` đến hết ngày ${sayDate(of.validTo)}` : ''
  const now = heir ? ` (nay thuộc ${heir.name})` : ''
  const whose = `${shorten(of.name, 90)}${now}`
  const [first] = reports
  if (!first) return `Chưa có báo cáo nào của ${whose}${until}.`
  const lines = reports.map(
    ({ code, period, state, content }) =>
      `${code} · ${sayPeriod(period)}${state === 'withdrawn' ? ' (đã rút)' : ''}: ${shorten(sayGist(content), 50)}`,
  )
  return `Báo cáo của ${whose}:\n${lines.join('\n')}\nXem cả bài: nhắn "xem ${first.code}".`
}

/** One report as it stands, with its unit. */
export function sayWholeReport(report: Report, unit: Pick<Unit, 'name'>): string {
  const { code, period, version, late, state, content } = report
  const standing = `${late ? ', sau hạn' : ''}${state === 'withdrawn' ? ', đã rút' : ''}`
  const results = content.items.map(sayFigure).join(' · ')
  return [
    `${code}, ${unit.name}, ${sayPeriod(period)} (bản ${version}${standing})`,
    `Nội dung: ${content.nothingToReport ? 'không phát sinh' : shorten(content.text, 900)}`,
    results ? `Kết quả: ${shorten(results, 90)}` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

export function sayCorrection(report: Report, correction: Correction): string {
  const { label, from, to, wasApprox } = correction
  const old = `${wasApprox ? 'khoảng ' : ''}${sayNumber(from)}`
  return `Đã sửa ${report.code}: ${label} ${old} → ${sayNumber(to)}. Bản cũ vẫn được lưu. Không đúng, nhắn "hoàn tác".`
}

/** What counts of a report: its figures as they stand now; its words where it has none. */
export function sayGist({ nothingToReport, items, text }: ReportContent): string {
  if (nothingToReport) return 'không phát sinh'
  return items.length > 0 ? items.map(sayFigure).join(' · ') : text
}

/** After a whole report was replaced: by "sửa BC-…: …", by an edit of the message, or by undoing. */
export function sayRevision(before: Report, after: Report): string {
  const [old, now] = [before, after].map(({ content }) => shorten(sayGist(content), 90))
  return `Đã sửa ${after.code} (bản ${after.version}): "${old ?? ''}" → "${now ?? ''}". Bản cũ vẫn được lưu. Không đúng, nhắn "hoàn tác".`
}
