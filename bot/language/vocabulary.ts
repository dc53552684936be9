import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'
import { INTENT_PHRASES } from './intent-phrases.ts'
import { MEASURES } from './measures.ts'
import { DECISION_RULES } from './rules/decision-rules.ts'
import { REQUEST_RULES } from './rules/request-rules.ts'
import { SHORT_FORMS } from './short-forms.ts'
import { isSyllable } from './telex.ts'

const wordsIn = (text: string): readonly string[] => text.match(/[a-z]{2,}/g) ?? []

/** All words that any rule, phrase or measure listens for: what a damaged word may have been. */
export const VOCABULARY: ReadonlySet<string> = new Set([
  ...[...DECISION_RULES.map(({ pattern }) => pattern), ...REQUEST_RULES.flatMap(({ when }) => when)]
    .flatMap(({ source }) => wordsIn(source.replace(/\\[a-zA-Z]/g, ' ')))
    .filter(isSyllable),
  ...Object.values(INTENT_PHRASES)
    .flat()
    .flatMap((phrase) => wordsIn(fold(phrase))),
  ...[...SHORT_FORMS.values()].flatMap(wordsIn),
  ...MEASURES.flatMap(({ words }) => words).flatMap((word) => wordsIn(fold(word))),
])

const BY_LENGTH = new Map<number, string[]>()
for (const word of VOCABULARY) {
  BY_LENGTH.set(word.length, [...(BY_LENGTH.get(word.length) ?? []), word])
}

export type NearWord = { readonly word: string; readonly cost: number }

/** One slip of the finger, the letter next to it or any other. */
const REACH = 1.6
const REMEMBERED = 5000
const remembered = new Map<string, readonly NearWord[]>()

/** The words of the vocabulary that one slip away make this word, itself not among them. */
export function nearWords(word: string): readonly NearWord[] {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const near = [word.length - 1, word.length, word.length + 1]
    .flatMap((length) => BY_LENGTH.get(length) ?? [])
    .map((candidate) => ({ word: candidate, cost: editDistance(word, candidate) }))
    .filter(({ cost }) => cost > 0 && cost <= REACH)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(word, near)
  return near
}
