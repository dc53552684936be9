const WORD = String.raw`\S+`
/** Set where a word may begin without a space before it, while a pattern is being translated. */
const BEGINS = '\u0001'
const LEADING = new RegExp(`(^\\^?|[(|]|${BEGINS})\\[([^[\\]]*)\\](\\*?) `)
const FOLLOWING = / \[([^[\]]*)\](\*?)/g

/** An optional word brings the space behind it at a beginning, the space before it elsewhere. */
function optionals(pattern: string): string {
  let text = pattern
  while (LEADING.test(text)) {
    text = text.replace(
      LEADING,
      (_, before: string, words: string, star: string) =>
        `${before}(?:(?:${words}) )${star || '?'}${BEGINS}`,
    )
  }
  return text
    .replace(FOLLOWING, (_, words: string, star: string) => `(?: (?:${words}))${star || '?'}`)
    .replaceAll(BEGINS, '')
}

/**
 * A pattern over the words of a line, for people to read: words folded and parted by spaces,
 * `(a|b c)` one of several, `[a|b]` optional, `[a|b]*` repeated, `…` up to six words of any kind, `……` up to sixteen,
 * `_` one word, `#` a number; `^` and `$` the ends of the line.
 */
export function wordPattern(pattern: string): RegExp {
  const named = pattern
    .trim()
    .replace(/(?<=^|[ (|[\]])_(?=$|[ )|\]])/g, WORD)
    .replace(/#/g, String.raw`\d\S*`)
    .replace(/ …… /g, ` (?:${WORD} ){0,16}?${BEGINS}`)
    .replace(/ … /g, ` (?:${WORD} ){0,6}?${BEGINS}`)
  const words = optionals(named)
  const body = words
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/\((?!\?)/g, '(?:')
  const start = words.startsWith('^') ? '^' : String.raw`(?<!\S)`
  const end = words.endsWith('$') ? '$' : String.raw`(?!\S)`
  return new RegExp(`${start}(?:${body})${end}`)
}

/** One pattern a line. */
export function wordPatterns(patterns: string): readonly RegExp[] {
  return patterns
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(wordPattern)
}
