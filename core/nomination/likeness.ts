import type { Nomination } from './nomination.ts'

const TITLES = /^(?:(?:dong chi|d\/c|ong|ba|anh|chi|co|bac|em|tap the)\s+)+/u

/**
 * A text in which every spelling of the same words is equal: composed or decomposed, with or without
 * marks, "Lý" and "Lí", any case, spaces and punctuation.
 */
export function wordsKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\d/]+/gu, ' ')
    .replace(/(?<=[^aeiou\s])y(?=\s|$)/gu, 'i')
    .trim()
}

/** By which nominations of one name are found, across units and years. */
export function nomineeKey(name: string): string {
  return wordsKey(name).replace(TITLES, '')
}

/** Two texts with at least this share of words in common tell of one achievement. */
const SAME_ACHIEVEMENT = 0.6

/** The words that two texts share, as a part of the shorter one's words. */
export function overlap(a: string, b: string): number {
  const [first, second] = [a, b].map((text) => new Set(wordsKey(text).split(' ').filter(Boolean)))
  if (!first || !second || first.size === 0 || second.size === 0) return 0
  const shared = [...first].filter((word) => second.has(word)).length
  return shared / Math.min(first.size, second.size)
}

/** Another nomination that resembles this one, and in what. */
export type Likeness = {
  readonly nomination: Nomination
  readonly sameName: boolean
  readonly sameAchievement: boolean
}

/** How another nomination resembles this one; undefined where it does not. */
export function likenessOf(one: Nomination, other: Nomination): Likeness | undefined {
  if (one.id === other.id || one.upwardOf === other.id || other.upwardOf === one.id)
    return undefined
  const sameName =
    one.nomineeKind === other.nomineeKind &&
    nomineeKey(one.nomineeName) === nomineeKey(other.nomineeName)
  const sameAchievement = overlap(one.achievement, other.achievement) >= SAME_ACHIEVEMENT
  return sameName || sameAchievement ? { nomination: other, sameName, sameAchievement } : undefined
}
