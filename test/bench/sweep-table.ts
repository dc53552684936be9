import type { SweepFinding } from './sweep.ts'
import { formatTable, number } from './table.ts'

/** What the sweep promises, each within one run. */
const GOALS = { growth: 12, bare: 1.3, again: 0.3, memoryMb: 5 }

/** The bench's finding as tables, and beside each promise whether it held. */
export function saySweep(findings: readonly SweepFinding[]): string {
  const rows = findings.flatMap(({ officials, reminders, bare, product, ratio }) =>
    [
      { who: 'bare statement', of: bare, against: '' },
      { who: 'sweep', of: product, against: `${number(ratio, 2)} ×` },
    ].map(({ who, of, against }) => [
      who,
      String(officials),
      String(reminders),
      number(of.firstMs),
      against,
      number(of.againMs),
      `${number(of.againMs / of.firstMs, 2)} ×`,
      number(of.growthMb, 1),
    ]),
  )
  const head = ['', 'officials', 'reminders', 'first ms', 'to bare', 'again ms', 'to first', 'MB']
  return `${formatTable(head, rows)}\n\n${sayGoals(findings)}`
}

function sayGoals(findings: readonly SweepFinding[]): string {
  const [, ten, hundred] = findings
  if (!ten || !hundred) return ''
  const goals = [
    ['t(100k) / t(10k)', hundred.product.firstMs / ten.product.firstMs, GOALS.growth],
    ['sweep to the bare statement, 100k', hundred.ratio, GOALS.bare],
    ['nothing new to first, 100k', hundred.product.againMs / hundred.product.firstMs, GOALS.again],
    ['growth of Node, MB, 100k', hundred.product.growthMb, GOALS.memoryMb],
  ] as const
  const rows = goals.map(([what, found, most]) => [
    what,
    number(found, 2),
    `≤ ${most}`,
    found <= most ? 'holds' : 'does not hold',
  ])
  return formatTable(['goal', 'found', 'at most', ''], rows)
}
