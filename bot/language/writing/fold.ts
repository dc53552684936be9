import { decodeTcvn3 } from './tcvn3.ts'
import { undoPlayfulSpelling } from './playful-spelling.ts'
import { decodeTelex } from './telex.ts'

/**
 * A message prepared for reading. `folded` is `typed` in lower case without marks (đ as d), code
 * unit for code unit, so that a place in one is the same place in the other and a label can be
 * given back in the person's own spelling.
 */
export type Reading = {
  readonly typed: string
  readonly folded: string
  /** The person types with marks: then "sau" is "after" and not "six". */
  readonly marked: boolean
}

export type Span = { readonly start: number; readonly end: number }

const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\u061C\u180E]|\u034F/g
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t\v\f]/g
const WIDE = /[\u{1D400}-\u{1D7FF}\uFF01-\uFF5E]/gu
const MARK = /\p{M}/gu
const WORD = /\p{L}{2,}/gu
const MARKED_LETTER = /[à-ỹ\u0111]/i

/** Letters of other alphabets that look like ours and come in by copying; after marks and capitals are gone. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', е: 'e', н: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', о: 'o', р: 'p' },
  ...{ ѕ: 's', т: 't', у: 'y', х: 'x', ԁ: 'd', α: 'a', ο: 'o', ι: 'i', κ: 'k', ν: 'v', ρ: 'p' },
  ...{ τ: 't', υ: 'u', χ: 'x', ı: 'i', đ: 'd', ð: 'd', ɖ: 'd', ø: 'o', ł: 'l', ɑ: 'a', ɡ: 'g' },
  ...{ '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-', '∕': '/', '⁄': '/' },
  ...{ '“': '"', '”': '"', '‘': "'", '’': "'", '：': ':', '，': ',', '。': '.' },
}

const foldedLetters = new Map<string, string>()

/** One code point in, the same number of code units out. */
function foldLetter(letter: string): string {
  const known = foldedLetters.get(letter)
  if (known !== undefined) return known
  const plain = letter.normalize('NFKD').replace(MARK, '').toLowerCase()
  const alike = LOOK_ALIKES[plain] ?? plain
  const folded = alike.length === letter.length ? alike : letter
  foldedLetters.set(letter, folded)
  return folded
}

function foldAligned(text: string): string {
  return text.toLowerCase().replace(/[^\0-\x7F]/gu, foldLetter)
}

/** NFC, with what nobody sees taken out, wide forms made narrow and every kind of space made one; line breaks stay. */
export function normalise(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(WIDE, (letter) => letter.normalize('NFKC'))
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
}

/**
 * Prepares a message for matching: normalises it, and decodes TCVN3 pastes and Telex leftovers.
 * What was typed is kept elsewhere; this is never stored.
 */
export function readingOf(text: string): Reading {
  const typed = undoPlayfulSpelling(decodeTelex(normalise(decodeTcvn3(text)))).replace(MARK, '')
  const folded = foldAligned(typed)
  const words = typed.match(WORD) ?? []
  const marked = words.filter((word) => MARKED_LETTER.test(word)).length
  return {
    typed,
    folded: folded.length === typed.length ? folded : typed,
    marked: marked * 4 >= words.length && marked > 0,
  }
}

/** Lower case, without marks, đ as d, single spaces: equal for all spellings of one word. Idempotent. */
export function fold(text: string): string {
  return readingOf(text).folded.replace(/\s+/g, ' ').trim()
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * Lower case with its marks, every word's tone written at its end: equal for "hòa" and "hoà", not for
 * "hòa" and "hóa". Words are parted by single spaces, punctuation is gone.
 */
export function spell(text: string): string {
  return (
    normalise(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+/gu) ?? []
  )
    .map((word) => {
      const letters = word.normalize('NFD')
      return letters.replace(TONE, '') + (letters.match(TONE)?.join('') ?? '')
    })
    .join(' ')
}

/** Hides spans that have found their meaning, so that no later rule reads them again; places stay the same. */
export function mask(folded: string, spans: readonly Span[], by = '#'): string {
  return spans.reduce(
    (text, { start, end }) => text.slice(0, start) + by.repeat(end - start) + text.slice(end),
    folded,
  )
}
