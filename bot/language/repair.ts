import { DECISION_RULES } from './decision-rules.ts'
import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'
import { INTENT_PHRASES } from './intent-phrases.ts'
import { MEASURES } from './measures.ts'
import { REQUEST_RULES } from './request-rules.ts'
import { SHORT_FORMS } from './short-forms.ts'
import { isSyllable } from './telex.ts'

const PHRASES = Object.values(INTENT_PHRASES).flat().map(fold)

const wordsIn = (text: string): readonly string[] => text.match(/[a-z]{2,}/g) ?? []

/** All words that any rule, phrase or measure listens for: what a damaged word may have been. */
const VOCABULARY: ReadonlySet<string> = new Set([
  ...[...DECISION_RULES, ...REQUEST_RULES].flatMap(({ pattern }) =>
    wordsIn(pattern.source.replace(/\\[a-zA-Z]/g, ' ')).filter(isSyllable),
  ),
  ...PHRASES.flatMap(wordsIn),
  ...[...SHORT_FORMS.values()].flatMap(wordsIn),
  ...MEASURES.flatMap(({ words }) => words).flatMap((word) => wordsIn(fold(word))),
])

const PAIRS: ReadonlySet<string> = new Set(
  PHRASES.flatMap((phrase) => {
    const words = phrase.split(' ')
    return words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)
  }),
)

const BY_LENGTH = new Map<number, string[]>()
for (const word of VOCABULARY) {
  BY_LENGTH.set(word.length, [...(BY_LENGTH.get(word.length) ?? []), word])
}

const REACH = 1.6
const PAIR_BONUS = 0.7

type Candidate = { readonly word: string; readonly cost: number }

const REMEMBERED = 5000
const nearWords = new Map<string, readonly Candidate[]>()

function candidatesFor(word: string): readonly Candidate[] {
  const known = nearWords.get(word)
  if (known !== undefined) return known
  const lengths = [word.length - 1, word.length, word.length + 1]
  const near = lengths
    .flatMap((length) => BY_LENGTH.get(length) ?? [])
    .map((candidate) => ({ word: candidate, cost: editDistance(word, candidate) }))
    .filter(({ cost }) => cost <= REACH)
  if (nearWords.size >= REMEMBERED) nearWords.clear()
  nearWords.set(word, near)
  return near
}

/** The word best in its place: the nearest, or one that often stands beside its neighbours. */
function bestIn(words: readonly string[], at: number): string | undefined {
  const [before = '', word = '', after = ''] = [words[at - 1], words[at], words[at + 1]]
  const ranked = candidatesFor(word)
    .map(({ word: candidate, cost }) => ({
      candidate,
      pairs: Number(PAIRS.has(`${before} ${candidate}`)) + Number(PAIRS.has(`${candidate} ${after}`)),
      cost,
    }))
    .map(({ candidate, pairs, cost }) => ({ candidate, pairs, cost: cost - pairs * PAIR_BONUS }))
    .toSorted((a, b) => a.cost - b.cost)
  const [best, second] = ranked
  if (best === undefined || (isSyllable(word) && best.pairs === 0)) return undefined
  const isClear = second === undefined || second.cost > best.cost || second.candidate === best.candidate
  return isClear ? best.candidate : undefined
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
      if (word.length < 2 || !/^[a-z]+$/.test(word) || VOCABULARY.has(word)) return word
      if (isSyllable(word) && !boldly) return word
      return bestIn(words, at) ?? word
    })
    .join(' ')
}
