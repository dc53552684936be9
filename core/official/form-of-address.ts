import type { Official } from './official.ts'
import { givenName } from './official.ts'

/** Words of address, to which the given name is added. */
export const FORMS_OF_ADDRESS = [
  'đồng chí',
  'anh',
  'chị',
  'cô',
  'chú',
  'bác sĩ',
  'bác',
  'ông',
  'bà',
  'thầy',
] as const

/** Titles of office by which a person may ask to be addressed; a title gives no right. */
export const TITLES = [
  'Chủ tịch',
  'Phó Chủ tịch',
  'Bí thư',
  'Phó Bí thư',
  'Chánh Văn phòng',
  'Phó Chánh Văn phòng',
  'Trưởng phòng',
  'Phó Trưởng phòng',
  'Trưởng ban',
  'Phó Trưởng ban',
  'Giám đốc',
  'Phó Giám đốc',
  'Hiệu trưởng',
  'Phó Hiệu trưởng',
  'Chi cục trưởng',
  'Hạt trưởng',
  'Trạm trưởng',
  'Trưởng thôn',
  'Phó Trưởng thôn',
  'Tổ trưởng',
  'Ủy viên',
  'Chủ nhiệm',
] as const

/**
 * How the bot calls somebody: the chosen form, "đồng chí Chủ tịch" or "chị Hoa", or, where that is a
 * bare word of address, the word and the given name.
 */
export function callingOf({ address, name }: Pick<Official, 'address' | 'name'>): string {
  return isBare(address) ? `${address} ${givenName(name)}` : address
}

/** The word that stands for the person within a sentence: "anh" and "chị" if chosen, else "đồng chí". */
export function pronounOf({ address }: Pick<Official, 'address'>): string {
  const word = FORMS_OF_ADDRESS.find((form) => `${address} `.startsWith(`${form} `))
  return word ?? 'đồng chí'
}

function isBare(address: string): boolean {
  return FORMS_OF_ADDRESS.some((form) => form === address)
}
