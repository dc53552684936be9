import type { NomineeKind } from '../../../core/campaign/campaign.ts'

export type ReadNominee = {
  readonly nomineeKind: NomineeKind
  readonly nomineeName?: string
  readonly position?: string
  readonly achievement?: string
}

/** What introduces a nomination: "đề nghị tặng giấy khen cho …", "gioi thieu guong …". */
const OPENING =
  /^.*?(?:đề nghị|de nghi|đề cử|de cu|giới thiệu|gioi thieu|xin|đề xuất|de xuat)(?:\s+|$)(?:(?:khen thưởng|khen thuong|khen|tặng|tang|xét|xet|giấy khen|giay khen|bằng khen|bang khen|gương|guong|điển hình|dien hinh|tiên tiến|tien tien|của|cua|chủ tịch|chu tich|ubnd|huyện|huyen|tỉnh|tinh|xã|xa|cho|cá nhân|ca nhan)(?:\s+|$))*/iu
const COLLECTIVE_OPENING = /(?<!\p{L})(?:tập thể|tap the)\s+/iu
const TITLES = /^(?:(?:đồng chí|đ\/c|dong chi|d\/c|đc|dc|ông|bà|anh|chị|cô|em|ong|ba|chi|co)\s+)/iu
const COLLECTIVE_WORDS =
  /^(?:ubnd|trường|truong|phòng|phong|ban|chi bộ|chi hội|hội|thôn|tổ|trạm|trung tâm|văn phòng|công an)(?!\p{L})/iu

/** "Chi hội trưởng phụ nữ thôn 3": the number belongs to the place, and counts nothing. */
const NUMBERED_PLACE =
  /(?<!\p{L})(?:thôn|thon|bản|ban|tổ|to|khu|khối|khoi|xóm|xom|ấp|ap|số|so)\s+\d+(?!\S)/giu

/** Where a name, a position and an achievement part from each other. */
const SEPARATORS = /\s*[,;:–]\s+|\s+-\s+|\s+(?=(?:vì|vi|do|đã|da|có thành tích|co thanh tich)\s)/u

/**
 * Reads whom a message nominates and for what: "đề nghị khen chị Nguyễn Thị Hoa, chi hội trưởng phụ nữ
 * thôn 3, vận động 12 hộ hiến đất". The name ends at the first comma; what follows up to the second is
 * the position, the rest the achievement. What is not there is left out, for the bot to ask.
 */
export function readNominee(text: string): ReadNominee {
  const body = text.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(OPENING, '')
  const collective = COLLECTIVE_OPENING.test(text) || COLLECTIVE_WORDS.test(body)
  const parts = body.replace(COLLECTIVE_OPENING, '').split(SEPARATORS)
  return collective ? readCollective(parts) : readIndividual(parts)
}

function readCollective([first = '', ...rest]: readonly string[]): ReadNominee {
  const nomineeKind = 'collective'
  const nomineeName = first.trim()
  if (!nomineeName.includes(' ')) return { nomineeKind }
  return { nomineeKind, nomineeName, ...achievementOf(rest) }
}

function readIndividual([first = '', ...rest]: readonly string[]): ReadNominee {
  const nomineeKind = 'individual'
  const nomineeName = first.replace(TITLES, '').trim()
  const words = nomineeName.split(' ').length
  if (words < 2 || words > 6 || /\d/u.test(nomineeName)) return { nomineeKind }
  const [position = ''] = rest
  if (rest.length < 2 || /\d/u.test(position.replace(NUMBERED_PLACE, '')))
    return { nomineeKind, nomineeName, ...achievementOf(rest) }
  return { nomineeKind, nomineeName, position, ...achievementOf(rest.slice(1)) }
}

function achievementOf(parts: readonly string[]): { achievement?: string } {
  const achievement = readAchievement(parts.join(', '))
  return achievement === undefined ? {} : { achievement }
}

const ANNOUNCED = /^(?:(?:thành tích|thanh tich|lý do|ly do|vì|vi)(?: (?:là|la))?\s*[:,]\s*)+/iu

/** An achievement in the person's own words, without "thành tích:" before it; undefined where words are wanting. */
export function readAchievement(text: string): string | undefined {
  const achievement = text.normalize('NFC').trim().replace(ANNOUNCED, '')
  return saysSomething(achievement) ? achievement : undefined
}

/** The name of a nominee, which has at least two words. */
export function readNomineeName(text: string): string | undefined {
  const name = text.normalize('NFC').trim()
  return saysSomething(name) ? name : undefined
}

/** A digit or a single word is an answer to some other question. */
function saysSomething(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu) ?? []).length >= 2
}
