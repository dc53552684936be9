const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?'
const RIME =
  '(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|e(?:c|ch|m|n|ng|nh|o|p|t|u)?|i(?:a|c|ch|ec|em|en|eng|ep|et|eu|m|n|nh|p|t|u)?' +
  '|o(?:a|ac|ach|ai|am|an|ang|anh|ao|ap|at|ay|c|e|en|eo|et|i|m|n|ng|p|t)?' +
  '|u(?:a|an|ang|at|ay|c|e|ech|en|enh|i|m|n|ng|o|oc|oi|om|on|ong|op|ot|ou|p|t|u|y|ya|ych|yen|yet|ynh|yt|yu)?' +
  '|y(?:em|en|et|eu|nh|t)?)'
const SYLLABLE = new RegExp(`^${ONSET}${RIME}$`)

/** Whether letters without marks can be a Vietnamese syllable at all. */
export function isSyllable(folded: string): boolean {
  return SYLLABLE.test(folded)
}

const TONES: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
}
const SHAPES: readonly (readonly [keys: RegExp, letter: string])[] = [
  [/dd/, 'đ'],
  [/uow|uwow/, 'ươ'],
  [/aa/, 'â'],
  [/ee/, 'ê'],
  [/oo/, 'ô'],
  [/aw/, 'ă'],
  [/ow/, 'ơ'],
  [/uw/, 'ư'],
  [/a(?=[a-z]*w)/, 'ă'],
  [/o(?=[a-z]*w)/, 'ơ'],
  [/u(?=[a-z]*w)/, 'ư'],
  [/w/, ''],
]
const ASCII_WORD = /(?<![A-Za-z\d\u00C0-\u1EF9])[A-Za-z]{3,10}(?![A-Za-z\d\u00C0-\u1EF9])/g

const plain = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/** The vowel that carries the tone: a shaped one, else the last before a final consonant, else the last but one. */
function placeOfTone(word: string): number {
  const shaped = Math.max(...['ê', 'ơ', 'â', 'ô', 'ă', 'ư'].map((vowel) => word.lastIndexOf(vowel)))
  if (shaped >= 0) return shaped
  const vowels = [...word.matchAll(/[aeiouy]/g)].map((found) => found.index)
  const last = vowels.at(-1) ?? -1
  return last < word.length - 1 || vowels.length < 2 ? last : (vowels.at(-2) ?? last)
}

function decodeWord(word: string): string {
  const keys = word.toLowerCase()
  if (isSyllable(keys)) return word
  const tone = /[aeiouyw][a-z]*([sfrxj])/.exec(keys)
  const toneless = tone?.[1] === undefined ? keys : keys.replace(/([aeiouyw][a-z]*)[sfrxj]/, '$1')
  const shaped = SHAPES.reduce((done, [typed, letter]) => done.replace(typed, letter), toneless)
  if (shaped === keys || !isSyllable(plain(shaped))) return word
  const at = placeOfTone(shaped)
  const mark = tone?.[1] === undefined ? '' : (TONES[tone[1]] ?? '')
  const decoded = (shaped.slice(0, at + 1) + mark + shaped.slice(at + 1)).normalize('NFC')
  return word === keys ? decoded : decoded.charAt(0).toUpperCase() + decoded.slice(1)
}

/**
 * Words typed while the Telex keyboard was off ("baso caso", "hooij nghij"), with their marks. Only
 * words that cannot be Vietnamese as they stand, and can be when decoded, are touched.
 */
export function decodeTelex(text: string): string {
  return text.replace(ASCII_WORD, decodeWord)
}
