import { Temporal } from 'temporal-polyfill'
import type { AwardTrace, TracedThing, TraceStep } from '../../core/audit/trace-award.ts'
import { NOMINATION_ACTIONS } from '../../core/nomination/nomination-action.ts'
import { sayDate, sayMoment } from './moments.ts'
import { ACTION_NAMES } from './nomination-words.ts'

/** What was recorded, in words; every other kind stands by its own name. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  'decision-recorded': 'ghi quyết định',
  'decision-scanned': 'lưu bản ký',
  'decision-announced': 'báo, công bố quyết định',
  'decision-cancelled': 'bỏ phần ghi quyết định',
  'decision-revoked': 'ghi hủy quyết định',
  'council-opened': 'mở kỳ họp Hội đồng',
  'council-recused': 'thành viên không tham gia biểu quyết',
  'council-meeting-votes': 'nhập phiếu tại cuộc họp',
  'council-closed': 'khóa phiếu',
  'nomination-selected-upward': 'chọn đề nghị cấp trên',
  'nomination-result-told': 'báo kết quả thẩm định',
  'criterion-checked': 'ghi tiêu chuẩn',
  'dossier-added': 'nhận giấy tờ',
  'nomination-drafted': 'lập hồ sơ',
  'report-submitted': 'gửi báo cáo',
  'report-revised': 'sửa báo cáo',
  'evidence-attached': 'gắn minh chứng',
}

function sayThing(thing: TracedThing): string {
  switch (thing.kind) {
    case 'decision':
      return `QĐ ${thing.number}`
    case 'council':
      return 'Hội đồng'
    case 'nomination':
    case 'report':
      return thing.code
  }
}

function sayAct({ event: { kind, data } }: TraceStep): string {
  const named =
    typeof data === 'object' && data !== null && 'action' in data ? data.action : undefined
  const action = NOMINATION_ACTIONS.find((known) => known === named)
  return action ? ACTION_NAMES[action] : (KIND_NAMES[kind] ?? kind)
}

/** "118 · 09/12/2025 09:00 · QĐ 128/QĐ-UBND: ghi quyết định · CB-109 · tin 345". */
function sayStep(step: TraceStep): string {
  const { event, position, about, by, inbox } = step
  const place = position === undefined ? 'chưa niêm phong' : String(position)
  const parts = [
    place,
    sayMoment(Temporal.Instant.from(event.at)),
    `${sayThing(about)}: ${sayAct(step)}`,
    ...(by === undefined ? [] : [by]),
    ...(inbox.length === 0 ? [] : [`tin ${inbox.join(', ')}`]),
  ]
  return `  ${parts.join(' · ')}`
}

/** An award from its decision down to the first message, a line a step: for an operator, not for a phone. */
export function sayTrace({
  nomination,
  unit,
  decisions,
  scans,
  council,
  steps,
}: AwardTrace): readonly string[] {
  const { code, nomineeName } = nomination
  const decided = decisions.map(
    ({ number, signedOn, signer, revokedBy }) =>
      `  Quyết định số ${number} ngày ${sayDate(signedOn)}, ký: ${signer}${revokedBy === undefined ? '' : `, đã hủy theo QĐ ${revokedBy}`}`,
  )
  const kept = scans.map(({ sha256 }) => `  Bản ký: SHA-256 ${sha256 ?? 'chưa tải về'}`)
  const tally = council?.counts
  return [
    `${code} · ${nomineeName} · ${unit.fullName}`,
    ...decided,
    ...kept,
    ...(tally
      ? [
          `  Hội đồng: đồng ý ${tally.agree}, không đồng ý ${tally.disagree}, ý kiến khác ${tally.other}`,
        ]
      : []),
    '  Niêm phong · thời điểm · việc · cán bộ · tin nhắn:',
    ...steps.map(sayStep),
  ]
}
