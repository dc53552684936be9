import type { AwardOffer, Campaign } from '../../core/campaign/campaign.ts'
import { windowOf } from '../../core/campaign/nomination-window.ts'
import type { MissingField, Nomination, NominationState } from '../../core/nomination/nomination.ts'
import { sayDate, sayMoment } from './moments.ts'
import { capitalise, shorten } from './people.ts'

const STATES: Record<NominationState, string> = {
  draft: 'bản nháp của đơn vị',
  'awaiting-endorsement': 'chờ ý kiến người đứng đầu đơn vị',
  submitted: 'đã trình',
  declined: 'người đứng đầu đơn vị không trình',
  withdrawn: 'đã rút',
}

const QUESTIONS: Record<MissingField, (nomination: Nomination) => string> = {
  nominee: ({ nomineeKind }) =>
    nomineeKind === 'individual'
      ? 'Xin cho biết **họ tên và chức vụ** người được đề nghị khen.'
      : 'Xin cho biết **tên đầy đủ của tập thể** được đề nghị khen.',
  achievement: () =>
    'Xin cho biết **thành tích tiêu biểu**, viết một hai câu (việc gì, kết quả ra sao).',
}

function plain(text: string): string {
  return text.replaceAll('**', '')
}

export function askMissing(field: MissingField, nomination: Nomination): string {
  return plain(QUESTIONS[field](nomination))
}

export function sayNominee(nomination: Nomination): string {
  const kind = nomination.nomineeKind === 'individual' ? 'Cá nhân' : 'Tập thể'
  if (nomination.nomineeName === '') return `${kind}: chưa có tên`
  const position = nomination.position ? `, ${nomination.position}` : ''
  return `${kind}: ${nomination.nomineeName}${position}`
}

export function sayDraft(nomination: Nomination, award: AwardOffer): string {
  const lines = [`Đã lập nháp ${nomination.code} · ${award.name}`, sayNominee(nomination)]
  if (nomination.achievement !== '')
    lines.push(`Thành tích: ${shorten(nomination.achievement, 140)}`)
  return lines.join('\n')
}

export const SUBMIT_QUESTION = 'Trình người đứng đầu đơn vị cho ý kiến?'

/** What the head is asked. */
export function sayEndorsementAsked(nomination: Nomination, awardName: string): string {
  return [
    `${nomination.code} xin ý kiến đồng chí: đề nghị ${awardName}.`,
    sayNominee(nomination),
    `Thành tích: ${shorten(nomination.achievement, 160)}`,
    'Đồng ý trình cơ quan thẩm định?',
  ].join('\n')
}

/** Who holds the nomination now, and what the person must do. */
export function sayNominationState(nomination: Nomination, campaign: Campaign): string {
  const since = sayMoment(nomination.stateSince)
  const next: Record<NominationState, string> = {
    draft: `Còn ở đơn vị. Nhắn "trình ${nomination.code}" để xin ý kiến người đứng đầu.`,
    'awaiting-endorsement': 'Đang chờ người đứng đầu đơn vị; đồng chí chưa phải làm gì thêm.',
    submitted: `${campaign.office.name} đang giữ hồ sơ; đồng chí chưa phải làm gì thêm.`,
    declined: 'Hồ sơ dừng ở đơn vị.',
    withdrawn: 'Đơn vị đã rút hồ sơ.',
  }
  return [
    `${nomination.code} · ${sayNominee(nomination)}`,
    `${capitalise(STATES[nomination.state])}, từ ${since}.`,
    next[nomination.state],
  ].join('\n')
}

export function sayNominationList(nominations: readonly Nomination[]): string {
  if (nominations.length === 0)
    return 'Đơn vị chưa có hồ sơ đề nghị khen thưởng nào. Ví dụ: "đề nghị khen chị Nguyễn Thị A, công chức văn phòng, có sáng kiến …".'
  const lines = nominations.map(
    (nomination) =>
      `${nomination.code} · ${shorten(sayNominee(nomination), 60)}: ${STATES[nomination.state]}`,
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
