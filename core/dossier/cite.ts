import { overlap, wordsKey } from '../nomination/likeness.ts'
import type { Report } from '../report/report.ts'

/** A sentence with the codes of the reports that say the same; none: nobody has reported it. */
export type CitedSentence = { readonly text: string; readonly codes: readonly string[] }

/** Two texts with at least this share of the shorter one's words in common tell of the same. */
const SAME_WORDS = 0.6
/** Fewer words than these are shared by chance. */
const LEAST_WORDS = 4

/**
 * Splits a text into its sentences and finds, for each, the reports that bear it out: they hold one
 * of its numbers with a word beside it, or most of its words. Nothing is matched by number alone.
 */
export function citeSentences(text: string, reports: readonly Report[]): readonly CitedSentence[] {
  return sentencesOf(text).map((sentence) => ({
    text: sentence,
    codes: reports.filter((report) => bearsOut(report, sentence)).map(({ code }) => code),
  }))
}

/** The sentences of a text, each with its final mark. A point inside a number or a date ends none. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/(?<=[.!?;…])\s+(?=[\p{Lu}\d"“(+-])|\s*\n+\s*/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => /[\p{L}\d]/u.test(part))
}

function bearsOut({ content }: Report, sentence: string): boolean {
  const said = wordsOf(sentence)
  if (said.length >= LEAST_WORDS && overlap(sentence, content.text) >= SAME_WORDS) return true
  const numbers = new Set(numbersOf(sentence))
  const spoken = new Set(said)
  return content.items.some(
    ({ quantity, label }) =>
      numbers.has(quantity) && wordsOf(label).some((word) => spoken.has(word)),
  )
}

/** The words of a text as `wordsKey` has them; numbers are none. */
export function wordsOf(text: string): readonly string[] {
  return wordsKey(text).match(/\p{L}+/gu) ?? []
}

function numbersOf(text: string): readonly number[] {
  const written = text.match(/\d{1,3}(?:[.,]\d{3})+|\d+(?:,\d+)?/gu) ?? []
  return written.map((number) =>
    /^\d{1,3}(?:[.,]\d{3})+$/u.test(number)
      ? Number(number.replace(/[.,]/gu, ''))
      : Number(number.replace(',', '.')),
  )
}
