import type { Instant } from '../../core/calendar/local-time.ts'
import type { DossierFacts } from '../../core/dossier/gather-dossier.ts'
import type { DossierPart } from '../../core/dossier/dossier.ts'
import type { Report } from '../../core/report/report.ts'
import type { EvidenceFile } from '../../core/report/report-store.ts'
import { sayMoment, sayPeriod } from '../texts/moments.ts'
import { achievementReport } from './achievement-report.ts'
import type { AbsentFile, ArchivedFile } from './archive.ts'
import { archive } from './archive.ts'
import { letter } from './letter.ts'
import { nominationsLetter } from './nominations-letter.ts'
import { authorOf } from './author.ts'
import { paragraph } from './blocks.ts'

const PARTS: Readonly<Record<DossierPart, string>> = {
  letter: 'Tờ trình và danh sách',
  report: 'Báo cáo thành tích',
  minutes: 'Biên bản xét khen thưởng',
  initiative: 'Giấy công nhận sáng kiến',
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/ogg': 'ogg',
}

const MADE = 'lập từ dữ liệu (dự thảo)'

/**
 * One nomination as a ZIP archive: its letter and report as drafts, the reports that the unit sent,
 * the photos and files that bear it out, an index and digests. What came on paper is named in the index.
 */
export async function dossierArchive(
  { facts, items, evidence }: DossierFacts,
  at: Instant,
): Promise<Uint8Array> {
  const { campaign, nomination, unit, award, on, reports } = facts
  const line = { nomination, unit, ...(award ? { award } : {}) }
  const drafts: readonly ArchivedFile[] = [
    {
      path: '01-to-trinh.docx',
      bytes: await nominationsLetter({
        campaign,
        author: unit,
        byOffice: false,
        on,
        lines: [line],
      }),
      what: PARTS.letter,
      from: MADE,
    },
    {
      path: '02-bao-cao-thanh-tich.docx',
      bytes: await achievementReport(facts),
      what: PARTS.report,
      from: MADE,
    },
    {
      path: '03-bao-cao-cua-don-vi.docx',
      bytes: await reportsPaper(facts),
      what: `Nguyên văn ${reports.length} báo cáo của đơn vị`,
      from: 'tin nhắn của đơn vị',
    },
  ]
  const codes = new Map(reports.map(({ id, code }) => [id, code]))
  const sources = evidence.map((file, number) => described(file, { number, codes }))
  const paper: readonly AbsentFile[] = items.flatMap(({ subject, form }) =>
    form === 'paper' && subject.kind === 'part'
      ? [{ what: PARTS[subject.part], from: 'nộp trực tiếp', why: 'bản giấy' }]
      : [],
  )
  return archive([...drafts, ...sources.filter(isThere)], {
    title: `Mục lục hồ sơ ${nomination.code}, lập ${sayMoment(at)}`,
    absent: [...sources.filter((source): source is AbsentFile => !isThere(source)), ...paper],
    at,
  })
}

function isThere(source: ArchivedFile | AbsentFile): source is ArchivedFile {
  return 'bytes' in source
}

function described(
  file: EvidenceFile,
  { number, codes }: { number: number; codes: ReadonlyMap<string, string> },
): ArchivedFile | AbsentFile {
  const from = (file.reportId === undefined ? undefined : codes.get(file.reportId)) ?? 'bổ sung'
  const what = file.caption ?? (file.kind === 'photo' ? 'Ảnh' : 'Tệp')
  if (!file.bytes) return { what, from, why: 'chưa tải về hoặc quá lớn' }
  const extension = EXTENSIONS[file.mediaType ?? ''] ?? 'dat'
  const place = from === 'bổ sung' ? 'bo-sung' : from
  const path = `minh-chung/${place}-${String(number + 1).padStart(2, '0')}.${extension}`
  return { path, bytes: file.bytes, what, from }
}

/** The unit's reports as they were written, each under its code. */
function reportsPaper({ campaign, unit, on, reports }: DossierFacts['facts']): Promise<Uint8Array> {
  const { head, signer } = authorOf(unit, campaign, { on, type: 'BC' })
  return letter({
    ...head,
    title: 'Báo cáo đã gửi',
    summary: `Nguyên văn các báo cáo của ${unit.fullName}`,
    bases: [],
    body: reports.map((report) => paragraph([{ text: `${reportHead(report)} ` }, textOf(report)])),
    signer,
    recipients: [],
  })
}

function reportHead({ code, period, version }: Report): string {
  return `${code}, ${sayPeriod(period)}${version > 1 ? `, bản ${version}` : ''}:`
}

function textOf({ content }: Report) {
  return { text: content.text, italic: true }
}
