import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'
import { INTENT_PHRASES } from '../intents/intent-phrases.ts'
import { MEASURES } from '../figures/measures.ts'
import { DECISION_RULES } from '../intents/rules/decision-rules.ts'
import { REQUEST_RULES } from '../intents/rules/request-rules.ts'
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

/** A word and the same with each letter left out: two words one slip apart share one of these. */
function withoutOneLetter(word: string): ReadonlySet<string> {
  const shorter = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
  return new Set([word, ...shorter])
}

const SHARING = new Map<string, string[]>()
for (const word of VOCABULARY) {
  for (const part of withoutOneLetter(word)) SHARING.set(part, [...(SHARING.get(part) ?? []), word])
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
  const candidates = [...withoutOneLetter(word)].flatMap((part) => SHARING.get(part) ?? [])
  const near = [...new Set(candidates)]
    .map((candidate) => ({ word: candidate, cost: editDistance(word, candidate) }))
    .filter(({ cost }) => cost > 0 && cost <= REACH)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(word, near)
  return near
}
