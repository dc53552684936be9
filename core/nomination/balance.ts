import type { Figure, Report } from '../report/report.ts'
import { overlap, wordsKey } from './likeness.ts'

/** A figure in the nomination beside what the unit's reports say of the same thing. */
export type BalanceLine = {
  readonly figure: Figure
  /** Sum over the reports that name it. */
  readonly reported: number
  readonly codes: readonly string[]
}

/** Every figure of a nomination beside the sum of what was reported under the same name in the year. */
export function balanceOf(
  figures: readonly Figure[],
  reports: readonly Report[],
): readonly BalanceLine[] {
  return figures.map((figure) => {
    const naming = reports.flatMap((report) =>
      report.content.items
        .filter((item) => countsTheSame(figure, item))
        .map((item) => ({ code: report.code, quantity: item.quantity })),
    )
    return {
      figure,
      reported: naming.reduce((sum, { quantity }) => sum + quantity, 0),
      codes: [...new Set(naming.map(({ code }) => code))],
    }
  })
}

/** A line whose figure is more than all reports together say. */
export function exceeds({ figure, reported }: BalanceLine): boolean {
  return figure.quantity > reported
}

function countsTheSame(a: Figure, b: Figure): boolean {
  if (a.measure !== undefined && b.measure !== undefined) return a.measure === b.measure
  return wordsKey(a.label) === wordsKey(b.label)
}

/** What a nomination says, as far as earlier reports may bear it out. */
export type Claim = {
  readonly nomineeName: string
  readonly achievement: string
  readonly figures: readonly Figure[]
}

/** More words in common than chance has. */
const SAME_WORK = 0.5
const MOST_CITED = 5

/**
 * The reports of the unit that tell of the same: they name the person, or a figure of the same
 * quantity and kind, or share most of their words. Best first, at most five.
 */
export function supporting(claim: Claim, reports: readonly Report[]): readonly Report[] {
  return reports
    .map((report) => ({ report, weight: weigh(claim, report) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CITED)
    .map(({ report }) => report)
}

function weigh({ nomineeName, achievement, figures }: Claim, { content }: Report): number {
  const name = wordsKey(nomineeName)
  const named = name.includes(' ') && ` ${wordsKey(content.text)} `.includes(` ${name} `) ? 2 : 0
  const counted = figures.filter((figure) =>
    content.items.some((item) => item.quantity === figure.quantity && countsTheSame(figure, item)),
  ).length
  const alike = overlap(achievement, content.text) >= SAME_WORK ? 1 : 0
  return named + counted + alike
}
