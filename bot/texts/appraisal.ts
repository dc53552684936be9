import type { Checklist } from '../../core/appraisal/check-criterion.ts'
import type { Comparison } from '../../core/appraisal/compare-nomination.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { AppraisalAct } from '../../core/conversation/conversation.ts'
import type { DossierPart } from '../../core/dossier/dossier.ts'
import type { StepClock } from '../../core/nomination/step-clock.ts'
import type { NominationView } from '../../core/nomination/view.ts'
import { exceeds } from '../../core/nomination/balance.ts'
import { citeLaw, sayParts } from './findings.ts'
import { sayDay, sayNumber } from './moments.ts'
import { HOLD_NAMES, STATE_NAMES } from './nomination-words.ts'
import { sayNominee } from './nominations.ts'
import { capitalise, shorten } from './people.ts'
import { sayFigure } from './reports.ts'

/** More than this is too much for a phone. */
const MOST_LISTED = 7

/** "hạn thứ Tư 02/12/2026, đã 3/8 ngày làm việc". */
function sayClock(clock: StepClock | undefined): string {
  if (!clock) return ''
  const used = `${clock.elapsedDays}/${clock.limitDays} ngày làm việc`
  const due = clock.dueOn ? `, hạn ${sayDay(clock.dueOn)}` : ', đang tạm dừng tính'
  return ` · ${used}${due}${clock.overdue ? ' (đã hết thời hạn)' : ''}`
}

/** The queue of the office, most pressing first. */
export function sayQueue(views: readonly NominationView[]): string {
  if (views.length === 0) return 'Không có hồ sơ nào đang chờ thẩm định.'
  const list = views
    .slice(0, MOST_LISTED)
    .map(
      ({ nomination, unit, clock }) =>
        `${nomination.code} · ${unit.name} · ${shorten(sayNominee(nomination), 60)}: ${STATE_NAMES[nomination.state]}${sayClock(clock)}`,
    )
  const more = views.length - list.length
  const rest = more > 0 ? `\n… và ${more} hồ sơ khác, hạn xa hơn.` : ''
  return `Hồ sơ chờ thẩm định (${views.length}):\n${list.join('\n')}${rest}\nNhắn mã hồ sơ để xem.`
}

/** What can be done next, as it is typed. */
function sayCommands({ nomination }: NominationView): string {
  const { code, state } = nomination
  switch (state) {
    case 'submitted':
      return `"nhận ${code}" · "trả ${code}: 1) … hạn …"`
    case 'received':
    case 'under-appraisal':
      return `"${code} đủ điều kiện" · "${code} không đủ vì …" · "trả ${code}: 1) … hạn …" · "tiêu chuẩn ${code}" · "đối chiếu ${code}"`
    case 'eligible':
    case 'ineligible':
      return nomination.resultToldAt === undefined
        ? `"báo kết quả ${code}" · "hoàn tác ${code}"`
        : ''
    case 'nominated-upward':
      return `"trình ký tiếp ${code}" (khi cấp trên không khen)`
    case 'on-hold':
      return `"xử lý tiếp ${code}"`
    default:
      return ''
  }
}

/** A dossier on one screen, for the office. */
export function sayCard(
  view: NominationView,
  { missing, alike }: { missing: readonly DossierPart[]; alike: number },
): string {
  const { nomination, unit, award, cited, clock, holdCategory } = view
  const commands = sayCommands(view)
  const matching =
    cited.length > 0 ? ` (khớp ${cited.slice(0, 3).join(', ')})` : ' (chưa khớp báo cáo nào)'
  const points = view.points.map(
    ({ number, text, open }) => `${number}) ${shorten(text, 60)}${open ? '' : ' ✓'}`,
  )
  return [
    `${nomination.code} · ${capitalise(STATE_NAMES[nomination.state])}${holdCategory ? ` (${HOLD_NAMES[holdCategory]})` : ''}${sayClock(clock)}${nomination.late ? ' · gửi sau thời gian nhận' : ''}`,
    `${sayNominee(nomination)} · ${unit.name}`,
    `Đề nghị: ${award?.name ?? 'chưa chọn hình thức'}`,
    `Thành tích: ${shorten(nomination.achievement, 140)}${matching}`,
    missing.length === 0 ? 'Giấy tờ: đủ' : `Giấy tờ còn thiếu: ${sayParts(missing)}`,
    ...(points.length > 0 ? [`Đang chờ bổ sung: ${points.join(' · ')}`] : []),
    ...(alike > 0
      ? [`Cần đối chiếu: ${alike} hồ sơ có điểm giống ("đối chiếu ${nomination.code}")`]
      : []),
    ...(commands ? [commands] : []),
  ].join('\n')
}

/** The plan's criteria, verbatim, with the appraiser's notes. */
export function sayChecklist({ nomination, lines }: Checklist): string {
  const { code } = nomination
  if (lines.length === 0) return `Kế hoạch không nêu tiêu chuẩn riêng cho hình thức của ${code}.`
  const list = lines.map(({ number, text, check }) => {
    const mark = check === undefined ? 'chưa ghi' : check.met ? 'đạt' : 'chưa đạt'
    return `${number}. [${mark}] ${shorten(text, 200)}`
  })
  return `Tiêu chuẩn theo kế hoạch, ${code}:\n${list.join('\n')}\nNhắn "${code} tiêu chuẩn 1 đạt" hoặc "… không đạt".`
}

/** Side by side: what resembles it, and its figures beside those that were reported. */
export function sayComparison(comparison: Comparison): string {
  const { nomination, unit, alike, balance } = comparison
  const one = (
    { code, achievement, nomineeName, state }: Comparison['nomination'],
    unitName: string,
  ): string =>
    `${code} · ${nomineeName} · ${unitName} (${STATE_NAMES[state]}): ${shorten(achievement, 90)}`
  const others = alike
    .slice(0, 3)
    .map(
      ({ nomination: other, unit: theirs, sameName, sameAchievement }) =>
        `- ${[sameName ? 'trùng tên' : '', sameAchievement ? 'giống thành tích' : ''].filter(Boolean).join(', ')}: ${one(other, theirs.name)}`,
    )
  const figures = balance.slice(0, 3).map((line) => {
    const reported =
      line.codes.length === 0
        ? 'chưa có trong báo cáo'
        : `báo cáo cộng ${sayNumber(line.reported)} (${line.codes.slice(0, 3).join(', ')})`
    return `- ${sayFigure(line.figure)}: ${reported}${line.codes.length > 0 && exceeds(line) ? ', cần làm rõ' : ''}`
  })
  return [
    one(nomination, unit.name),
    others.length === 0 ? 'Không có hồ sơ nào giống.' : `Đối chiếu với:\n${others.join('\n')}`,
    figures.length === 0 ? 'Hồ sơ không nêu số liệu.' : `Số liệu:\n${figures.join('\n')}`,
  ].join('\n')
}

const QUESTIONS: Record<AppraisalAct, string> = {
  receive: 'Tiếp nhận',
  return: 'Trả lại để bổ sung',
  'find-eligible': 'Kết luận đủ điều kiện',
  'find-ineligible': 'Kết luận không đủ điều kiện',
  reconsider: 'Bỏ kết luận, thẩm định lại',
  hold: 'Tạm dừng',
  resume: 'Xử lý tiếp',
  'resume-lower': 'Thôi đề nghị cấp trên, trình ký tiếp ở cấp mình',
  award: 'Ghi đã trao thưởng',
  archive: 'Đưa vào lưu trữ',
}

/** What an officer is about to do with one dossier. */
export function sayActAsked(act: AppraisalAct, view: NominationView, grounds?: string): string {
  const { nomination, unit } = view
  const why = grounds ? `\nLý do: ${grounds}` : ''
  return `${QUESTIONS[act]} ${nomination.code} · ${sayNominee(nomination)} · ${unit.name}?${why}`
}

/** What an officer is about to do with several: exactly which, and the count to be typed back. */
export function sayBulkAsked(
  act: AppraisalAct,
  views: readonly NominationView[],
  grounds?: string,
): string {
  const list = views.map(
    ({ nomination, unit }, index) =>
      `${index + 1}. ${nomination.code} · ${shorten(sayNominee(nomination), 60)} · ${unit.name} · ${STATE_NAMES[nomination.state]}`,
  )
  const why = grounds ? `Lý do: ${grounds}\n` : ''
  return `${QUESTIONS[act]} ${views.length} hồ sơ:\n${list.join('\n')}\n${why}Nhắn đúng số hồ sơ (${views.length}) để xác nhận; nhắn "thôi" để dừng.`
}

export function sayBulkDropped(count: number): string {
  return `Số nhắn lại không khớp (${count} hồ sơ) nên chưa làm gì. Cần làm, đề nghị nhắn lại lệnh.`
}

const DONE: Record<AppraisalAct, string> = {
  receive: 'đã tiếp nhận',
  return: 'đã trả lại để bổ sung',
  'find-eligible': 'đã ghi đủ điều kiện',
  'find-ineligible': 'đã ghi không đủ điều kiện',
  reconsider: 'đã bỏ kết luận, thẩm định lại',
  hold: 'đã tạm dừng',
  resume: 'đã xử lý tiếp',
  'resume-lower': 'đã trở lại bước trình ký ở cấp mình',
  award: 'đã ghi trao thưởng',
  archive: 'đã đưa vào lưu trữ',
}

/** What was done, with what ought to be known beside it. */
export function sayDone(
  act: AppraisalAct,
  { nomination, clock }: NominationView,
  notes: readonly string[],
): string {
  const due =
    act === 'receive' && clock?.dueOn
      ? ` Thời hạn: hết ${sayDay(clock.dueOn)} (${clock.source}${clock.confirmed ? '' : ', cần kiểm tra'}).`
      : ''
  return [
    `${capitalise(DONE[act])}: ${nomination.code} · ${sayNominee(nomination)}.${due}`,
    ...notes.map((note) => `Lưu ý: ${note}.`),
  ].join('\n')
}

/** What a hold means, with the law of the day. */
export function sayHoldLaw(on: LocalDate): string {
  return `trong thời gian này chưa khen thưởng, chưa đề nghị cấp trên khen thưởng${citeLaw('discipline', on)}`
}

export function sayReturned(points: number, dueOn: LocalDate): string {
  return `Đơn vị được báo ${points} điểm cần bổ sung, hạn hết ${sayDay(dueOn)}; thời hạn thẩm định tạm dừng tính.`
}

/** What is to be done with the dossier was not said word for word: the sentences that do it. */
export function sayExactCommands(code: string): string {
  return `${code}: để trả bổ sung, đồng chí nhắn "trả ${code}: 1) … 2) … hạn 02/12"; kết luận thì nhắn "${code} đủ điều kiện" hoặc "${code} không đủ vì …".`
}

export const ASK_TELL = 'Đơn vị chưa được báo; trước khi báo còn hoàn tác được. Báo đơn vị ngay?'
export const ASK_POINTS =
  'Xin ghi từng điểm cần bổ sung và hạn, ví dụ: 1) Danh sách 12 hộ 2) Ảnh tuyến đường, hạn 02/12.'
export const ASK_CODE =
  'Đề nghị nhắn kèm mã hồ sơ: "HS-024 đủ điều kiện" · "HS-024 không đủ vì …" · "trả HS-024: 1) … 2) … hạn 02/12". Nhắn "hồ sơ chờ thẩm định" để xem mã.'
export const ASK_GROUNDS = 'Xin ghi rõ lý do và căn cứ; Trợ lý không tự viết lý do.'
export const ASK_CATEGORY = 'Tạm dừng vì nhóm lý do nào? Trợ lý chỉ ghi nhóm lý do.'

/** The day is asked for, or what was given lies in the past. */
export function askSupplementDay(past: LocalDate | undefined): string {
  const why = past ? `Ngày ${sayDay(past)} đã qua. ` : ''
  return `${why}Hạn bổ sung đến hết ngày nào? Ví dụ: 02/12.`
}
