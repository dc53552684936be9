const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** Confused in Vietnamese speech and spelling, or by the thumb. */
const CONFUSED = 'ln sx ck cq kq iy dr tc uo ae oa vd bp mn td'.split(' ')

const besideOnKeyboard = KEYBOARD.flatMap((row, at) => {
  const above = KEYBOARD[at - 1] ?? ''
  return Array.from(row, (key, column) =>
    [row.charAt(column + 1), above.charAt(column), above.charAt(column + 1)]
      .filter((other) => other !== '')
      .map((other) => key + other),
  ).flat()
})

const LETTERS = 128
const NEAR = new Uint8Array(LETTERS * LETTERS)
for (const pair of [...besideOnKeyboard, ...CONFUSED]) {
  const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)]
  NEAR[a * LETTERS + b] = 1
  NEAR[b * LETTERS + a] = 1
}

const STRANGE = 1.3
const STRANGE_AT_BEGINNING = 1.6
const SPACE = 32

function substitution(a: number, b: number, atBeginning: boolean): number {
  if (a < LETTERS && b < LETTERS && NEAR[a * LETTERS + b] === 1) return 1
  return atBeginning ? STRANGE_AT_BEGINNING : STRANGE
}

const LONGEST = 120
/** Three rows, used in turn; filled anew by every call. */
const ROWS = [0, 1, 2].map(() => new Float64Array(LONGEST + 1))

type Rows = {
  readonly row: Float64Array
  readonly last: Float64Array
  readonly beforeLast: Float64Array
}

function fillRow(a: string, b: string, i: number, { row, last, beforeLast }: Rows): void {
  const here = a.charCodeAt(i - 1)
  const previous = i > 1 ? a.charCodeAt(i - 2) : SPACE
  row[0] = i
  for (let j = 1; j <= b.length; j++) {
    const there = b.charCodeAt(j - 1)
    const left = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
    const change = here === there ? 0 : substitution(here, there, previous === SPACE)
    const changed = Math.min(left, (last[j - 1] ?? 0) + change)
    const swaps = i > 1 && j > 1 && here === b.charCodeAt(j - 2) && previous === there
    row[j] = swaps ? Math.min(changed, (beforeLast[j - 2] ?? 0) + 1) : changed
  }
}

/**
 * How far two folded words or names are apart: 1 for a letter left out, put in, changed places with
 * its neighbour, or taken for one near it on the keyboard or in sound; more for any other letter,
 * most at the beginning of a word, where another letter makes another name. Longer than 120 letters:
 * infinitely far.
 */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  if (a.length > LONGEST || b.length > LONGEST) return Infinity
  let [row, last, beforeLast] = ROWS as [Float64Array, Float64Array, Float64Array]
  for (let j = 0; j <= b.length; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    fillRow(a, b, i, { row, last, beforeLast })
    ;[row, last, beforeLast] = [beforeLast, row, last]
  }
  return last[b.length] ?? 0
}
