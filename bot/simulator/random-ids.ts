/** A number in [0, 1), as `Math.random` gives. */
export type Random = () => number

/** A whole number from `least` up to and including `most`. */
export function randomInteger(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** `digits` lower-case hexadecimal digits. */
export function randomHex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => randomInteger(random, 0, 15).toString(16)).join('')
}
