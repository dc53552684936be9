/** Numbers from 0 to 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

const LETTERS = 'abcdeghiklmnopqrstuvxy'

/** Leaves a letter out, puts one in, swaps two or writes another. */
function damage(word: string, random: () => number): string {
  const letters = Array.from(word)
  const at = Math.floor(random() * letters.length)
  const other = LETTERS.charAt(Math.floor(random() * LETTERS.length))
  const way = Math.floor(random() * 4)
  if (way === 0 && letters.length > 2) letters.splice(at, 1)
  else if (way === 1) letters.splice(at, 0, other)
  else if (way === 2 && at + 1 < letters.length)
    letters.splice(at, 2, letters[at + 1]!, letters[at]!)
  else letters[at] = other
  return letters.join('')
}

/** The text with one word of at least two letters damaged. */
export function damageOneWord(text: string, random: () => number): string {
  const words = text.split(' ')
  const places = words.flatMap((word, at) => (/^\p{L}{2,}/u.test(word) ? [at] : []))
  const at = places[Math.floor(random() * places.length)]
  return at === undefined ? text : words.with(at, damage(words[at]!, random)).join(' ')
}
