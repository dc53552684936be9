import type { Report } from '../../core/report/report.ts'
import type { Evidence } from '../../core/report/report-store.ts'
import { sayPeriod } from './moments.ts'
import { shorten } from './people.ts'

type Sent = { readonly ids: readonly string[]; readonly kind: Evidence['kind'] }

const NAMES: Record<Evidence['kind'], string> = { photo: 'ảnh', voice: 'tin thoại', file: 'tệp' }

/** "ảnh", "3 ảnh", "tin thoại". */
function sayKind({ ids, kind }: Sent): string {
  return ids.length > 1 ? `${ids.length} ${NAMES[kind]}` : NAMES[kind]
}

/** A photo or an album has joined the report it followed. */
export function sayAttached(sent: Sent, { code }: Report, total: number): string {
  return `Đã nhận ${sayKind(sent)} cho ${code} (tất cả ${total}).`
}

export function sayEvidenceInDraft(sent: Sent): string {
  return `Đã giữ ${sayKind(sent)} cho báo cáo đang soạn.`
}

/** Asked where nobody can tell of which report a photo is. */
export function askWhichReport(sent: Sent, hasReports: boolean): string {
  const kept = `Đã giữ ${sayKind(sent)}.`
  if (!hasReports)
    return `${kept} Đồng chí nhắn nội dung việc đã làm, ${NAMES[sent.kind]} sẽ gắn vào báo cáo đó.`
  return `${kept} ${sent.kind === 'photo' ? 'Ảnh' : 'Nội dung'} này của báo cáo nào? (hoặc nhắn nội dung báo cáo mới)`
}

/** How a report is offered in a numbered list. */
export function sayReportChoice({ code, period, content }: Report): string {
  return `${code} (${sayPeriod(period)}: ${shorten(content.text, 40)})`
}
