import type { Surroundings } from '../contestants.ts'
import { startProduct } from '../contestants.ts'
import { openWireTap } from '../database/wire-tap.ts'
import { formatTable, number } from '../table.ts'

const WARM_UP = { kind: 'closed', connections: 1, count: 50, withinMs: 30_000 } as const
const COUNTED = { kind: 'closed', connections: 1, count: 200, withinMs: 60_000 } as const

export type StatementCount = { readonly statement: string; readonly times: number }

export type Statements = {
  readonly messages: number
  readonly roundTrips: number
  readonly counts: readonly StatementCount[]
}

/** Counts what the product asks of its database while people write one after the other; its clockwork goes on beside it. */
export async function countStatements(around: Surroundings): Promise<Statements> {
  const { stage, database } = around
  stage.say('counting statements …')
  const tap = await openWireTap(database.url)
  stage.later(() => tap.close())
  const product = await startProduct(around, {
    database: 'tapped',
    through: (url) => tap.through(url),
  })
  await product.measure(WARM_UP)
  tap.reset()
  const { replies } = await product.measure(COUNTED)
  const counts = new Map<string, number>()
  for (const [text, times] of tap.statements) {
    const statement = summaryOf(text)
    counts.set(statement, times + (counts.get(statement) ?? 0))
  }
  const roundTrips = tap.roundTrips()
  await product.stop()
  return {
    messages: replies,
    roundTrips,
    counts: [...counts]
      .map(([statement, times]) => ({ statement, times }))
      .sort((a, b) => b.times - a.times),
  }
}

/** "select from unit": the verb and the tables of a statement, in their order. */
function summaryOf(text: string): string {
  const plain = text
    .replaceAll('"public".', '')
    .replaceAll('"', '')
    .replaceAll(/\b(?:for|do) update\b|\bepoch from\b/giu, '')
  const steps = [...plain.matchAll(/\b(insert into|update|delete from|from|join)\s+([a-z_]+)/giu)]
  const verb = /\w+/u.exec(plain)?.[0].toLowerCase() ?? ''
  const tables = steps.map(([, word = '', table = '']) => `${word.toLowerCase()} ${table}`)
  const [first = ''] = tables
  return [...new Set(first.startsWith(verb) ? tables : [verb, ...tables])].join(' ')
}

export function sayStatements({ messages, roundTrips, counts }: Statements): string {
  const often = counts.filter(({ times }) => times >= messages / 2)
  const seldom = counts.filter(({ times }) => times < messages / 2)
  const rest = seldom.reduce((total, { times }) => total + times, 0)
  const perMessage = (times: number): string => number(times / messages, 2)
  return [
    `Round trips to the database, ${messages} messages one after the other: ${perMessage(roundTrips)} for each`,
    '',
    formatTable(
      ['statement', 'times/message'],
      [
        ...often.map(({ statement, times }) => [statement, perMessage(times)]),
        ['others, such as the clockwork beside it', perMessage(rest)],
      ],
    ),
  ].join('\n')
}
