import { randomInt } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bot } from '../core/delivery/bot.ts'
import type { Address, Channel, ChannelName } from '../core/delivery/channel.ts'
import { deliverOutbox } from '../core/delivery/deliver-outbox.ts'
import type { Delivery } from '../core/delivery/delivery.ts'
import { setFallbackHours } from '../core/delivery/fall-back.ts'
import { openTurns } from '../core/delivery/turns.ts'
import type { Clock, Voice } from '../core/ports.ts'
import type { JobName } from '../jobs/handlers.ts'
import { jobHandlers, SCHEDULE } from '../jobs/handlers.ts'
import type { Queue } from '../jobs/queue.ts'
import { openQueue } from '../jobs/queue.ts'
import type { Memory } from '../prisma/client.ts'
import { openMemory } from '../prisma/client.ts'
import { botsOf } from './bots.ts'
import { secureChance } from './chance.ts'
import { PACE } from './channels/pace.ts'
import type { MovableClock } from './clock.ts'
import { movableClock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Inbound } from './inbound.ts'
import { openInbound } from './inbound.ts'
import type { Log } from './log.ts'
import type { FileLinks } from './file-links.ts'
import { followLink, lateFileLinks } from './file-links.ts'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import type { Channels } from './open-channels.ts'
import { openChannels } from './open-channels.ts'
import { openDatabase } from './open-database.ts'
import type { Server } from './server.ts'
import { openServer } from './server.ts'
import { loadCalendars, loadChains, loadShippedCampaign } from './shipped.ts'
import type { Demonstration } from './simulator/demonstration.ts'
import { joinDemonstration, openDemonstration } from './simulator/demonstration.ts'
import { addPage } from './simulator/page.ts'
import { DEMONSTRATION_START, followClock, joinClock } from './simulator/shared-clock.ts'
import { phraseForGroup } from './texts/groups.ts'
import { phraseNotice } from './texts/notices.ts'

export type ProcessRole = 'web' | 'poll' | 'worker'

/** Connections of one process for its transactions: as many chats as are handled at once, and some for the jobs. */
const CONNECTIONS = 10
const LANES = 6
/** What the demonstration's page sends to the browser, below the project's folder. */
const PAGE_FILES = join('bot', 'simulator', 'page', 'browser')
/** How long what is under way may take when the process is asked to stop; a poll of Zalo's takes 5 s. */
const DRAIN_MS = 5_500
/** One under way and one that waits for it: no wake is kept from its place by others, however long they take. */
const PLACES_OF_A_WAKE = 2

export type StartOptions = {
  readonly config: Config
  readonly roles: readonly ProcessRole[]
  /** Loads the demonstration people also into the operator's own database. */
  readonly demo: boolean
  /** The project's folder: migrations and campaigns lie below it. */
  readonly root: string
  /** Tells the operator what takes long. */
  readonly say: (line: string) => void
}

export type Running = {
  /** Where the server listens; 0 without the role `web`. */
  readonly port: number
  readonly simulated: boolean
  /** Stops intake, drains what is under way, closes everything in order. Calling it twice is once. */
  stop(): Promise<void>
}

/** What was opened, and how to end it: first what is under way, then last opened, first closed. */
class Opened {
  readonly #drains: (() => Promise<unknown>)[] = []
  readonly #closers: (() => Promise<void>)[] = []

  add(close: () => Promise<void>): void {
    this.#closers.push(close)
  }

  /** `end` resolves when that comes to its end; all of them are asked at once, so that none uses up another's time. */
  addDrain(end: () => Promise<unknown>): void {
    this.#drains.push(end)
  }

  async closeAll(): Promise<void> {
    const ends = this.#drains.splice(0).map((end) => end())
    await Promise.race([Promise.allSettled(ends), sleep(DRAIN_MS, undefined, { ref: false })])
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) await close()
  }
}

/**
 * Puts the whole product together and starts it. Throws a refusal of one sentence when that cannot
 * be, and has then undone what it began.
 */
export async function start(options: StartOptions): Promise<Running> {
  const opened = new Opened()
  try {
    const port = await assemble(options, opened)
    return { port, simulated: options.config.simulated, stop: () => opened.closeAll() }
  } catch (error) {
    await opened.closeAll()
    throw error
  }
}

async function assemble(options: StartOptions, opened: Opened): Promise<number> {
  const { config, roles, root, say } = options
  const log = openLog(config.simulated ? 'warn' : 'info')
  const server = openServer(log)
  const page = config.simulated ? addPage(server.app, join(root, PAGE_FILES)) : undefined
  // Bound first of all, so that a port in use leaves nothing half-made; it answers "starting" until all is there.
  opened.add(() => server.close())
  const port = roles.includes('web') ? await listen(server, config) : 0

  const database = await openDatabase(config, root, say)
  opened.add(() => database.stop())
  const voices = new Map<ChannelName, Channel>()
  const bots: Bot[] = []
  const movable = config.simulated ? movableClock(config.clock ?? DEMONSTRATION_START) : undefined
  const clock = movable ?? systemClock
  const publicUrl = config.publicUrl ?? (config.simulated && port > 0 ? ownUrl(port) : undefined)
  const links = lateFileLinks(publicUrl)
  const memory = openMemory(database.url, CONNECTIONS, surroundings(clock, { voices, bots }, links))
  opened.add(() => memory.close())
  await links.load(memory.transactions)

  const simulation = await openSimulation({ options, memory, movable, port, opened })
  const configs = { ...simulation.configs, ...config.channels }
  const channels = openChannels(configs, (id) => readFile(memory, id))
  opened.add(() => channels.close())
  for (const channel of channels.all.values()) voices.set(channel.name, channel)
  bots.push(...botsOf(configs))
  await loadWhatShips(options, memory)
  await memory.transactions.run((tx) => setFallbackHours(tx, config.fallbackHours))

  const parts: Parts = { options, opened, log, memory, channels, clock, movable }
  const pipeline = await openPipeline(parts, database.url)
  if (roles.includes('worker')) await startWork(parts, pipeline)
  if (roles.includes('web')) {
    const { queue, inbound } = pipeline
    if (page) simulation.demonstration?.openPage(page, { wakeSweep: () => queue.wake('sweep') })
    const metrics = pipeline.metrics
    server.goLive({
      channels: channels.all,
      inbound,
      metrics,
      fetchFile: (asked) => followLink(memory.transactions, links, asked),
      ping: () => memory.ping(),
    })
    opened.addDrain(() => server.close())
  }
  if (roles.includes('poll')) startPolling(parts, pipeline.inbound)
  await pipeline.inbound.resume()
  return port
}

type Parts = {
  readonly options: StartOptions
  readonly opened: Opened
  readonly log: Log
  readonly memory: Memory
  readonly channels: Channels
  readonly clock: Clock
  /** The same clock, where it may be moved. */
  readonly movable: MovableClock | undefined
}

/** A port that another program holds, in one sentence. */
export class PortRefusal extends Error {
  override readonly name = 'PortRefusal'
}

async function listen(server: Server, { port, publicUrl }: Config): Promise<number> {
  const host = publicUrl === undefined ? '127.0.0.1' : '0.0.0.0'
  try {
    return await server.listen(port, host)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new PortRefusal(
        `Cổng ${port} đang được chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác bằng biến PORT, ví dụ: PORT=${port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new PortRefusal(
        `Không có quyền mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên bằng biến PORT.`,
      )
    throw error
  }
}

function readFile({ transactions }: Memory, id: string) {
  return transactions.single((tx) => tx.files.find(id, tx.now))
}

/** Where the demonstration is reached: from this machine only. */
function ownUrl(port: number): string {
  return `http://localhost:${port}`
}

/** `voices`: any bot of a channel renders for all of them. Both are filled once the channels are open. */
type Speakers = {
  readonly voices: ReadonlyMap<ChannelName, Channel>
  readonly bots: readonly Bot[]
}

function surroundings(clock: Clock, { voices, bots }: Speakers, links: FileLinks) {
  const voice: Voice = {
    phrase: phraseNotice,
    phraseForGroup,
    render: (name, message) => voices.get(name)?.render(message),
    restate: (name, part) => voices.get(name)?.restate(part),
    linkTo: (fileId, until) => links.linkTo(fileId, until),
  }
  return () => ({ now: clock.now(), chance: secureChance, voice, bots })
}

/** Stand-ins for the channels without a token; a process without the role `web` joins those of the one that has it. */
async function openSimulation(parts: {
  options: StartOptions
  memory: Memory
  movable: MovableClock | undefined
  port: number
  opened: Opened
}): Promise<{ configs: Demonstration['configs']; demonstration?: Demonstration }> {
  const { options, memory, movable: clock, port, opened } = parts
  const { transactions } = memory
  if (!clock) return { configs: {} }
  await joinClock(transactions, clock, options.config.clock?.toString() ?? 'default')
  opened.add(() => followClock(transactions, clock))
  if (!options.roles.includes('web')) return { configs: await joinDemonstration(transactions) }
  const names = (['telegram', 'zalo'] as const).filter((name) => !options.config.channels[name])
  const demonstration = await openDemonstration({ names, port, clock, transactions })
  opened.add(() => demonstration.close())
  return { configs: demonstration.configs, demonstration }
}

/** The demonstration's people never enter an operator's own database unless they are asked for. */
async function loadWhatShips(
  { config, demo, root, say }: StartOptions,
  { transactions }: Memory,
): Promise<void> {
  const campaigns = join(root, 'prisma', 'campaigns')
  await loadCalendars(transactions, join(campaigns, 'calendars'))
  await loadChains(transactions, join(root, 'prisma', 'chains'))
  const own = config.databaseUrl !== undefined
  if (own && !demo) return
  const loaded = await loadShippedCampaign(
    transactions,
    join(campaigns, 'chi-lang'),
    config.simulated,
  )
  if (loaded) say('Đã nạp phong trào mẫu của huyện Chi Lăng.')
}

type Pipeline = {
  readonly queue: Queue<JobName>
  readonly inbound: Inbound
  readonly metrics: ReturnType<typeof openMetrics>
  readonly delivery: Delivery
}

async function openPipeline(parts: Parts, databaseUrl: string): Promise<Pipeline> {
  const { options, opened, log, memory, channels, clock } = parts
  const { transactions, departures, intake, pace } = memory
  const { redisUrl } = options.config
  const queue = await openQueue<JobName>({
    backend:
      redisUrl === undefined
        ? { kind: 'postgres', url: databaseUrl }
        : { kind: 'redis', url: redisUrl },
    name: 'thi-dua',
    now: Date.now,
    onError: (error) => log.problem('the queue failed', error),
  })
  opened.add(() => queue.close())
  const metrics = openMetrics(transactions, pace)
  const elapsedMs = (): number => performance.now()
  const turns = openTurns({ elapsedMs, sleep })
  const onRest: Delivery['onRest'] = (bot, cause) =>
    log.warn('a platform takes no messages of a bot for a while', { bot, cause })
  const onBudget: Delivery['onBudget'] = ({ bot: { key }, level, used, limit }) =>
    log.warn('a bot has used up most of what its plan grants it this month', {
      ...{ bot: key, level, used, limit },
    })
  const stored = { transactions, departures, pace }
  const timed = { turns, clock, elapsedMs, sleep: wait }
  const delivery: Delivery = { ...stored, ...timed, onRest, onBudget }
  const stopping = new AbortController()
  // Every send under way listens to it.
  setMaxListeners(0, stopping.signal)
  const inbound = openInbound({
    channels: channels.all,
    intake,
    transactions,
    clock,
    lanes: LANES,
    send: (channel, address) =>
      sendNow({ delivery, log, signal: stopping.signal }, channel, address),
    wake: (job) => void queue.wake(job),
    log,
    metrics,
  })
  opened.addDrain(() => inbound.drained())
  opened.add(async () => stopping.abort())
  return { queue, inbound, metrics, delivery }
}

function wait(ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms <= 0) return Promise.resolve(!signal.aborted)
  return sleep(ms, true, { signal }).catch(() => false)
}

/** The answer leaves at once; if that fails, the delivery job comes to it. */
async function sendNow(
  { delivery, log, signal }: { delivery: Delivery; log: Log; signal: AbortSignal },
  channel: Channel,
  address: Address,
): Promise<void> {
  try {
    await deliverOutbox(delivery, channel, { pace: PACE[channel.name], address, signal })
  } catch (error) {
    log.problem('an answer could not be sent at once', error)
  }
}

async function startWork(parts: Parts, { queue, inbound, delivery }: Pipeline): Promise<void> {
  const { opened, memory, channels, movable } = parts
  const handlers = jobHandlers({
    delivery,
    channels: channels.all,
    pace: PACE,
    queue,
    resumeInbound: () => inbound.resume(),
    syncClock: async () => {
      if (movable) await followClock(memory.transactions, movable)
    },
  })
  const worker = await queue.work(handlers, {
    concurrency: PLACES_OF_A_WAKE * (Object.keys(SCHEDULE).length + channels.all.size),
    drainMs: DRAIN_MS,
  })
  opened.addDrain(() => worker.close())
  for (const [name, everyMs] of Object.entries(SCHEDULE))
    await queue.every(name as JobName, everyMs)
}

function startPolling({ opened, channels, log }: Parts, inbound: Inbound): void {
  const stopping = new AbortController()
  const loops = channels.poll({
    signal: stopping.signal,
    random: () => randomInt(2 ** 32) / 2 ** 32,
    store: async (channel, update) => {
      await inbound.take(channel, update)
    },
    alarm: () => log.warn('a platform refused the token; polling has stopped'),
    notify: (notice) => {
      if (notice.kind === 'store-failed') log.problem('an update could not be stored', notice.error)
      else log.warn('polling failed', { cause: notice.cause, waitMs: notice.waitMs })
    },
  })
  opened.addDrain(() => {
    stopping.abort()
    // Reading from Zalo removes the message, so a poll under way is waited for.
    return loops
  })
}
