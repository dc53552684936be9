import { isSyllable } from './telex.ts'

const WORD = /(?<![\p{L}\p{M}\d])[fFwWjJ]\p{L}{1,6}(?![\p{L}\p{M}\d])/gu
const ONSETS: Readonly<Record<string, string>> = { f: 'ph', w: 'qu', j: 'gi' }
/** Words of other languages that stay. */
const FOREIGN = /^(?:fan|fax|fix|fom|web|wc|wow)$/iu

const plain = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/** "fòng", "wa", "jao": the letters that young people write for "ph", "qu", "gi"; only where a word comes of it. */
export function undoPlayfulSpelling(text: string): string {
  return text.replace(WORD, (word) => {
    const onset = ONSETS[word.charAt(0).toLowerCase()] ?? ''
    const rest = word.slice(1)
    if (FOREIGN.test(word) || !isSyllable(plain(onset + rest))) return word
    return word.charAt(0) === word.charAt(0).toLowerCase()
      ? onset + rest
      : onset.charAt(0).toUpperCase() + onset.slice(1) + rest
  })
}
