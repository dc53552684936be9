import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { secureChance } from '../../bot/chance.ts'
import { loadCalendars, loadChains, loadShippedCampaign } from '../../bot/shipped.ts'
import { phraseForGroup } from '../../bot/texts/groups.ts'
import { phraseNotice } from '../../bot/texts/notices.ts'
import type { Instant } from '../../core/calendar/local-time.ts'
import type { Bot, BotKey } from '../../core/delivery/bot.ts'
import { keyOf } from '../../core/delivery/bot.ts'
import type { Address, Channel, ChannelName } from '../../core/delivery/channel.ts'
import type { Official } from '../../core/official/official.ts'
import type { Transaction } from '../../core/ports.ts'
import type { Memory } from '../../prisma/client.ts'
import { openMemory } from '../../prisma/client.ts'
import type { TestDatabase } from './database.ts'
import { copyOf, freshDatabase } from './database.ts'

const CAMPAIGNS = join(import.meta.dirname, '..', '..', 'prisma', 'campaigns')

/** A clock that stands still until it is set. */
export type StillClock = { now(): Instant; set(iso: string): void }

/** A database of its own with the shipped campaign and its invented people, opened as the product does. */
export type TestMemory = Memory & {
  readonly database: TestDatabase
  readonly clock: StillClock
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** The official with that roster code. */
  official(code: string): Promise<Official>
  /** Closes the connections and leaves the database. */
  release(): Promise<void>
}

export type TestMemoryOptions = {
  /** Where the clock stands, e.g. "2025-10-20T08:00:00+07:00". */
  readonly at: string
  /** What renders the messages; without any, a message is one part with its text. */
  readonly channels?: ReadonlyMap<BotKey, Channel>
  /** What is known of the bots; without any, that they are those of the channels. */
  readonly bots?: readonly Bot[]
  /** A database that `loadedDatabase` has made, to be copied. */
  readonly from?: TestDatabase
  /** Whether the shipped campaign is loaded; true unless given. */
  readonly shipped?: boolean
}

/** The shipped campaign, loaded once for the tests of a file to start from. */
export async function loadedDatabase(): Promise<TestDatabase> {
  const memory = await openTestMemory({ at: '2025-10-20T07:45:00+07:00' })
  await memory.release()
  return memory.database
}

export async function openTestMemory(options: TestMemoryOptions): Promise<TestMemory> {
  const database = await (options.from ? copyOf(options.from) : freshDatabase())
  const clock = stillClock(options.at)
  const channels = [...(options.channels?.values() ?? [])]
  const bots = options.bots ?? channels.map((one) => ({ key: keyOf(one), channel: one.name }))
  const voice: Transaction['voice'] = {
    phrase: phraseNotice,
    phraseForGroup,
    restate: (name, part) => channels.find((one) => one.name === name)?.restate(part),
    linkTo: (fileId) => `https://thidua.example.vn/files/${fileId}`,
    render: (name, message) =>
      channels.find((channel) => channel.name === name)?.render(message) ?? [
        { index: 0, of: 1, payload: { ...message } },
      ],
  }
  const memory = openMemory(database.url, 8, () => ({
    now: clock.now(),
    chance: secureChance,
    voice,
    bots,
  }))
  const run: TestMemory['run'] = (work) => memory.transactions.run(work)
  if (!options.from) {
    await loadCalendars(memory.transactions, join(CAMPAIGNS, 'calendars'))
    await loadChains(memory.transactions, join(CAMPAIGNS, '..', 'chains'))
    if (options.shipped ?? true)
      await loadShippedCampaign(memory.transactions, join(CAMPAIGNS, 'chi-lang'), true)
  }
  return {
    ...memory,
    database,
    clock,
    run,
    official: async (code) => {
      const found = (await run((tx) => tx.officials.list({}))).find((known) => known.code === code)
      if (!found) throw new Error(`${code} is not on the roster`)
      return found
    },
    release: () => memory.close(),
    close: async () => {
      await memory.close()
      await database.drop()
    },
  }
}

function stillClock(iso: string): StillClock {
  let at = Temporal.Instant.from(iso)
  return {
    now: () => at,
    set: (next) => {
      at = Temporal.Instant.from(next)
    },
  }
}

/** Links a chat account to the official, as a registration does. */
export async function link(
  memory: TestMemory,
  code: string,
  { channel, chat }: { channel: ChannelName; chat: string },
): Promise<{ official: Official; address: Address }> {
  const official = await memory.official(code)
  const address = chat as Address
  await memory.run(async (tx) => {
    const account = { id: tx.chance.uuid(), officialId: official.id, inviteId: tx.chance.uuid() }
    await tx.accounts.link({ ...account, channel, userKey: chat, address }, tx.now)
  })
  return { official, address }
}
