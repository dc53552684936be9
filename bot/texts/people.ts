import type { Official } from '../../core/official/official.ts'
import { callingOf, pronounOf } from '../../core/official/form-of-address.ts'

/** "đồng chí Hoa", "chị Hoa", "đồng chí Chủ tịch": the form the person chose. */
export function sayName(official: Pick<Official, 'address' | 'name'>): string {
  return callingOf(official)
}

/** The reader, where no name, title or other person follows. */
const READER =
  /(?<!(?<!\p{L})(?:một|các|những|mỗi|mọi|nhiều|\d+) )[Đđ]ồng chí(?! (?:\p{Lu}|\d|thứ|khác|ấy|nào|này|đó|kia))(?!\p{L})/gu
const QUOTED = /("[^"\n]*")/u

/**
 * What the bot says to somebody, in the word of address that the person chose: "anh", "chị" instead of
 * "đồng chí". Other people in it, and what stands in quotation marks, keep their words.
 */
export function sayTo(official: Pick<Official, 'address'>, text: string): string {
  const word = pronounOf(official)
  if (word === 'đồng chí') return text
  const put = (said: string): string =>
    said.replace(READER, (found) => (found.startsWith('Đ') ? capitalise(word) : word))
  return text
    .split(QUOTED)
    .map((part) => (part.startsWith('"') ? part : put(part)))
    .join('')
}

/** "Đồng chí", at the head of a sentence. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

const GRAPHEMES = new Intl.Segmenter('vi')

/** Cut at a word, so that a quoted text stays one line on a phone; `most` counts UTF-16 units. */
export function shorten(text: string, most: number): string {
  const oneLine = text.replace(/\s+/gu, ' ').trim()
  if (oneLine.length <= most) return oneLine
  let kept = ''
  for (const word of oneLine.split(' ')) {
    if (kept.length + word.length + 1 >= most) break
    kept += kept === '' ? word : ` ${word}`
  }
  return `${kept === '' ? cutWord(oneLine, most - 1) : kept}…`
}

function cutWord(word: string, most: number): string {
  let kept = ''
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  return kept
}
