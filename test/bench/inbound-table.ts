import type { ContestantName } from './contestants.ts'
import type { InboundResult, OpenLoop } from './inbound.ts'
import type { Figures, Ratios } from './inbound-comparison.ts'
import type { Spread } from './statistics.ts'
import { formatTable, number } from './table.ts'

const TITLES: Readonly<Record<ContestantName, string>> = {
  bare: 'bare node:http + pg',
  starter: 'telegraf + Prisma',
  product: 'thi-dua-bot',
}

/** What a person reads; `--json` gives the same as data. */
export function sayInbound(result: InboundResult): string {
  const { comparison, rounds, seed, officials, warmUp } = result
  const { figures, productToBare, productToStarter, starterToBare } = comparison
  const names = ['bare', 'starter', 'product'] as const
  const warmed = names.map((name) => warmUp[name]).join(', ')
  return [
    `inbound: ${rounds} rounds, seed ${seed}, ${officials} officials, warmed with ${warmed} updates`,
    `anchors: one commit ${number(result.commitMs, 2)} ms; platform and load alone ${number(result.sinkAlonePerSecond)} messages/s`,
    '',
    formatTable(
      HEAD,
      names.map((name) => figuresRow(name, figures[name])),
    ),
    '',
    formatTable(RATIO_HEAD, [
      ratioRow('thi-dua-bot : bare', productToBare),
      ratioRow('thi-dua-bot : telegraf + Prisma', productToStarter),
      ratioRow('telegraf + Prisma : bare', starterToBare),
    ]),
    '',
    ...result.openLoop.map(sayOpenLoop),
    'Every update got its one reply, and the books of all three databases balance.',
  ].join('\n')
}

const HEAD = [
  '',
  'replies/s',
  'CPU us/message',
  'p50 ms',
  'p99 ms',
  'alone: CPU us',
  'p50 ms',
  'p99 ms',
]

function figuresRow(name: ContestantName, figures: Figures): string[] {
  return [
    TITLES[name],
    number(figures.perSecond.median),
    number(figures.cpuUs),
    number(figures.p50Ms, 1),
    number(figures.p99Ms, 1),
    number(figures.aloneCpuUs),
    number(figures.aloneP50Ms, 2),
    number(figures.aloneP99Ms, 2),
  ]
}

const RATIO_HEAD = [
  'ratio: median of the rounds (min–max)',
  'replies/s',
  'CPU/message',
  'alone: p50',
]

function ratioRow(title: string, { rate, cpu, aloneP50 }: Ratios): string[] {
  return [title, ratio(rate), ratio(cpu), ratio(aloneP50)]
}

function ratio({ median, min, max }: Spread): string {
  return `${number(median, 2)} (${number(min, 2)}–${number(max, 2)})`
}

function sayOpenLoop(loop: OpenLoop): string {
  const { perSecond, arrivals, messages, p50Ms, p99Ms, maxMs, goalP99Ms, isMet } = loop
  const figures = `p50 ${number(p50Ms, 1)} ms, p99 ${number(p99Ms, 1)} ms, max ${number(maxMs, 1)} ms`
  const goal = `goal p99 <= ${goalP99Ms} ms: ${isMet ? 'met' : 'MISSED'}`
  return `${perSecond} messages/s, ${arrivals} arrivals, ${messages} messages: ${figures} – ${goal}`
}
