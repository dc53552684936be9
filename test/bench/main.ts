// npm run bench -- <name> [options]. Prints what there is when called without a name.
import { join } from 'node:path'
import process, { stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { benchFanout } from './fanout/fanout.ts'
import { sayFanout } from './fanout/fanout-table.ts'
import { benchInbound, openSurroundings } from './inbound.ts'
import { sayInbound } from './inbound-table.ts'
import { countStatements, sayStatements } from './profile/count-statements.ts'
import { profileProduct } from './profile/profile-product.ts'
import { sayProfile } from './profile/profile-table.ts'
import type { Stage } from './stage.ts'
import { openStage } from './stage.ts'
import { benchSweep } from './sweep.ts'
import { saySweep } from './sweep-table.ts'

type Options = {
  readonly rounds: number
  readonly seed: number
  readonly profile: boolean
}

/** What a bench found: as data, and as a person reads it. */
type Finding = { readonly data: object; readonly text: string }

type Bench = {
  readonly does: string
  run(stage: Stage, options: Options): Promise<Finding>
}

async function inbound(stage: Stage, { rounds, seed, profile }: Options): Promise<Finding> {
  const around = await openSurroundings(stage)
  const result = rounds > 0 ? await benchInbound(around, { rounds, seed }) : undefined
  const cpu = profile ? await profileProduct(around) : undefined
  const statements = profile ? await countStatements(around) : undefined
  const texts = [
    result && sayInbound(result),
    cpu && sayProfile(cpu),
    statements && sayStatements(statements),
  ]
  return {
    data: { ...result, ...(cpu && { cpu }), ...(statements && { statements }) },
    text: texts.filter((text) => text !== undefined).join('\n\n'),
  }
}

async function fanout(stage: Stage): Promise<Finding> {
  const data = await benchFanout(stage)
  return { data, text: sayFanout(data) }
}

const BENCHES: Readonly<Record<string, Bench>> = {
  inbound: {
    does: 'the complete report path beside bare node:http + pg and beside telegraf + Prisma',
    run: inbound,
  },
  fanout: {
    does: "sending to many at once: near a platform's limit, and 10,000 that are due together",
    run: fanout,
  },
  sweep: {
    does: 'planning the reminders of up to 100,000 officials beside one bare INSERT … SELECT',
    run: async (stage) => {
      const findings = await benchSweep(stage)
      return { data: findings, text: saySweep(findings) }
    },
  },
}

const USAGE = `npm run bench -- <name> [--rounds N] [--seed N] [--profile] [--json]

${Object.entries(BENCHES)
  .map(([name, { does }]) => `  ${name.padEnd(10)} ${does}`)
  .join('\n')}
`

const say = (line: string): void => void stderr.write(`${line}\n`)

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/u.test(text)) return Number(text)
  throw new Error(`--${option} takes a whole number`)
}

async function run(bench: Bench, options: Options): Promise<Finding> {
  const stage = await openStage(join(import.meta.dirname, '..'), say)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stage.clear().then(() => process.exit(1)))
  try {
    return await bench.run(stage, options)
  } finally {
    await stage.clear()
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '6' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      profile: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [name] = positionals
  const bench = BENCHES[name ?? '']
  if (name !== undefined && !bench) throw new Error(`there is no bench "${name}"\n\n${USAGE}`)
  if (!bench) {
    stdout.write(USAGE)
    return
  }
  const { data, text } = await run(bench, {
    rounds: wholeNumber('rounds', values.rounds),
    seed: wholeNumber('seed', values.seed),
    profile: values.profile,
  })
  stdout.write(`${values.json ? JSON.stringify(data, null, 2) : text}\n`)
}

await main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
