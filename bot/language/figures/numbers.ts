import type { Reading } from '../writing/fold.ts'

/** A number as written, in digits or words, with where it stood. */
export type NumberMatch = {
  readonly value: number
  readonly start: number
  readonly end: number
  readonly inWords?: boolean
}

/** 12 · 1.250 · 1,250 · 12.500.000 · 2,5 */
export const DIGITS = String.raw`\d{1,3}(?:[.,]\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)|\d+`

const GROUPED = /^\d{1,3}(?:[.,]\d{3})+(?:,\d{1,2})?$/

/** Reads digits the Vietnamese way: groups of three are thousands, whatever the mark; a comma or point before one or two digits is a decimal. */
export function numberOf(digits: string): number {
  if (!GROUPED.test(digits)) return Number(digits.replace(',', '.'))
  const [whole = '', decimals] = /,\d{1,2}$/.test(digits)
    ? [digits.slice(0, digits.lastIndexOf(',')), digits.slice(digits.lastIndexOf(',') + 1)]
    : [digits]
  return Number(whole.replace(/[.,]/g, '') + (decimals === undefined ? '' : `.${decimals}`))
}

/** What "chục", "nghìn", "triệu", "tr" … multiply by, folded. */
export const SCALES: Readonly<Record<string, number>> = {
  ...{ chuc: 10, tram: 100, nghin: 1e3, ngan: 1e3, k: 1e3, van: 1e4 },
  ...{ trieu: 1e6, tr: 1e6, trd: 1e6, ty: 1e9, ti: 1e9 },
}

const UNITS: Readonly<Record<string, number>> = {
  ...{ mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, sau: 6, bay: 7, tam: 8, chin: 9 },
}

/** The spellings that are numbers when the person types with marks. */
export const MARKED_NUMBERS: ReadonlySet<string> = new Set(
  (
    'một mốt hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi chục trăm nghìn ngàn vạn triệu tỷ tỉ ' +
    'linh lẻ rưỡi'
  ).split(' '),
)

const NUMBER_WORDS =
  /\b(?:(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\b)(?: (?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|chuc|tram|nghin|ngan|van|linh|le)\b)*|(?<=\b(?:khoang|tam|gan|hon|co|chung) )(?:chuc|tram)\b/g

/** "tầm chục buổi": "tầm" folds like "tám". */
const ABOUT_TEN = /^tam (?:chuc|tram)\b/

/** Adds up words such as "một trăm năm mươi"; nothing where they do not make a number. */
function sumOf(words: readonly string[]): number | undefined {
  let total = 0
  let group = 0
  let unit: number | undefined
  for (const word of words) {
    if (word === 'linh' || word === 'le') continue
    const digit = UNITS[word]
    if (digit !== undefined) {
      if (unit !== undefined) return undefined
      unit = digit
      continue
    }
    const scale = word === 'muoi' ? 10 : (SCALES[word] ?? 1)
    if (scale >= 1000) {
      total += (group + (unit ?? 0) || 1) * scale
      group = 0
    } else group += (unit ?? 1) * scale
    unit = undefined
  }
  return total + group + (unit ?? 0)
}

function isNumberIn(reading: Reading, start: number, words: readonly string[]): boolean {
  if (!reading.marked) return true
  const end = start + words.join(' ').length
  return reading.typed
    .slice(start, end)
    .toLowerCase()
    .split(' ')
    .every((word) => MARKED_NUMBERS.has(word))
}

/**
 * Numbers written as words. Without marks "sau" may be "after" and "nam" a name: whoever asks has
 * to look at what follows.
 */
export function numbersInWords(reading: Reading, masked: string): readonly NumberMatch[] {
  return [...masked.matchAll(NUMBER_WORDS)].flatMap((found) => {
    const spoken = found[0].split(' ')
    const isAbout =
      reading.marked && ABOUT_TEN.test(found[0]) && !isNumberIn(reading, found.index, spoken)
    const words = isAbout ? spoken.slice(1) : spoken
    const start = found.index + (isAbout ? 'tam '.length : 0)
    const value = isNumberIn(reading, start, words) ? sumOf(words) : undefined
    if (value === undefined) return []
    return [{ value, start, end: found.index + found[0].length }]
  })
}
