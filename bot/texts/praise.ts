import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Notice } from '../../core/notice.ts'
import type { Official } from '../../core/official/official.ts'
import type { Praise, Praiseworthy } from '../../core/praise/praise.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { shorten } from './people.ts'

const LONGEST = 300

/** What is told of a report or an award where the office has no words of its own. */
export function sayPraise(
  source: Praiseworthy,
  { unit, campaign }: { unit: Unit; campaign: Campaign },
): string {
  if (source.kind === 'report')
    return `Nêu gương ${unit.fullName}: ${shorten(source.report.content.text, LONGEST)}`
  const { nomineeKind, nomineeName, position, achievement, awardId } = source.nomination
  const award = campaign.awards.find(({ id }) => id === awardId)
  const who =
    nomineeKind === 'collective'
      ? nomineeName
      : `đồng chí ${[nomineeName, position, unit.fullName].filter(Boolean).join(', ')}`
  const given = award ? `, được tặng ${award.name}` : ''
  return `Nêu gương ${who}${given}. Thành tích: ${shorten(achievement, LONGEST)}`
}

/** To whoever may agree: the very words, before anybody else reads them. */
export function sayConsentAsked({
  praise,
  office,
}: Extract<Notice, { kind: 'consent-asked' }>): string {
  const { code, sourceCode, text, photoId } = praise
  return [
    `${office} xin ý kiến nêu gương (${code}, từ ${sourceCode}) với nội dung:`,
    `"${text.replaceAll('"', '”')}"`,
    photoId === undefined
      ? 'Tên người nêu ở trên chỉ được gửi đi khi người ấy đồng ý. Đồng ý rồi vẫn rút lại được.'
      : 'Tên và ảnh chỉ được gửi đi khi người được nêu, người trong ảnh đồng ý. Đồng ý rồi vẫn rút lại được.',
  ].join('\n')
}

/** To the author, when consent was given, refused or taken back. */
export function sayConsentGiven({ code, state, photoId, photoAgreed }: Praise): string {
  if (state === 'agreed' && photoId !== undefined && !photoAgreed)
    return `${code}: đã có đồng ý về nội dung, không dùng ảnh; tin chưa đi sẽ không kèm ảnh. Nhắn "gửi ${code}" để xem trước và gửi.`
  if (state === 'agreed')
    return `${code}: đã có đồng ý nêu gương${photoAgreed ? ', cả ảnh' : ''}. Nhắn "gửi ${code}" để xem trước và gửi.`
  return state === 'withdrawn'
    ? `${code}: đồng ý nêu gương đã được rút lại; tin chưa đi được dừng.`
    : `${code}: chưa được đồng ý nêu gương nên không gửi.`
}

export function sayConsentRequested(
  { code, text, photoId }: Praise,
  asked: readonly Pick<Official, 'name'>[],
): string {
  return [
    `Đã xin ý kiến ${asked.map(({ name }) => name).join(', ')} về ${code}:`,
    `"${text.replaceAll('"', '”')}"`,
    `${photoId === undefined ? '' : 'Ảnh được hỏi ý kiến riêng. '}Chưa có ai khác nhận được nội dung này. Có trả lời, Trợ lý báo đồng chí.`,
  ].join('\n')
}

/** To whoever answered. */
export function sayConsentNoted({ code, state, photoId, photoAgreed }: Praise): string {
  if (state === 'agreed' && photoId !== undefined)
    return photoAgreed
      ? `✅ Đã ghi nhận đồng ý nêu gương kèm ảnh (${code}). Muốn rút riêng ảnh, nhắn "rút ảnh ${code}"; rút cả, nhắn "rút ${code}".`
      : `✅ Đã ghi nhận đồng ý nêu gương, không dùng ảnh (${code}). Muốn rút lại, nhắn "rút ${code}".`
  return state === 'agreed'
    ? `✅ Đã ghi nhận đồng ý nêu gương (${code}). Muốn rút lại, nhắn "rút ${code}".`
    : `Đã ghi nhận: không nêu gương (${code}).`
}

export function sayConsentTakenBack({ code }: Praise): string {
  return `Đã rút đồng ý nêu gương ${code}. Tin chưa đi được dừng lại; tin đã đi thì không thu hồi được.`
}

export function sayPhotoTakenBack({ code }: Praise): string {
  return `Đã rút đồng ý dùng ảnh của ${code}. Tin chưa đi sẽ không kèm ảnh; ảnh đã đi thì không thu hồi được. Muốn rút cả nội dung, nhắn "rút ${code}".`
}
