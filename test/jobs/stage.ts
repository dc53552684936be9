import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { openChannels } from '../../bot/open-channels.ts'
import type { Bot, BotKey, Plan } from '../../core/delivery/bot.ts'
import { keyOf } from '../../core/delivery/bot.ts'
import type { RestCause } from '../../core/delivery/breaker.ts'
import type { BudgetLevel } from '../../core/delivery/budget.ts'
import type { Address, ChannelName } from '../../core/delivery/channel.ts'
import type { Pace } from '../../core/delivery/pace-store.ts'
import { queueNotice } from '../../core/delivery/queue-message.ts'
import { openTurns } from '../../core/delivery/turns.ts'
import type { StoredFile } from '../../core/file/stored-file.ts'
import type { Official } from '../../core/official/official.ts'
import type { JobName } from '../../jobs/handlers.ts'
import { jobHandlers } from '../../jobs/handlers.ts'
import { telegram, TELEGRAM_TOKEN, zalo, ZALO_TOKEN } from '../bot/simulator/stand-ins.ts'
import type { TestDatabase } from '../support/database.ts'
import { link, openTestMemory } from '../support/memory.ts'
import { openTables } from '../support/tables.ts'

export type Person = {
  readonly official: Official
  readonly address: Address
  readonly heard: () => string[]
  /** How many pictures the bot has shown. */
  readonly pictures: () => number
}

export type Stage = Awaited<ReturnType<typeof setStage>>

const elapsedMs = () => performance.now()

type ReadFile = (id: string) => Promise<StoredFile | undefined>

/** What the platform fetches itself: a stored file under its public address, anything else as ever. */
function serving(readFile: ReadFile): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.hostname !== 'thidua.example.vn') return fetch(input, init)
    const file = await readFile(url.pathname.split('/').at(-1) ?? '')
    if (!file) return new Response('gone', { status: 404 })
    return new Response(Buffer.from(file.bytes), { headers: { 'content-type': file.mediaType } })
  }
}

/** The jobs between a database and both platforms; wakes are noted and not followed. */
export async function setStage(
  from: TestDatabase,
  { at, pace = { perSecond: 500 }, zaloPlan }: { at: string; pace?: Pace; zaloPlan?: Plan },
) {
  // Files are read once there is a memory to read them from.
  const readFile = (id: string) => memory.transactions.single((tx) => tx.files.find(id, tx.now))
  const platforms = { telegram: await telegram(), zalo: await zalo({ fetch: serving(readFile) }) }
  const channels = openChannels(
    {
      telegram: { token: TELEGRAM_TOKEN, apiRoot: platforms.telegram.apiRoot, mode: 'polling' },
      zalo: { token: ZALO_TOKEN, apiRoot: platforms.zalo.apiRoot, mode: 'polling' },
    },
    readFile,
  )
  const bots: readonly Bot[] = [...channels.all.values()].map((channel) => ({
    key: keyOf(channel),
    channel: channel.name,
    ...(channel.name === 'zalo' && zaloPlan && { plan: zaloPlan }),
  }))
  const memory = await openTestMemory({ at, from, channels: channels.all, bots })
  onTestFinished(async () => {
    await channels.close()
    await memory.close()
  })
  const woken: string[] = []
  const rests: { bot: BotKey; cause: RestCause }[] = []
  const warned: { bot: BotKey; used: number; level: BudgetLevel }[] = []
  const handlers = jobHandlers({
    delivery: {
      transactions: memory.transactions,
      departures: memory.departures,
      pace: memory.pace,
      clock: memory.clock,
      turns: openTurns({ elapsedMs, sleep }),
      elapsedMs,
      sleep: (ms) => sleep(ms, true),
      onRest: (bot, cause) => void rests.push({ bot, cause }),
      onBudget: ({ bot, used, level }) => void warned.push({ bot: bot.key, used, level }),
    },
    channels: channels.all,
    pace: { telegram: pace, zalo: pace },
    queue: { wake: async (...of: string[]) => void woken.push(of.join(' ')) } as never,
    resumeInbound: () => Promise.resolve(),
    syncClock: () => Promise.resolve(),
  })
  const never = new AbortController().signal
  const run = async (name: JobName): Promise<void> => {
    await handlers[name](undefined, never)
    const keys = name === 'deliver' ? [...channels.all.keys()] : []
    await Promise.all(keys.map((key) => handlers[name](key, never)))
  }
  return {
    ...platforms,
    memory,
    woken,
    /** The breakers that opened. */
    rests,
    /** What the operator was told of budgets. */
    warned,
    run,
    tables: openTables(() => memory.database.url),
    at: (iso: string) => memory.clock.set(iso),
    /** The clock at that moment, a sweep and what it wakes. */
    async tick(iso: string) {
      memory.clock.set(iso)
      await run('sweep')
      await run('deliver')
    },
    sendsToZalo: () => platforms.zalo.calls.filter(({ method }) => method === 'sendMessage'),
    /** An official with a phone that the bot knows. */
    async person(code: string, channel: ChannelName = 'telegram'): Promise<Person> {
      const { telegram: t, zalo: z } = platforms
      const bot = { telegram: TELEGRAM_TOKEN, zalo: ZALO_TOKEN }[channel].split(':')[0] ?? ''
      const id =
        channel === 'telegram'
          ? String(t.createUser({ firstName: code, started: true }).id)
          : z.createUser({ displayName: code, started: true }).id
      const linked = await link(memory, code, { channel, chat: `${channel}:${bot}:${id}` })
      const messages = () => (channel === 'telegram' ? t.messages(Number(id)) : z.messages(id))
      return {
        ...linked,
        heard: () => messages().map(({ text }) => text ?? ''),
        pictures: () => messages().filter(({ attachment }) => attachment?.kind === 'photo').length,
      }
    },
    /** Queues a notice with that text to the person, as an announcement. */
    async announce(to: Person, text: string): Promise<void> {
      const { campaign } = await memory.run(async (tx) => (await tx.campaigns.list())[0]!)
      const notice = {
        kind: 'announcement',
        ...{ campaign, text, from: 'Phòng Văn hóa', code: 'TB-001', optional: false },
        choices: { id: 'a', options: [] },
      } as const
      await memory.run((tx) => queueNotice(tx, to.official, notice, { cause: 'announcement' }))
    },
  }
}
