import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { DossierPart } from '../../core/dossier/dossier.ts'
import { DOSSIER_PARTS } from '../../core/dossier/dossier.ts'
import type { LegalText, LegalTopic } from '../../core/nomination/legal.ts'
import { lawOn } from '../../core/nomination/legal.ts'
import type { Finding, RuleId } from '../../core/nomination/rules.ts'
import { RULES } from '../../core/nomination/rules.ts'
import { sayDate } from './moments.ts'
import { FIELD_NAMES, PART_NAMES } from './nomination-words.ts'

/** "Nghị định 152/2025/NĐ-CP, hiệu lực 01/7/2025"; with "cần kiểm tra" where nobody has checked it. */
export function sayLaw({ number, validFrom, confirmed }: LegalText): string {
  return `${number}, hiệu lực ${sayDate(validFrom)}${confirmed ? '' : '; cần kiểm tra'}`
}

/** An act as it is cited; with "cần kiểm tra" where nobody has checked it. */
export function sayAct(source: string, confirmed: boolean): string {
  return confirmed ? source : `${source}; cần kiểm tra`
}

function sayIsoDate(iso: string): string {
  return sayDate(Temporal.PlainDate.from(iso))
}

/** The text in force on that day, in brackets; where none is known it says so. */
export function citeLaw(topic: LegalTopic, on: LocalDate): string {
  const law = lawOn(topic, on)
  return law ? ` (${sayLaw(law)})` : ' (căn cứ cần kiểm tra)'
}

export function sayParts(parts: readonly string[]): string {
  const known = DOSSIER_PARTS.filter((part: DossierPart) => parts.includes(part))
  return known.map((part) => PART_NAMES[part]).join('; ')
}

function sayFields(fields: readonly string[]): string {
  const names: Readonly<Record<string, string>> = FIELD_NAMES
  return fields.map((field) => names[field] ?? field).join('; ')
}

/** Each finding with what to do next. A rule without its sentence does not compile. */
const SENTENCES: Record<RuleId, (about: readonly string[]) => string> = {
  incomplete: (fields) => `còn thiếu ${sayFields(fields)}`,
  'unit-not-valid': ([unit = 'đơn vị', since, source, unchecked]) =>
    since === undefined || source === undefined
      ? `${unit} không còn hoặc chưa hoạt động vào ngày này; đề nghị lập hồ sơ ở đơn vị mới`
      : `${unit} kết thúc hoạt động từ ngày ${sayIsoDate(since)} (${sayAct(source, unchecked === undefined)}); cá nhân được đề nghị qua đơn vị mới`,
  'wrong-nominee-kind': () => 'hình thức này không dành cho đối tượng được đề nghị',
  'same-award-open': ([code]) =>
    `đã có hồ sơ ${code ?? ''} của cùng người, cùng hình thức; đề nghị bổ sung vào hồ sơ đó hoặc rút một hồ sơ`,
  'achievement-awarded': ([code]) =>
    `thành tích này đã được khen ở ${code ?? ''}; mỗi thành tích chỉ khen một lần`,
  'upward-pending': ([code]) =>
    `đang đề nghị cấp trên khen ở ${code ?? ''}; mỗi thành tích chỉ khen một lần`,
  namesake: ([code]) => `trùng tên với ${code ?? ''}, đề nghị đối chiếu`,
  'near-copy': ([code]) => `lời văn thành tích gần giống ${code ?? ''}, đề nghị đối chiếu`,
  'no-evidence': () => 'chưa có báo cáo nào của đơn vị khớp với thành tích này',
  'figures-differ': ([label, ...codes]) =>
    `số "${label ?? ''}" lớn hơn số đã báo cáo (${codes.join(', ')})`,
  'discipline-not-declared': () =>
    'cần người đứng đầu xác nhận không trong thời gian xem xét, thi hành kỷ luật',
  late: () => 'gửi sau thời gian nhận đề nghị, cơ quan thẩm định sẽ xem xét',
  'dossier-gap': (parts) => `hồ sơ còn thiếu: ${sayParts(parts)} (gửi ảnh, tệp, hoặc nộp bản giấy)`,
  'dossier-incomplete': (parts) =>
    `hồ sơ còn thiếu: ${sayParts(parts)}; cần có đủ, hoặc đánh dấu đã nhận bản giấy`,
  'points-missing': () => 'cần ghi rõ từng điểm phải bổ sung: 1) … 2) …',
  'points-open': (numbers) => `còn điểm ${numbers.join(', ')} chưa được bổ sung`,
  'appraiser-is-nominee': () => 'người được đề nghị không thẩm định hồ sơ của chính mình',
  'criterion-unmet': ([number]) => `tiêu chuẩn ${number ?? ''} được ghi là chưa đạt`,
  'grounds-missing': () => 'cần ghi rõ lý do và căn cứ',
  'category-missing': () => 'cần chọn lý do tạm dừng theo nhóm',
  'already-told': () => 'kết quả đã báo cho đơn vị nên không hoàn tác được',
  'council-not-passed': () => 'Hội đồng chưa thông qua',
  'list-changed': () => 'danh sách trình ký khác danh sách Hội đồng đã thông qua',
  'not-selected': () =>
    'chỉ đề nghị cấp trên những trường hợp Hội đồng đã chọn trong số được đề nghị khen',
  'over-quota': ([kind, most = '', count = '', source = '', unchecked]) =>
    `đơn vị đề nghị ${count} ${kind === 'collective' ? 'tập thể' : 'cá nhân'} cho hình thức này, mức nêu là không quá ${most} (${source}${unchecked === undefined ? '' : '; cần kiểm tra'})`,
  'more-leaders': ([leaders = '', others = '']) =>
    `danh sách của đơn vị có ${leaders} lãnh đạo, ${others} người trực tiếp làm việc; đề nghị chú trọng người trực tiếp, tỷ lệ của địa phương cần kiểm tra`,
  'ceremony-missed': ([on = '', latest = '', days = '', unchecked]) =>
    `theo thời hạn các bước (${days} ngày làm việc${unchecked === undefined ? '' : '; cần kiểm tra'}), hồ sơ trình sau ngày ${sayIsoDate(latest)} có thể không kịp lễ trao thưởng ngày ${sayIsoDate(on)}; hồ sơ vẫn được nhận`,
  'waits-upward': ([code = '']) =>
    `hồ sơ đang chờ kết quả của cấp trên; cấp trên không khen thì nhắn "trình ký tiếp ${code}"`,
  'decision-number-missing': () => 'cần số quyết định',
  'signer-not-in-office': ([until, endedBy]) =>
    until === undefined
      ? 'người ký không giữ chức vụ đó vào ngày ký'
      : `người ký không giữ chức vụ đó vào ngày ký: chỉ đến hết ngày ${sayIsoDate(until)}${endedBy === undefined ? '' : ` (${endedBy})`}`,
}

/** The finding in words, with the law of the day where it rests on one. */
export function sayFinding({ rule, about }: Finding, on: LocalDate): string {
  const { source } = RULES[rule]
  const law = source.kind === 'law' ? citeLaw(source.topic, on) : ''
  return `${SENTENCES[rule](about)}${law}`
}

/** Several findings of one message, the most telling ones first, each once. */
export function sayFindings(findings: readonly Finding[], on: LocalDate): readonly string[] {
  return [...new Set(findings.map((finding) => sayFinding(finding, on)))].slice(0, 4)
}
