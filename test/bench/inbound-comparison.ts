import type { ContestantName, Measured } from './contestants.ts'
import type { Spread } from './statistics.ts'
import { quantile, spreadOf, sum } from './statistics.ts'

/** What each did in one round: with all connections, and one update at a time. */
export type Round = Readonly<
  Record<ContestantName, { readonly together: Measured; readonly alone: Measured }>
>

/** One contestant over all rounds. Latencies in milliseconds, CPU in microseconds for each message. */
export type Figures = {
  readonly messages: number
  readonly perSecond: Spread
  /** NaN where CPU cannot be read. */
  readonly cpuUs: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly aloneCpuUs: number
  readonly aloneP50Ms: number
  readonly aloneP99Ms: number
}

/** One contestant over another, round by round. */
export type Ratios = {
  readonly rate: Spread
  readonly cpu: Spread
  readonly aloneP50: Spread
}

export type Comparison = {
  readonly figures: Readonly<Record<ContestantName, Figures>>
  readonly productToBare: Ratios
  readonly productToStarter: Ratios
  readonly starterToBare: Ratios
}

/** Ratios are taken within each round, where all had the same machine; the median of them is what to quote. */
export function compare(rounds: readonly Round[]): Comparison {
  return {
    figures: {
      product: figuresOf(rounds, 'product'),
      bare: figuresOf(rounds, 'bare'),
      starter: figuresOf(rounds, 'starter'),
    },
    productToBare: ratiosOf(rounds, 'product', 'bare'),
    productToStarter: ratiosOf(rounds, 'product', 'starter'),
    starterToBare: ratiosOf(rounds, 'starter', 'bare'),
  }
}

function figuresOf(rounds: readonly Round[], name: ContestantName): Figures {
  const together = rounds.map((round) => round[name].together)
  const alone = rounds.map((round) => round[name].alone)
  const latenciesMs = together.flatMap((measured) => measured.latenciesMs)
  const aloneLatenciesMs = alone.flatMap((measured) => measured.latenciesMs)
  return {
    messages: latenciesMs.length + aloneLatenciesMs.length,
    perSecond: spreadOf(together.map(rateOf)),
    cpuUs: cpuUsOf(together),
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    aloneCpuUs: cpuUsOf(alone),
    aloneP50Ms: quantile(aloneLatenciesMs, 0.5),
    aloneP99Ms: quantile(aloneLatenciesMs, 0.99),
  }
}

function ratiosOf(rounds: readonly Round[], over: ContestantName, under: ContestantName): Ratios {
  const ratio = (of: (each: Round[ContestantName]) => number): Spread =>
    spreadOf(rounds.map((round) => of(round[over]) / of(round[under])))
  return {
    rate: ratio(({ together }) => rateOf(together)),
    cpu: ratio(({ together }) => cpuUsOf([together])),
    aloneP50: ratio(({ alone }) => quantile(alone.latenciesMs, 0.5)),
  }
}

function rateOf({ replies, elapsedMs }: Measured): number {
  return (replies / elapsedMs) * 1000
}

function cpuUsOf(measured: readonly Measured[]): number {
  const cpuMs = sum(measured.map((each) => each.cpuMs ?? Number.NaN))
  return (cpuMs * 1000) / sum(measured.map(({ replies }) => replies))
}
