/** The places where a text may be cut, from the best to the worst that still keeps words whole. */
const BOUNDARIES = [
  /\n[^\S\n]*\n\s*/g, // paragraph
  /\n/g, // line
  /[.!?…;:]["”’»)\]]*\s/g, // sentence
] as const
const WORD = /\s/g

/** A better boundary is not worth a part emptier than this. */
const FULL_ENOUGH = 0.4

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })
const LONE_SURROGATE = /\p{Surrogate}/gu

/**
 * Well-formed NFC text: the form in which lengths are counted and texts are sent. A decomposed
 * Vietnamese text is up to half as long again and would be cut too early.
 */
export function normalizeText(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD').normalize('NFC')
}

/**
 * Cuts a text into parts of at most `limit` UTF-16 units (at least 2), at a paragraph, line,
 * sentence, word or, when one word is longer than the limit, between two characters as a reader
 * sees them. The parts are trimmed and none is empty; without whitespace they join to the
 * normalised input.
 */
export function splitText(text: string, limit: number): string[] {
  if (limit < 2) throw new RangeError('a part must have room for 2 UTF-16 units')
  const parts: string[] = []
  let rest = normalizeText(text).trim()
  while (rest.length > limit) {
    const end = endOfPart(rest, limit)
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

/** Where to cut a trimmed text that is longer than the limit; always after the first character. */
function endOfPart(text: string, limit: number): number {
  const window = text.slice(0, limit + 1)
  for (const boundary of BOUNDARIES) {
    const end = lastBoundary(window, boundary)
    if (end >= limit * FULL_ENOUGH) return end
  }
  return lastBoundary(window, WORD) || lastGrapheme(text, limit)
}

/** The end of the last match, that is, before the whitespace it closes with; 0 when there is none. */
function lastBoundary(window: string, boundary: RegExp): number {
  let end = 0
  for (const { 0: match, index } of window.matchAll(boundary)) {
    end = index + match.trimEnd().length
  }
  return end
}

function lastGrapheme(text: string, limit: number): number {
  // A grapheme that ends at the limit is only known to end there from what follows it.
  const window = text.slice(0, limit * 2)
  let end = 0
  for (const { index, segment } of graphemes.segment(window)) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return end || lastCodePoint(text, limit)
}

/** For a single character with more marks than a message has room for. */
function lastCodePoint(text: string, limit: number): number {
  const splitsPair = (text.codePointAt(limit - 1) ?? 0) > 0xffff
  return splitsPair ? limit - 1 : limit
}
