import { fold } from './fold.ts'
import { INTENT_PHRASES } from './intent-phrases.ts'
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

/** What the word at that place may have been meant for, the likeliest first: near it, and at home beside its neighbours. */
function meantAt(words: readonly string[], at: number): readonly Candidate[] {
  const [before = '', word = '', after = ''] = [words[at - 1], words[at], words[at + 1]]
  return nearWords(word)
    .map((near) => {
      const pairs =
        Number(PAIRS.has(`${before} ${near.word}`)) + Number(PAIRS.has(`${near.word} ${after}`))
      return { word: near.word, pairs, cost: near.cost - pairs * PAIR_BONUS }
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

const MEANT = 1.3
const MOST_WORDS = 12
const MOST_VARIANTS = 20

/**
 * Lines that may have been meant if one word is damaged, the likeliest first: a strange word by any
 * near it, a known one only by such as its neighbours support, one of two letters ("to" may be "ko")
 * only where the word before it asks for it.
 */
export function variantsOf(line: string): readonly string[] {
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
        .filter(
          ({ word: meant }) => word.length > 2 || PAIRS.has(`${words[at - 1] ?? ''} ${meant}`),
        )
        .map(({ word: meant, cost }) => ({ line: words.with(at, meant).join(' '), cost }))
    })
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, MOST_VARIANTS)
    .map((variant) => variant.line)
}
