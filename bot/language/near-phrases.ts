import { fold } from './fold.ts'
import { INTENT_PHRASES } from './intent-phrases.ts'
import type { Intent } from './understanding.ts'
import { INTENTS } from './understanding.ts'

type Phrase = { readonly intent: Intent; readonly words: ReadonlySet<string>; readonly weight: number }

const SPOKEN = INTENTS.flatMap((intent) =>
  (INTENT_PHRASES[intent] ?? []).map((phrase) => ({ intent, words: new Set(fold(phrase).split(' ')) })),
)

/** Words of few phrases say more. */
const WEIGHTS = new Map<string, number>()
for (const word of new Set(SPOKEN.flatMap(({ words }) => [...words]))) {
  const holding = SPOKEN.filter(({ words }) => words.has(word)).length
  WEIGHTS.set(word, Math.log(1 + SPOKEN.length / holding))
}
const UNHEARD = 3

const weigh = (words: Iterable<string>) =>
  [...words].reduce((sum, word) => sum + (WEIGHTS.get(word) ?? UNHEARD), 0)

const PHRASES: readonly Phrase[] = SPOKEN.map((phrase) => ({ ...phrase, weight: weigh(phrase.words) }))

export type Likeness = { readonly intent: Intent; readonly score: number }

/** Intents by how much of the line is said in one of their phrases, best first; 1 is the phrase itself. */
export function likenessOf(line: string): readonly Likeness[] {
  const words = new Set(line.split(' ').slice(0, 40))
  const whole = weigh(words)
  const best = new Map<Intent, number>()
  for (const phrase of PHRASES) {
    const common = weigh([...phrase.words].filter((word) => words.has(word)))
    const score = (2 * common) / (whole + phrase.weight)
    if (score > (best.get(phrase.intent) ?? 0)) best.set(phrase.intent, score)
  }
  return [...best]
    .map(([intent, score]) => ({ intent, score }))
    .toSorted((a, b) => b.score - a.score)
}
