import { fold } from './fold.ts'
import { INTENT_PHRASES } from '../intents/intent-phrases.ts'
import { isSyllable } from './telex.ts'
import { nearWords, VOCABULARY } from './vocabulary.ts'

/** Words that stand side by side in what people say. */
const PAIRS: ReadonlySet<string> = new Set(
  Object.values(INTENT_PHRASES)
    .flat()
    .flatMap((phrase) => {
      const words = fold(phrase).split(' ')
      return words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)
    }),
)
const PAIR_BONUS = 0.7

type Candidate = { readonly word: string; readonly pairs: number; readonly cost: number }

/** What the word at that place may have been meant for, the likeliest first: near it, and more at home beside its neighbours. */
function meantAt(words: readonly string[], at: number): readonly Candidate[] {
  const [before = '', written = '', after = ''] = [words[at - 1], words[at], words[at + 1]]
  const pairsOf = (word: string) =>
    Number(PAIRS.has(`${before} ${word}`)) + Number(PAIRS.has(`${word} ${after}`))
  const own = pairsOf(written)
  return nearWords(written)
    .map(({ word, cost }) => {
      const pairs = pairsOf(word)
      return { word, pairs, cost: cost - (pairs - own) * PAIR_BONUS }
    })
    .toSorted((a, b) => a.cost - b.cost)
}

function bestIn(words: readonly string[], at: number): string | undefined {
  const [best, second] = meantAt(words, at)
  if (best === undefined || (isSyllable(words[at] ?? '') && best.pairs === 0)) return undefined
  return second === undefined || second.cost > best.cost ? best.word : undefined
}

const TITLES: ReadonlySet<string> = new Set([
  'anh',
  'chi',
  'ong',
  'ba',
  'co',
  'chu',
  'bac',
  'thi',
  'van',
])

/** Known, or no word at all, or a person's name. */
const isKnown = (word: string, at: number, words: readonly string[]) =>
  word.length < 2 ||
  !/^[a-z]+$/.test(word) ||
  VOCABULARY.has(word) ||
  (isSyllable(word) && TITLES.has(words[at - 1] ?? ''))

/** Whether any word is one nobody listens for, perhaps a damaged one. */
export function hasStrangeWord(line: string): boolean {
  return !line.split(' ').every(isKnown)
}

/**
 * The line with damaged words put right, each by the nearest word the rules know. By default only
 * words that cannot be Vietnamese; `boldly` also those that can but that nobody listens for, where
 * a neighbour supports it. Equal when nothing could be repaired.
 */
export function repair(line: string, boldly: boolean): string {
  const words = line.split(' ')
  return words
    .map((word, at) => {
      if (isKnown(word, at, words) || (isSyllable(word) && !boldly)) return word
      return bestIn(words, at) ?? word
    })
    .join(' ')
}

/** How far from a word what was meant may be. */
const MEANT = 1.3

/** Words that make another thing of what is said: a question, its opposite, its past. */
const TURNING: ReadonlySet<string> = new Set(['chua', 'khong', 'nao', 'sao', 'dung', 'roi', 'hay'])

/** Whether a line that may have been meant has such a word where the written one has none. */
export const isTurned = (meant: string, line: string): boolean =>
  meant.split(' ').some((word, at) => TURNING.has(word) && word !== line.split(' ')[at])

/** Whether a strange word may be one that turns what the others say: "trả lại đủ ảnh chưna". */
export function mayBeTurned(line: string): boolean {
  const words = line.split(' ')
  return words.some(
    (word, at) =>
      word.length > 2 &&
      !isKnown(word, at, words) &&
      nearWords(word).some((near) => near.cost <= MEANT && TURNING.has(near.word)),
  )
}

const MOST_WORDS = 12
const MOST_VARIANTS = 20

/** A line that may have been meant; `cost` says how far from what is written, less where its words are often heard together. */
export type Variant = {
  readonly line: string
  readonly cost: number
  /** The word that was changed is one that people say: it may well have been meant. */
  readonly known: boolean
}

/** Of two letters too little is left, unless a word beside it asks for the one that is meant. */
function isAskedFor(meant: string, words: readonly string[], at: number): boolean {
  const [before = '', word = '', after = ''] = [words[at - 1], words[at], words[at + 1]]
  if (word.length > 2 || PAIRS.has(`${before} ${meant}`)) return true
  return after.length > 3 && PAIRS.has(`${meant} ${after}`) && !PAIRS.has(`${word} ${after}`)
}

/**
 * Lines that may have been meant if one word is damaged, the likeliest first: a strange word by any
 * near it, a known one only by such as its neighbours support, one of two letters ("to" may be "ko")
 * only where a word beside it asks for it, a known one of two only where both do.
 */
export function variantsOf(line: string): readonly Variant[] {
  const words = line.split(' ')
  if (words.length > MOST_WORDS) return []
  const places = words.flatMap((word, at) => (isKnown(word, at, words) ? [] : [at]))
  if (places.length > 1) return []
  return words
    .flatMap((word, at) => {
      const isStrange = places.includes(at)
      if (!/^[a-z]{2,}$/.test(word) || (places.length === 1 && !isStrange)) return []
      return meantAt(words, at)
        .filter(({ cost, pairs }) => cost <= MEANT && (isStrange || pairs > 0))
        .filter(({ cost }) => isStrange || word.length > 2 || cost <= 0)
        .filter(({ word: meant }) => isAskedFor(meant, words, at))
        .map(({ word: meant, cost }) => ({
          line: words.with(at, meant).join(' '),
          cost,
          known: !isStrange,
        }))
    })
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, MOST_VARIANTS)
}
