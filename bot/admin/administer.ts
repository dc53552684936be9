import type { Readable } from 'node:stream'
import { QueueRefusal } from '../../jobs/queue-refusal.ts'
import { openQueue } from '../../jobs/queue.ts'
import { openMemory } from '../../prisma/client.ts'
import { DatabaseRefusal } from '../../prisma/embedded.ts'
import { AUDITING, AuditRefusal } from './auditing.ts'
import { BACKUP } from './backup.ts'
import { CARDS } from './cards.ts'
import type { Command } from './command.ts'
import { UsageRefusal } from './command.ts'
import { DOCTOR } from './doctor.ts'
import { COUNCIL } from './council.ts'
import { DATA_REQUESTS } from './data-requests.ts'
import { DEADLINES } from './deadlines.ts'
import { EXPORTING } from './exporting.ts'
import { INVITING } from './inviting.ts'
import { LOADING } from './loading.ts'
import { LOOKING } from './looking.ts'
import { REHEARSING } from './rehearse.ts'
import { SUCCEEDING } from './succession.ts'
import { UNDERSTANDING } from './understanding.ts'
import { WEBHOOKS } from './webhooks.ts'
import type { Bot } from '../../core/delivery/bot.ts'
import type { Voice } from '../../core/ports.ts'
import { botsOf } from '../bots.ts'
import { secureChance } from '../chance.ts'
import { movableClock, systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { ConfigRefusal, readConfig } from '../config.ts'
import { describeError } from '../log.ts'
import { openDatabase, openDatabaseAsIs } from '../open-database.ts'
import { FileRefusal } from '../shipped.ts'
import { joinDemonstration } from '../simulator/demonstration.ts'
import { DEMONSTRATION_START, joinClock } from '../simulator/shared-clock.ts'
import { phraseForGroup } from '../texts/groups.ts'
import { phraseNotice } from '../texts/notices.ts'

const COMMANDS: readonly Command[] = [
  ...LOADING,
  ...SUCCEEDING,
  ...INVITING,
  ...WEBHOOKS,
  ...LOOKING,
  ...DOCTOR,
  ...DEADLINES,
  ...COUNCIL,
  ...DATA_REQUESTS,
  ...EXPORTING,
  ...CARDS,
  ...AUDITING,
  ...BACKUP,
  ...UNDERSTANDING,
  ...REHEARSING,
]
const FLAGS: ReadonlySet<string> = new Set(COMMANDS.flatMap(({ flags = [] }) => flags))

/** What the operator has called, and where. */
export type Call = {
  /** What follows `npm run admin --`. */
  readonly words: readonly string[]
  readonly environment: () => Readonly<Record<string, string | undefined>>
  /** The project's folder. */
  readonly root: string
  /** What is typed or piped in. */
  readonly typed: Readable
  /** Prints a line of the answer. */
  readonly say: (line: string) => void
  /** Prints why there is none. */
  readonly complain: (line: string) => void
}

/** Runs a command of the operator's. Resolves with its exit code, 1 where it could not do what was asked. */
export async function administer(call: Call): Promise<0 | 1> {
  try {
    return (await run(readArguments(call.words), call)) ? 0 : 1
  } catch (error) {
    const refusals = [AuditRefusal, ConfigRefusal, DatabaseRefusal, FileRefusal, UsageRefusal]
    const known = error instanceof Error && refusals.some((refusal) => error instanceof refusal)
    const bug = (): string => `Lỗi của chương trình: ${JSON.stringify(describeError(error))}`
    call.complain(known ? error.message : bug())
    return 1
  }
}

function usage(): string {
  const lines = COMMANDS.map(
    ({ name, takes, does }) => `  ${`${name} ${takes}`.trim()}\n      ${does}`,
  )
  return `Dùng: npm run admin -- LỆNH [--json]\n${lines.join('\n')}`
}

type Called = {
  readonly command: Command
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly flags: ReadonlySet<string>
  readonly json: boolean
}

/** Splits what was typed into the command, its words and its options. */
function readArguments(given: readonly string[]): Called {
  const words: string[] = []
  const options: Record<string, string> = {}
  const flags = new Set<string>()
  const rest = [...given]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('--')) words.push(word)
    else if (FLAGS.has(word.slice(2))) flags.add(word.slice(2))
    else if (word !== '--json') options[word.slice(2)] = rest.shift() ?? ''
  }
  const typed = words.join(' ')
  const command = COMMANDS.find(({ name }) => typed === name || typed.startsWith(`${name} `))
  if (!command) throw new UsageRefusal(usage())
  return {
    command,
    words: words.slice(command.name.split(' ').length),
    options,
    flags,
    json: given.includes('--json') || options['format'] === 'json',
  }
}

/** Works beside a running process, and alone: the embedded database then runs for as long as the command. */
async function run({ command, ...called }: Called, call: Call): Promise<boolean> {
  const { root, typed, say } = call
  const config = readConfig(call.environment())
  const quiet = called.json ? () => undefined : say
  const open = command.takesAsIs ? openDatabaseAsIs : openDatabase
  const database = await open(config, root, quiet)
  const simulated = config.simulated ? movableClock(config.clock ?? DEMONSTRATION_START) : undefined
  const clock = simulated ?? systemClock
  const bots: Bot[] = []
  const memory = openMemory(database.url, 2, () => ({
    now: clock.now(),
    chance: secureChance,
    voice: VOICE,
    bots,
  }))
  let done = true
  try {
    const { transactions } = memory
    const { url: databaseUrl, pending } = database
    const joins = pending.length === 0 ? simulated : undefined
    if (joins) await joinClock(transactions, joins, config.clock?.toString() ?? 'default')
    const standIns = joins ? await joinDemonstration(transactions) : {}
    bots.push(...botsOf({ ...standIns, ...config.channels }))
    const stored = { transactions, databaseUrl, pending, databaseTime: () => memory.time() }
    const queueProblem = () => findQueueProblem(config, databaseUrl)
    const fail = () => void (done = false)
    await command.run({ ...called, ...stored, root, config, queueProblem, typed, say, fail })
  } finally {
    await memory.close()
    await database.stop()
  }
  return done
}

/** Nothing is sent from here: what a command leaves in the outbox is rendered by the running product. */
const VOICE: Voice = {
  phrase: phraseNotice,
  phraseForGroup,
  render: () => undefined,
  restate: () => undefined,
  linkTo: () => undefined,
}

async function findQueueProblem(
  { redisUrl }: Config,
  databaseUrl: string,
): Promise<string | undefined> {
  try {
    const queue = await openQueue({
      backend:
        redisUrl === undefined
          ? { kind: 'postgres', url: databaseUrl }
          : { kind: 'redis', url: redisUrl },
      name: 'thi-dua',
      now: Date.now,
      onError: () => undefined,
    })
    await queue.counts().finally(() => queue.close())
    return undefined
  } catch (error) {
    return error instanceof QueueRefusal
      ? error.message
      : 'Hàng đợi không trả lời; hãy kiểm tra REDIS_URL hoặc DATABASE_URL và kết nối.'
  }
}
