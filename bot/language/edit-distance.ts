const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Letters that stand beside each other on a keyboard, or are confused in Vietnamese speech. */
const NEAR: ReadonlySet<string> = new Set([
  ...KEYBOARD.flatMap((row) => [...row.slice(1)].map((key, at) => row.charAt(at) + key)),
  ...KEYBOARD.slice(1).flatMap((row, at) =>
    [...row].flatMap((key, column) => [
      (KEYBOARD[at]?.charAt(column) ?? '') + key,
      (KEYBOARD[at]?.charAt(column + 1) ?? '') + key,
    ]),
  ),
  ...['ln', 'sx', 'ck', 'cq', 'kq', 'iy', 'dr', 'tc', 'uo', 'ae', 'oa', 'vd', 'bp', 'mn', 'td'],
])

const isNear = (a: string, b: string) => NEAR.has(a + b) || NEAR.has(b + a)

const STRANGE = 1.3
const STRANGE_AT_BEGINNING = 1.6

function substitution(a: string, b: string, atBeginning: boolean): number {
  if (a === b) return 0
  if (isNear(a, b)) return 1
  return atBeginning ? STRANGE_AT_BEGINNING : STRANGE
}

/**
 * How far two folded words or names are apart: 1 for a letter left out, put in, changed places with
 * its neighbour, or taken for one near it on the keyboard or in sound; more for any other letter,
 * most at the beginning of a word, where another letter makes another name.
 */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    const [here, previous] = [a.charAt(i - 1), a.charAt(i - 2)]
    for (let j = 1; j <= b.length; j++) {
      const [there, other] = [b.charAt(j - 1), b.charAt(j - 2)]
      const atBeginning = previous === '' || previous === ' '
      const costs = [
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + substitution(here, there, atBeginning),
      ]
      if (i > 1 && j > 1 && here === other && previous === there && here !== there)
        costs.push((beforeLast[j - 2] ?? 0) + 1)
      row.push(Math.min(...costs))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
