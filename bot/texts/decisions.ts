import type { Decision } from '../../core/decision/decision.ts'
import type { Reach } from '../../core/decision/announce-decision.ts'
import type { DecisionView } from '../../core/decision/find-decision.ts'
import type { CheckedDecision, SignedDecision } from '../../core/decision/record-decision.ts'
import type { Revocation } from '../../core/decision/decision.ts'
import type { Nomination } from '../../core/nomination/nomination.ts'
import type { NominationView } from '../../core/nomination/view.ts'
import { sayDate } from './moments.ts'
import { sayNominee } from './nominations.ts'
import { shorten } from './people.ts'

const MOST_LISTED = 7

function saySigned({ number, signedOn }: Pick<Decision, 'number' | 'signedOn'>): string {
  return `Quyết định số ${number} ngày ${sayDate(signedOn)}`
}

function listed(nominations: readonly Nomination[]): string {
  const lines = nominations
    .slice(0, MOST_LISTED)
    .map((one, index) => `${index + 1}. ${one.code} · ${shorten(sayNominee(one), 60)}`)
  const rest = nominations.slice(MOST_LISTED).map(({ code }) => code)
  return [...lines, ...(rest.length > 0 ? [`Và: ${rest.join(', ')}`] : [])].join('\n')
}

/** Exactly what will be recorded. */
export function sayDecisionAsked(
  signed: SignedDecision,
  { nominations, signerKnown }: CheckedDecision,
): string {
  const check = signerKnown ? '' : ' (chưa có danh sách người ký để đối chiếu, cần kiểm tra)'
  return [
    `Ghi ${saySigned(signed)}, ký: ${signed.signer}${check}.`,
    `${nominations.length} hồ sơ:`,
    listed(nominations),
  ].join('\n')
}

export function sayRecorded(signed: SignedDecision, count: number): string {
  return `Đã ghi ${saySigned(signed)} cho ${count} hồ sơ. Chưa ai được báo; khi cần, nhắn "công bố QĐ ${signed.number}". Nhập nhầm, nhắn "bỏ nhập QĐ ${signed.number}". Bản ký: gửi ảnh kèm dòng "QĐ ${signed.number}".`
}

/** Pictures of the signed paper were kept. */
export function sayScanned(decision: Decision, count: number): string {
  return `Đã lưu ${count} ảnh bản ký của ${saySigned(decision)}; mỗi tệp có mã băm để đối chiếu. Hiện có ${decision.scans.length} tệp.`
}

const WHOM: Record<Reach, string> = {
  units: 'các đơn vị và người được khen',
  everybody: 'toàn thể cán bộ tham gia phong trào',
}

/** What "công bố" is about to do. */
export function sayAnnouncementAsked(
  { decision, awards }: DecisionView,
  { reach, text }: { reach: Reach; text: string },
): string {
  const whole = reach === 'everybody' ? `\nNội dung: ${text}` : ''
  return `Báo ${saySigned(decision)} (${awards.length} hồ sơ) tới ${WHOM[reach]}. Báo rồi thì không bỏ nhập được nữa.${whole}`
}

export function sayAnnounced({ decision }: DecisionView, reach: Reach): string {
  return reach === 'units'
    ? `Đã báo ${saySigned(decision)} tới các đơn vị và người được khen. Cơ quan tuyên truyền công bố rộng bằng "công bố QĐ ${decision.number}".`
    : `Đã công bố ${saySigned(decision)} tới toàn thể. Trao thưởng xong, nhắn "đã trao QĐ ${decision.number}".`
}

function sayAward({ nomination, unit, award }: NominationView): string {
  const position = nomination.position ? `, ${nomination.position}` : ''
  return `${nomination.nomineeName}${position}, ${unit.name}: ${award?.name ?? 'khen thưởng'}`
}

/** What everybody reads: name, position, unit, form and number of the decision, and nothing else. */
export function sayToAll({ decision, awards }: DecisionView): string {
  const lines = awards.slice(0, MOST_LISTED).map((award) => `- ${sayAward(award)}`)
  const more = awards.length - lines.length
  return [
    `${saySigned(decision)} khen thưởng:`,
    ...lines,
    ...(more > 0 ? [`Và ${more} tập thể, cá nhân khác theo danh sách kèm Quyết định`] : []),
  ].join('\n')
}

/** To the unit, or to the one who is awarded. */
export function sayAwarded(decision: Decision, award: NominationView, isAwardee: boolean): string {
  const { nomination, award: offer } = award
  const form = offer?.name ?? 'khen thưởng'
  const title = nomination.nomineeKind === 'individual' ? 'đồng chí' : 'tập thể'
  const whom = `${title} ${nomination.nomineeName}`
  return isAwardee
    ? `${saySigned(decision)} tặng ${form} ${whom}. Trân trọng chúc mừng.`
    : `${saySigned(decision)} tặng ${form} ${whom} (${nomination.code}).`
}

/** To the propagation office. */
export function sayToAnnounce(decision: Decision, awards: number): string {
  return `${saySigned(decision)} (${awards} trường hợp) đã báo tới đơn vị. Công bố rộng, nhắn "công bố QĐ ${decision.number}".`
}

export function sayUndoAsked({ decision, awards }: DecisionView, revocation?: Revocation): string {
  return revocation
    ? `Hủy ${saySigned(decision)} (${awards.length} hồ sơ) theo QĐ ${revocation.by}. Lịch sử vẫn được lưu.\nLý do: ${shorten(revocation.grounds, 160)}`
    : `Bỏ phần nhập ${saySigned(decision)}; ${awards.length} hồ sơ trở lại bước trình ký.`
}

export function sayUndone({ decision, awards }: DecisionView, revocation?: Revocation): string {
  return revocation
    ? `Đã ghi hủy ${saySigned(decision)} theo QĐ ${revocation.by} cho ${awards.length} hồ sơ; đơn vị được báo, lịch sử vẫn được lưu.`
    : `Đã bỏ phần nhập ${saySigned(decision)}; ${awards.length} hồ sơ trở lại bước trình ký.`
}

export const DECISION_EXAMPLE =
  'Đề nghị nhắn đủ số, ngày ký, hồ sơ, người ký, ví dụ: "QĐ 128/QĐ-UBND ngày 08/12/2025, HS-024, HS-026, ký Chủ tịch Nguyễn Văn A".'
export const REVOCATION_EXAMPLE =
  'Đề nghị nhắn số quyết định hủy và lý do, ví dụ: "hủy QĐ 128 theo QĐ 140/QĐ-UBND vì …".'
