/** A stretch of a text, in UTF-16 units. */
export type Span = { readonly offset: number; readonly length: number }

/** The text without the given spans, which must lie within it, and without the gaps they leave. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => b.offset - a.offset)
    .reduce((rest, { offset, length }) => {
      return closeGap(rest.slice(0, offset), rest.slice(offset + length))
    }, text)
}

/**
 * The text without `@<name>`, wherever it stands. Zalo marks a mention by nothing but the bot's
 * display name in the text, composed or decomposed and with any kind of space between its words,
 * so both are compared in NFC and every space counts as every other.
 */
export function withoutNamedMention(text: string, name: string): string {
  const words = name.normalize('NFC').trim().split(SPACES).map(escapePattern)
  if (words.join('') === '') return text
  const mention = new RegExp(`@${words.join(ANY_SPACES)}(?![\\p{L}\\p{M}\\p{N}])`, 'giu')
  const composed = text.normalize('NFC')
  const spans = Array.from(composed.matchAll(mention), ({ 0: match, index }) => {
    return { offset: index, length: match.length }
  })
  return spans.length === 0 ? text : withoutSpans(composed, spans)
}

const ANY_SPACES = '[\\s\\u200B\\u2060]+'
const SPACES = new RegExp(ANY_SPACES)

function closeGap(before: string, after: string): string {
  if (before.trim() === '') return after.replace(/^[\s,:;]+/, '')
  if (after.trim() === '') return before.trimEnd()
  return `${before.replace(/[^\S\n]+$/, '')} ${after.replace(/^[^\S\n]+/, '')}`
}

function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
