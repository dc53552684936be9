/** The TCVN3 (ABC) code page as Latin-1 shows it, row by row: what is seen, what was meant. */
const ROWS: readonly (readonly [seen: string, meant: string])[] = [
  ['¡¢£¤¥¦§', 'ĂÂÊÔƠƯĐ'],
  ['¨©ª«¬\u00AD®', 'ăâêôơưđ'],
  ['µ¶·¸¹', 'àảãáạ'],
  ['»¼½¾Æ', 'ằẳẵắặ'],
  ['ÇÈÉÊË', 'ầẩẫấậ'],
  ['ÌÎÏÐÑ', 'èẻẽéẹ'],
  ['ÒÓÔÕÖ', 'ềểễếệ'],
  ['×ØÜÝÞ', 'ìỉĩíị'],
  ['ßáâãä', 'òỏõóọ'],
  ['åæçèé', 'ồổỗốộ'],
  ['êëìíî', 'ờởỡớợ'],
  ['ïñòóô', 'ùủũúụ'],
  ['õö÷øù', 'ừửữứự'],
  ['úûüýþ', 'ỳỷỹýỵ'],
]

const MEANT = new Map(
  ROWS.flatMap(([seen, meant]) =>
    Array.from(seen, (letter, at) => [letter, meant.charAt(at)] as const),
  ),
)

/** Signs that no Vietnamese word has, right behind a letter. */
const TELLTALE = /[A-Za-z][¡-ª¬-º¼-¾ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþ]/g
const UNICODE_VIETNAMESE = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]|\p{M}/u

/** Text pasted from an old .VnTime document, in Unicode; any other text unchanged. */
export function decodeTcvn3(text: string): string {
  if (UNICODE_VIETNAMESE.test(text)) return text
  if ((text.match(TELLTALE)?.length ?? 0) < 2) return text
  return text.replace(/[\u00A1-\u00FE]/g, (letter) => MEANT.get(letter) ?? letter)
}
