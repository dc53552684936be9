import type { Reading, Span } from '../writing/fold.ts'
import { fold } from '../writing/fold.ts'
import type { ContentWords } from '../understanding.ts'

/** A wording of a content, split where "…" lets other words stand. No number: it says that nothing is meant. */
type Wording = {
  readonly number?: number
  /** Its first word; where that is not, the wording is not. */
  readonly first: string
  readonly pattern: RegExp
  readonly weight: number
}

const GAP = '(?: [a-z\\d%/]+){0,4}? '
const EXPLICIT =
  /\b(?:noi dung|nd|phan|muc ii\.?) ?(?:so )?(\d)(?![\d/.,]|\s*(?:y kien|kien nghi|cau))/g

function wordingOf(words: string, number: number): Wording {
  const means = !words.startsWith('-')
  const folded = fold(means ? words : words.slice(1)).replace(/[,;]\s*/g, ' ')
  const body = folded
    .split(/ ?… ?/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ ,]+'))
    .join(GAP)
  return {
    ...(means ? { number } : {}),
    first: /^[a-z\d]+/.exec(folded)?.[0] ?? '',
    pattern: new RegExp(`(?<![a-z\\d])${body}(?![a-z\\d])`, 'g'),
    weight: folded.length,
  }
}

const wordingsOf = new WeakMap<readonly ContentWords[], readonly Wording[]>()

function indexOf(contents: readonly ContentWords[]): readonly Wording[] {
  const known = wordingsOf.get(contents)
  if (known !== undefined) return known
  const wordings = contents.flatMap(({ number, words }) =>
    words.map((word) => wordingOf(word, number)),
  )
  wordingsOf.set(contents, wordings)
  return wordings
}

/** "4 buổi tt", "tt về luật": elsewhere "tt" is a town, a centre, a circular. */
const SHORT_PROPAGATION =
  /(?<=\b(?:buoi|hn|hoi nghi|luot|cuoc|dot) )tt\b(?! (?:\d|so ))|\btt(?= (?:ve|luu dong|pbgdpl|phap luat|luat)\b)/g

const covers = (a: Span, b: Span) => a.start <= b.start && b.end <= a.end

/**
 * Which of the plan's contents a message speaks of, ascending. The words come with the plan: the
 * longest wording wins where two cover the same text ("tuyên truyền pháp luật" over "tuyên truyền"),
 * "…" stands for up to four words, and a wording that begins with "-" takes its text out ("-kỷ luật").
 * A content may also be named by its number: "nội dung 4".
 */
export function readContents(
  reading: Reading,
  contents: readonly ContentWords[],
): readonly number[] {
  const text = reading.folded.replace(/\s+/g, ' ').replace(SHORT_PROPAGATION, 'tuyen truyen')
  const spoken = indexOf(contents).filter(({ first }) => text.includes(first))
  const found = spoken.flatMap(({ number, pattern, weight }) =>
    [...text.matchAll(pattern)].map(({ 0: match, index: start }) => ({
      ...{ start, end: start + match.length, weight },
      ...(number === undefined ? {} : { number }),
    })),
  )
  const meant = found.filter(
    (one) =>
      !found.some((other) => other !== one && other.weight > one.weight && covers(other, one)),
  )
  const explicit = [...text.matchAll(EXPLICIT)].map((match) => Number(match[1]))
  const numbers = [...meant.flatMap(({ number }) => number ?? []), ...explicit].filter((number) =>
    contents.some((content) => content.number === number),
  )
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}
