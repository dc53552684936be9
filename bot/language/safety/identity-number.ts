import { normalise } from '../writing/fold.ts'

/** What stands for a number that is not kept. */
export const HIDDEN_NUMBER = '[số đã ẩn]'

/** Twelve digits that begin with a province's code (001–096), also in groups of three or four. */
const PERSONAL =
  /(?<![\d.,/])0(?:0[1-9]|[1-8]\d|9[0-6])(?:\d{9}|[ .-]\d{3}[ .-]\d{3}[ .-]\d{3}|\d[ .-]\d{4}[ .-]\d{4})(?!\d|[.,/]\d)/gu
const PAPER =
  '(?:cccd|cmnd|cmtnd|cmt|c[ăa]n c[ưu][ớo]c|ch[ứu]ng minh|[đd][ịi]nh danh|h[ộo] chi[ếe]u|passport)'
const BETWEEN = '(?:(?!s[đd]t|[đd]t|[đd]i[ệe]n tho[ạa]i)[^\\d\\n]){0,30}?'
/** Nine digits or twelve behind the name of an identity paper, or a passport's letter and seven. */
const NAMED = new RegExp(
  `(?<=(?<![\\p{L}\\d])${PAPER}(?![\\p{L}\\d])${BETWEEN})(?:\\d{3}(?:[ -]?\\d{3}){2}(?:[ -]?\\d{3})?|(?<!\\p{L})[a-z]\\d{7})(?!\\d|[.,/]\\d| ?(?:đ|d|đồng|dong|vnd)(?!\\p{L}))`,
  'giu',
)

/**
 * The message without the numbers of identity papers, each replaced by `HIDDEN_NUMBER`: personal data
 * (Luật 91/2025/QH15) that no report needs. The very same text where there are none. Telephones, amounts
 * and numbers of documents stay.
 */
export function hideIdentityNumbers(text: string): string {
  if (!/\d/u.test(text.normalize('NFKC'))) return text
  const plain = normalise(text)
  const hidden = plain.replace(NAMED, HIDDEN_NUMBER).replace(PERSONAL, HIDDEN_NUMBER)
  return hidden === plain ? text : hidden
}
