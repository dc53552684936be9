/** Continuous integration repeats more, and plays every combination; a developer does not wait for that. */
const isThorough = process.env['THOROUGH'] === '1'

/** What a developer's run does, and what a thorough one does instead. */
export function thoroughly<T>(quick: T, thorough: T): T {
  return isThorough ? thorough : quick
}
