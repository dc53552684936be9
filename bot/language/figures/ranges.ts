import { numberOf } from './numbers.ts'
import type { FigureMatch, Masked } from './quantities.ts'
import { figureFrom, knownLabel } from './quantities.ts'

const RANGE =
  /(?<![\d/.,-])(?:tu )?(\d{1,3}(?:\.\d{3})+|\d{1,6}) ?(?:-|–|den|toi|~) ?(\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d/]|[.,-]\d)/g

/**
 * "20–25 người", "từ 20 đến 25 hộ": one figure, about the lower end, since no more is certain. What is
 * counted must be known; otherwise two numbers around a dash may be days.
 */
export function readRanges(text: Masked): readonly FigureMatch[] {
  return [...text.masked.matchAll(RANGE)].flatMap((found) => {
    const [whole, least = '', most = ''] = found
    const [from, to] = [numberOf(least), numberOf(most)]
    const number = { start: found.index, end: found.index + whole.length, value: from }
    const label = knownLabel(text, number.end)
    if (label === undefined || from >= to) return []
    const match = figureFrom(text, number, from, label)
    return [{ ...match, figure: { ...match.figure, approx: true } }]
  })
}
