import type { AwardOffer, Campaign } from '../../core/campaign/campaign.ts'
import { windowOf } from '../../core/campaign/nomination-window.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { NominationAction } from '../../core/nomination/nomination-action.ts'
import type { MissingField, Nomination, NominationState } from '../../core/nomination/nomination.ts'
import type { NominationView } from '../../core/nomination/view.ts'
import { lawOn } from '../../core/nomination/legal.ts'
import { missingFields } from '../../core/nomination/nomination.ts'
import { citeLaw, sayLaw } from './findings.ts'
import { sayDate, sayDay, sayMoment } from './moments.ts'
import { FIELD_NAMES, HOLD_NAMES, STATE_NAMES } from './nomination-words.ts'
import { capitalise, shorten } from './people.ts'

const QUESTIONS: Record<MissingField, (nomination: Nomination) => string> = {
  nominee: ({ nomineeKind }) =>
    nomineeKind === 'individual'
      ? 'Xin cho biết họ tên và chức vụ người được đề nghị khen.'
      : 'Xin cho biết tên đầy đủ của tập thể được đề nghị khen.',
  achievement: () =>
    'Xin cho biết thành tích tiêu biểu, viết một hai câu (việc gì, kết quả ra sao).',
  award: () => 'Đề nghị hình thức nào?',
}

export function askMissing(field: MissingField, nomination: Nomination): string {
  return QUESTIONS[field](nomination)
}

export function sayNominee(nomination: Nomination): string {
  const kind = nomination.nomineeKind === 'individual' ? 'Cá nhân' : 'Tập thể'
  if (nomination.nomineeName === '') return `${kind}: chưa có tên`
  const position = nomination.position ? `, ${nomination.position}` : ''
  return `${kind}: ${nomination.nomineeName}${position}`
}

/** The achievement and the reports that bear it out. */
function sayAchievement({ nomination, cited }: NominationView, most: number): readonly string[] {
  if (nomination.achievement === '') return []
  const matching = cited.length > 0 ? ` (khớp ${cited.slice(0, 3).join(', ')})` : ''
  return [`Thành tích: ${shorten(nomination.achievement, most)}${matching}`]
}

export function sayDraft(view: NominationView, namedUpward?: AwardOffer): string {
  const { nomination, award } = view
  const lines = [
    `Đã lập nháp ${nomination.code}${award ? ` · ${award.name}` : ''}`,
    sayNominee(nomination),
    ...sayAchievement(view, 140),
  ]
  if (namedUpward)
    lines.push(
      `${namedUpward.name}: Hội đồng chọn trong số đã được đề nghị khen (${namedUpward.source}), đơn vị không đề nghị thẳng.`,
    )
  return lines.join('\n')
}

export const SUBMIT_QUESTION = 'Trình người đứng đầu đơn vị cho ý kiến?'

/** What the head is asked: the digit is, at once, the declaration about discipline. */
export function sayEndorsementAsked(view: NominationView, on: LocalDate): string {
  const { nomination, award } = view
  return [
    `${nomination.code} xin ý kiến đồng chí: đề nghị ${award?.name ?? 'khen thưởng'}.`,
    sayNominee(nomination),
    ...sayAchievement(view, 120),
    `Đồng ý là xác nhận không trong thời gian xem xét, thi hành kỷ luật${citeLaw('discipline', on)}.`,
    'Đồng ý trình cơ quan thẩm định?',
  ].join('\n')
}

/** An award for a themed campaign is no step towards others: said once, when the nomination leaves the unit. */
export function sayThematicNote(on: LocalDate): string {
  const law = lawOn('thematic-award', on)
  return law
    ? `Khen theo chuyên đề không là căn cứ để xét khen công trạng ở hình thức cao hơn (${sayLaw(law)}).`
    : ''
}

/** What the reader must do next, by where the nomination is. */
const NEXT: Record<NominationState, (view: NominationView) => string> = {
  draft: ({ nomination }) =>
    `Còn ở đơn vị. Nhắn "trình ${nomination.code}" để xin ý kiến người đứng đầu.`,
  'awaiting-endorsement': () => 'Đang chờ người đứng đầu đơn vị; đồng chí chưa phải làm gì thêm.',
  endorsed: ({ nomination }) => `Nhắn "trình ${nomination.code}" để gửi cơ quan thẩm định.`,
  submitted: held,
  received: held,
  returned: sayPoints,
  'under-appraisal': held,
  eligible: held,
  ineligible: ({ campaign, grounds }) =>
    `${grounds ? `Lý do: ${grounds}. ` : ''}Cần trao đổi, đề nghị liên hệ ${campaign.office.name}.`,
  'on-hold': ({ holder }) =>
    `${holder ?? 'Cơ quan thẩm định'} đang giữ hồ sơ; có kết quả, Trợ lý báo ngay.`,
  'before-council': held,
  'not-passed': ({ grounds }) => (grounds ? `Lý do: ${grounds}.` : 'Hồ sơ dừng tại Hội đồng.'),
  'awaiting-signature': held,
  decided: held,
  'nominated-upward': held,
  notified: () => 'Đồng chí chưa phải làm gì thêm.',
  announced: ({ nomination }) => `Khi đã trao, nhắn "đã trao ${nomination.code}".`,
  awarded: () => 'Hồ sơ đã xong ở đơn vị.',
  archived: () => 'Hồ sơ đã xong.',
  withdrawn: () => 'Đơn vị đã rút hồ sơ; lịch sử vẫn được lưu.',
  revoked: ({ grounds }) => (grounds ? `Lý do: ${grounds}.` : 'Lịch sử hồ sơ vẫn được lưu.'),
  transferred: ({ continuedAs, heir, unit }) =>
    continuedAs === undefined
      ? 'Hồ sơ tiếp tục ở đơn vị mới.'
      : `Hồ sơ tiếp tục ở ${(heir ?? unit).name}: ${continuedAs}, bản nháp. Nhắn "trình ${continuedAs}" để xin ý kiến người đứng đầu.`,
}

function held({ holder, campaign }: NominationView): string {
  return `${holder ?? campaign.office.name} đang giữ hồ sơ; đồng chí chưa phải làm gì thêm.`
}

/** The points that are still open, by when, and how to answer them. */
function sayPoints({ nomination, points, supplementDueOn }: NominationView): string {
  const open = points.filter((point) => point.open)
  const due = supplementDueOn ? `, hạn hết ${sayDay(supplementDueOn)}` : ''
  if (open.length === 0) return `Đã bổ sung đủ. Nhắn "gửi lại ${nomination.code}".`
  const list = open.map(({ number, text }) => `${number}) ${shorten(text, 90)}`).join('\n')
  return `Cần ${open.length} điểm${due}:\n${list}\nGửi ảnh hoặc nhắn "điểm ${open[0]?.number ?? 1}: …".`
}

/** Where the nomination is, who holds it, since when, and what the reader must do. */
export function sayNominationState(view: NominationView): string {
  const { nomination, holdCategory } = view
  const hold = holdCategory ? ` (${HOLD_NAMES[holdCategory]})` : ''
  return [
    `${nomination.code} · ${sayNominee(nomination)}`,
    `${capitalise(STATE_NAMES[nomination.state])}${hold}, từ ${sayMoment(view.since)}.`,
    NEXT[nomination.state](view),
  ].join('\n')
}

/** Before it ends here and goes on elsewhere. */
export function sayTransferAsked(nomination: Nomination): string {
  return `Chuyển ${nomination.code} (${sayNominee(nomination)}) sang đơn vị mới? Hồ sơ cũ dừng và được lưu; đơn vị mới có bản nháp kèm giấy tờ đã gửi, trình theo quy trình mới.`
}

export function sayTransferred(old: Nomination, next: Nomination, unit: string): string {
  return `Đã chuyển ${old.code} sang ${unit}: bản nháp ${next.code}. Tác giả và người đứng đầu được báo.`
}

/** A reminder of a draft: by when, and what it still lacks. */
export function sayDraftWaits({ nomination }: NominationView, endsOn: LocalDate): string {
  const missing = missingFields(nomination).map((field) => FIELD_NAMES[field])
  const lacks = missing.length > 0 ? `Còn thiếu: ${missing.join('; ')}. ` : ''
  return `Bản nháp ${nomination.code} (${sayNominee(nomination)}) chưa trình; nhận đề nghị đến hết ${sayDay(endsOn)}.\n${lacks}Nhắn "trình ${nomination.code}" để tiếp tục, hoặc "rút ${nomination.code}".`
}

/** What has happened to a nomination, to those who have to know. */
export function sayMoved(view: NominationView, action: NominationAction): string {
  const { nomination, unit, award } = view
  if (action === 'submit')
    return [
      `${unit.fullName} trình hồ sơ ${nomination.code} đề nghị ${award?.name ?? 'khen thưởng'}.`,
      sayNominee(nomination),
      ...sayAchievement(view, 160),
      'Nhắn "hồ sơ chờ thẩm định" để xem tất cả.',
    ].join('\n')
  if (action === 'decline')
    return `${nomination.code} · ${sayNominee(nomination)}\nNgười đứng đầu đơn vị chưa đồng ý trình; hồ sơ trở lại bản nháp. Nhắn "trình ${nomination.code}" khi đã thống nhất, hoặc "rút ${nomination.code}".`
  return sayNominationState(view)
}

/** How a dossier is offered in a numbered list. */
export function sayNominationChoice(nomination: Nomination): string {
  return `${nomination.code} (${shorten(sayNominee(nomination), 40)})`
}

export function sayNominationList(nominations: readonly Nomination[]): string {
  if (nominations.length === 0)
    return 'Đơn vị chưa có hồ sơ đề nghị khen thưởng nào. Ví dụ: "đề nghị khen chị Nguyễn Thị A, công chức văn phòng, có sáng kiến …".'
  const lines = nominations.map(
    (nomination) =>
      `${nomination.code} · ${shorten(sayNominee(nomination), 60)}: ${STATE_NAMES[nomination.state]}`,
  )
  return `Hồ sơ của đơn vị:\n${lines.join('\n')}\nNhắn mã hồ sơ để xem chi tiết.`
}

/** The plan's criteria, verbatim, with where they stand. */
export function sayCriteria(campaign: Campaign): string {
  const offers = campaign.awards.filter((award) => award.selectedFrom === undefined)
  const blocks = offers.map((award) => {
    const { collective = [], individual = [] } = award.criteria
    const days = windowOf(campaign, award)
    const window = days
      ? `\n${days.wording.replace(/\.$/u, '')} (${sayDate(days.from)}–${sayDate(days.to)}).`
      : ''
    const lines = [
      collective.length > 0 ? `Tập thể:\n${collective.map((text) => `- ${text}`).join('\n')}` : '',
      individual.length > 0 ? `Cá nhân:\n${individual.map((text) => `- ${text}`).join('\n')}` : '',
    ].filter(Boolean)
    return `${award.name}\n${lines.join('\n')}${window}\nNguồn: ${award.source}.`
  })
  return blocks.join('\n\n')
}
