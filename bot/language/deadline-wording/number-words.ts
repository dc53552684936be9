import type { Reading } from '../writing/fold.ts'

const DIGIT_WORDS: Readonly<Record<string, number>> = {
  ...{ khong: 0, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, nham: 5 },
  ...{ sau: 6, bay: 7, tam: 8, chin: 9 },
}
const ONE = 'mot|hai|ba|bon|nam|sau|bay|tam|chin'
const TENS = `(?:(?:${ONE}) )?muoi(?: (?:mot|hai|ba|bon|tu|lam|nham|sau|bay|tam|chin))?`
/** "hai lăm" is said for 25. */
const SHORT_TENS = '(?:hai|ba) (?:mot|tu|lam|nham)'
/** Numbers below a hundred as words, folded. */
export const NUMBER = `(?:${TENS}|${SHORT_TENS}|${ONE})`

/** "hai mươi lăm" → 25, "mười" → 10, "tám" → 8. */
export function valueOf(words: string): number {
  const parts = words.split(' ')
  const ten = parts.indexOf('muoi')
  const [first = 0, second] = parts.map((part) => DIGIT_WORDS[part] ?? 0)
  if (ten < 0) return second === undefined ? first : first * 10 + second
  const tens = ten === 0 ? 1 : (DIGIT_WORDS[parts[0] ?? ''] ?? 1)
  return tens * 10 + (DIGIT_WORDS[parts[ten + 1] ?? ''] ?? 0)
}

type Place = {
  readonly pattern: RegExp
  /** What stands before and after the number word must allow it: "sau ngày" is no "sáu ngày". */
  readonly unless?: (typed: string, reading: Reading) => boolean
}

/** With marks "sáu" and "sau" are told apart; without them "sau ngay" is far oftener "after the day". */
const isAfter = (typed: string, { marked }: Reading) =>
  marked ? typed.toLowerCase() === 'sau' : typed === 'sau'

/** Where numbers are written as words in a wording, folded. A month's comes first: "tháng năm năm 2026". */
const PLACES: readonly Place[] = [
  {
    pattern: /(?<=\bthang )(?:muoi (?:mot|hai)|muoi|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin)\b/g,
    unless: isAfter,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:ngay|mung|mong) )${NUMBER}\\b(?= (?:thang|hang|moi|cua|nay|toi|sau)|[,.;)]|$)`,
      'g',
    ),
    unless: (typed, reading) => isAfter(typed, reading) || /^m[oố]t$/.test(typed),
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:thu|thang|ngay) )\\b${NUMBER}(?= (?:ngay|tuan|thang|gio)\\b(?! \\d))`,
      'g',
    ),
    unless: isAfter,
  },
  { pattern: new RegExp(`(?<=\\bgio )${NUMBER}(?= phut|[,.;]|$)`, 'g') },
]

const YEAR = new RegExp(
  `\\bhai (?:nghin|ngan)(?: khong tram)?(?: (?:linh|le))? (${NUMBER})\\b`,
  'g',
)
/** "05 (năm) ngày": the number once more in words or figures. */
const REPEATED = /(?<=\d ?)\((?:[a-z]+(?: [a-z]+){0,3}|\d{1,3})\) ?(?=ngay|tuan|thang|gio)/g

/** The typed text with the numbers that count or name days in figures; all else stays as it is. */
export function withFigures(reading: Reading): string {
  const { typed, folded } = reading
  const found: { start: number; end: number; figures: string }[] = []
  const take = (start: number, length: number, figures: string): void => {
    const end = start + length
    if (!found.some((other) => start < other.end && other.start < end))
      found.push({ start, end, figures })
  }
  for (const match of folded.matchAll(REPEATED)) take(match.index, match[0].length, '')
  for (const match of folded.matchAll(YEAR))
    take(match.index, match[0].length, String(2000 + valueOf(match[1] ?? '')))
  for (const { pattern, unless } of PLACES)
    for (const match of folded.matchAll(pattern)) {
      const [words] = match
      const written = typed.slice(match.index, match.index + words.length)
      if (unless?.(written, reading) !== true)
        take(match.index, words.length, String(valueOf(words)))
    }
  return found
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, figures }) => text.slice(0, start) + figures + text.slice(end),
      typed,
    )
}
