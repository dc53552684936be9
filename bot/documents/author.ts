import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { AwardOffer, Campaign } from '../../core/campaign/campaign.ts'
import type { Unit, UnitKind } from '../../core/unit/unit.ts'
import { sayDate } from '../texts/moments.ts'
import type { Signer } from './letter-foot.ts'
import type { LetterHead } from './letter-head.ts'
import { agencyInText, placeOf, writtenLine } from './written-text.ts'

/** Who leads a unit of each kind that is no people's committee. */
const HEADS: Readonly<Record<UnitKind, string>> = {
  xa: 'Chủ tịch',
  phuong: 'Chủ tịch',
  'thi-tran': 'Chủ tịch',
  thon: 'Trưởng thôn',
  'to-dan-pho': 'Tổ trưởng',
  phong: 'Trưởng phòng',
  'van-phong': 'Chánh Văn phòng',
  ban: 'Trưởng ban',
  'trung-tam': 'Giám đốc',
  truong: 'Hiệu trưởng',
  tram: 'Trạm trưởng',
  'doan-the': 'Chủ tịch',
  'co-quan': 'Thủ trưởng cơ quan',
}

/** Words that give no letter to an abbreviation. */
const SMALL_WORDS = new Set(['và', 'của', 'các'])

/** The unit that writes a paper, as the paper's head, text and foot need it. */
export type Author = {
  readonly head: LetterHead & { readonly code: string }
  /** As the text names it. */
  readonly name: string
  readonly signer: Signer
  /** What the file copy's item ends with: "VT, PNV". */
  readonly fileCopy: string
}

/**
 * How a unit signs: a people's committee for itself, any other unit below the committee that issued
 * the campaign. `type` is the paper's own: "TTr", "BC"; an official letter has none.
 */
export function authorOf(
  unit: Unit,
  campaign: Campaign,
  { on, type }: { on: LocalDate; type?: string },
): Author {
  const isCommittee = /^UBND\s/u.test(unit.fullName)
  const short = isCommittee ? 'UBND' : initialsOf(unit.name)
  const code = type === undefined ? short : `${type}-${short}`
  const issuer = isCommittee ? unit.fullName : unit.name
  const place = placeOf(isCommittee ? unit.fullName : campaign.issuer)
  const head = {
    issuer,
    ...(isCommittee ? {} : { superior: campaign.issuer }),
    code,
    place,
    on,
  }
  const signer: Signer = isCommittee
    ? { authority: ['TM. Ủy ban nhân dân'], position: 'Chủ tịch' }
    : { position: HEADS[unit.kind] }
  const name = isCommittee ? agencyInText(unit.fullName) : writtenLine(unit.fullName)
  return { head, name, signer, fileCopy: isCommittee ? 'Lưu: VT' : `Lưu: VT, ${short}` }
}

/** "Phòng Văn hóa - Xã hội" → "PVHXH". */
function initialsOf(name: string): string {
  const words = writtenLine(name).match(/[\p{L}\d]+/gu) ?? []
  return words
    .filter((word) => !SMALL_WORDS.has(word.toLocaleLowerCase('vi')))
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.charAt(0)))
    .join('')
    .toLocaleUpperCase('vi')
}

/** The plan, with number and day where it has them: "Kế hoạch số … ngày … của …". */
export function planOf({ number, issuedOn, issuedWording, issuer }: Campaign): string {
  const named = number === undefined ? 'Kế hoạch' : `Kế hoạch số ${number}`
  const day = issuedOn
    ? `ngày ${sayDate(issuedOn)}`
    : issuedWording.replace(/^ngày tháng/u, 'ngày … tháng')
  return `${named} ${day} của ${agencyInText(issuer)}`
}

/** The campaign's title inside a sentence. */
export function titleInText({ title }: Campaign): string {
  return title.charAt(0).toLocaleLowerCase('vi') + title.slice(1)
}

const FORMS: Readonly<Record<AwardOffer['form'], string>> = {
  'giay-khen': 'Giấy khen',
  'bang-khen': 'Bằng khen',
  'cap-nha-nuoc': 'khen thưởng cấp nhà nước',
}

/** "Giấy khen": the form of an award as a sentence names it. */
export function formOf(award: AwardOffer | undefined): string {
  return award ? FORMS[award.form] : 'khen thưởng'
}

/** Counts are written with two digits at least: "03 tập thể". */
export function count(number: number): string {
  return String(number).padStart(2, '0')
}
