import { fold } from './fold.ts'
import { MEASURES } from './measures.ts'
import type { Figure } from './understanding.ts'

/** By measure: of each wording without its marks what it is written like; undefined where several are. */
const WRITTEN = new Map(MEASURES.map(({ key, words }) => [key, byFolded(words)] as const))

function byFolded(words: readonly string[]): ReadonlyMap<string, string | undefined> {
  const written = new Map<string, string | undefined>()
  for (const word of words) {
    const folded = fold(word)
    written.set(folded, written.has(folded) && written.get(folded) !== word ? undefined : word)
  }
  return written
}

/**
 * What a figure counts, with the marks that were not typed: "buoi" → "buổi", since the label stands in
 * lists and papers beside those of others. Left as it is where it has marks, where the lexicon does not
 * know the whole of it, and where it may be several words.
 */
export function writtenLabel({ label, measure = '' }: Pick<Figure, 'label' | 'measure'>): string {
  if (fold(label) !== label.toLocaleLowerCase('vi')) return label
  return WRITTEN.get(measure)?.get(fold(label)) ?? label
}
