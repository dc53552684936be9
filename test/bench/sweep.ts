import { sweepReminders } from '../../core/reminder/sweep-reminders.ts'
import type { DatabaseServer } from './database/server.ts'
import { onDatabase, startDatabaseServer } from './database/server.ts'
import type { Stage } from './stage.ts'
import { median } from './statistics.ts'
import { openAtTheStage, REMINDERS_OF_A_PERSON, seedCrowd } from './sweep-crowd.ts'

/** How often each size is measured: what takes long varies less. */
const SIZES = [
  { officials: 1_000, rounds: 5 },
  { officials: 10_000, rounds: 3 },
  { officials: 100_000, rounds: 1 },
] as const

/** One planning of everything that is due, and a second in which nothing is new. */
export type Planning = {
  readonly firstMs: number
  readonly againMs: number
  /** How much the process grew at most while it planned, in megabytes. */
  readonly growthMb: number
}

export type SweepFinding = {
  readonly officials: number
  readonly reminders: number
  readonly bare: Planning
  readonly product: Planning
  /** Median of the rounds' own ratios. */
  readonly ratio: number
}

/** Plans the reminders of 1,000 to 100,000 officials, beside the bare statement on a copy of the same fresh database. */
export async function benchSweep(stage: Stage): Promise<readonly SweepFinding[]> {
  const server = await startDatabaseServer(stage)
  const findings: SweepFinding[] = []
  for (const { officials, rounds } of SIZES) {
    stage.say(`${officials} officials: people, units and duties are written`)
    const template = await seedCrowd(stage, server, officials)
    const bare: Planning[] = []
    const product: Planning[] = []
    for (let round = 1; round <= rounds; round += 1) {
      stage.say(`${officials} officials: round ${round} of ${rounds}`)
      const reminders = officials * REMINDERS_OF_A_PERSON
      const turns = [
        async () => bare.push(await onCopy(server, template, (url) => planBare(url, reminders))),
        async () => product.push(await onCopy(server, template, (url) => planOurs(url, reminders))),
      ]
      // Whoever comes second finds the machine warmer.
      for (const turn of round % 2 === 0 ? turns.reverse() : turns) await turn()
    }
    findings.push({
      officials,
      reminders: officials * REMINDERS_OF_A_PERSON,
      bare: middle(bare),
      product: middle(product),
      ratio: median(product.map(({ firstMs }, n) => firstMs / (bare[n]?.firstMs ?? NaN))),
    })
  }
  return findings
}

function middle(all: readonly Planning[]): Planning {
  return {
    firstMs: median(all.map(({ firstMs }) => firstMs)),
    againMs: median(all.map(({ againMs }) => againMs)),
    growthMb: Math.max(...all.map(({ growthMb }) => growthMb)),
  }
}

let copies = 0

async function onCopy(
  server: DatabaseServer,
  template: string,
  work: (url: string) => Promise<Planning>,
): Promise<Planning> {
  const name = `${template}_${(copies += 1)}`
  const url = await server.create(name, template)
  const planning = await work(url)
  await onDatabase(server.url, (client) => client.query(`drop database "${name}" with (force)`))
  return planning
}

/** The least that puts the same rows into the same table: it knows no roles, stages, promises or deputies. */
const BARE = `
  insert into reminder (deadline_id, stage, official_id, unit_code, due_at)
  select d.deadline_id, 'T-3', o.id, d.unit_code, now()
  from duty d join official o on o.unit_code = d.unit_code
  where d.done_at is null
  order by 1, 2, 3, 4
  on conflict do nothing`

function planBare(url: string, reminders: number): Promise<Planning> {
  return onDatabase(url, (client) =>
    measure(reminders, async () => (await client.query(BARE)).rowCount ?? 0),
  )
}

async function planOurs(url: string, reminders: number): Promise<Planning> {
  const memory = openAtTheStage(url)
  try {
    await memory.ping()
    return await measure(reminders, () => memory.transactions.single(sweepReminders))
  } finally {
    await memory.close()
  }
}

async function measure(reminders: number, plan: () => Promise<number>): Promise<Planning> {
  const watch = watchMemory()
  const first = await timed(plan)
  const growthMb = watch.stop()
  const again = await timed(plan)
  if (first.planned !== reminders || again.planned !== 0)
    throw new Error(
      `planned ${first.planned} and ${again.planned} reminders instead of ${reminders} and none`,
    )
  return { firstMs: first.ms, againMs: again.ms, growthMb }
}

async function timed(plan: () => Promise<number>): Promise<{ planned: number; ms: number }> {
  const begun = performance.now()
  const planned = await plan()
  return { planned, ms: performance.now() - begun }
}

const LOOK_EVERY_MS = 20
const MEGABYTE = 2 ** 20

function watchMemory(): { stop: () => number } {
  const before = process.memoryUsage().rss
  let most = before
  const look = (): void => void (most = Math.max(most, process.memoryUsage().rss))
  const timer = setInterval(look, LOOK_EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return (most - before) / MEGABYTE
    },
  }
}
