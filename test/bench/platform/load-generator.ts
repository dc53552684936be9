// A process of its own: the people who write. `node load-generator.js <API root of the sink>`; each
// message of the parent is a load to make, each answer what came of it.
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'undici'
import { openArrivals } from './arrivals.ts'
import type { Closed, Load, Loaded, Open, Outcome, Webhook } from './load.ts'
import { monotonicMs } from './monotonic.ts'
import { reportSentence, textUpdate } from './telegram-update.ts'

type Updates = Extract<Load, { kind: 'updates' }>

/** Says the next thing in the next free chat; gives the time at which the reply arrived. */
type Say = () => Promise<number>

const [apiRoot = ''] = process.argv.slice(2)
const arrivals = await openArrivals(apiRoot)
const pools = new Map<string, Pool>()

function poolTo(url: URL): Pool {
  const pool =
    pools.get(url.origin) ?? new Pool(url.origin, { connections: 40, keepAliveTimeout: 60_000 })
  pools.set(url.origin, pool)
  return pool
}

async function post(to: URL, body: string, headers: Record<string, string>): Promise<void> {
  const answer = await poolTo(to).request({
    path: to.pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  await answer.body.dump()
  if (answer.statusCode !== 200) throw new Error(`${to.pathname} answered ${answer.statusCode}`)
}

/** Chats where nothing is under way, longest idle first; where there is none, the next that comes free. */
function freeChats(chats: readonly number[]) {
  const free = [...chats]
  const waiting: ((chatId: number) => void)[] = []
  return {
    take: async (): Promise<number> =>
      free.shift() ?? new Promise((resolve) => waiting.push(resolve)),
    give: (chatId: number): void => {
      const next = waiting.shift()
      if (next) next(chatId)
      else free.push(chatId)
    },
  }
}

function speakers({ to, chats, first, texts }: Updates): Say {
  const url = new URL(to.url)
  const free = freeChats(chats)
  let said = 0
  return async () => {
    const chatId = await free.take()
    const n = first + said
    const text = texts?.[said] ?? reportSentence(n)
    said += 1
    const reply = arrivals.next(chatId)
    const update = textUpdate({ n, chatId, text, date: to.date })
    const [arrivedAt] = await Promise.all([reply, send(url, update, to)])
    free.give(chatId)
    return arrivedAt
  }
}

function send(url: URL, update: string, { secret }: Webhook): Promise<void> {
  return post(url, update, { 'x-telegram-bot-api-secret-token': secret })
}

async function closed(say: Say, { connections, count, withinMs }: Closed): Promise<Loaded> {
  const latenciesMs: number[] = []
  const begun = monotonicMs()
  let left = count
  let last = begun
  const connection = async (): Promise<void> => {
    while (left > 0 && monotonicMs() - begun < withinMs) {
      left -= 1
      const sentAt = monotonicMs()
      const arrivedAt = await say()
      latenciesMs.push(arrivedAt - sentAt)
      last = Math.max(last, arrivedAt)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  return { replies: latenciesMs.length, elapsedMs: last - begun, latenciesMs }
}

async function open(say: Say, { gapsMs }: Open): Promise<Loaded> {
  const begun = monotonicMs()
  let due = begun
  const replies: Promise<{ latencyMs: number; arrivedAt: number }>[] = []
  for (const gap of gapsMs) {
    due += gap
    const dueAt = due
    await sleep(Math.max(0, dueAt - monotonicMs()))
    const reply = say().then((arrivedAt) => ({ latencyMs: arrivedAt - dueAt, arrivedAt }))
    reply.catch(() => undefined) // told below, when the last update has left
    replies.push(reply)
  }
  const all = await Promise.all(replies)
  const last = Math.max(...all.map(({ arrivedAt }) => arrivedAt))
  const latenciesMs = all.map(({ latencyMs }) => latencyMs)
  return { replies: all.length, elapsedMs: last - begun, latenciesMs }
}

/** The sink and this generator alone: each message goes straight to the platform. */
function straight(connections: number): Say {
  const url = new URL(`${apiRoot}/bot7000000001:bench/sendMessage`)
  const free = freeChats(Array.from({ length: connections }, (_, index) => index + 1))
  return async () => {
    const chatId = await free.take()
    const reply = arrivals.next(chatId)
    const body = JSON.stringify({ chat_id: chatId, text: reportSentence(chatId) })
    const [arrivedAt] = await Promise.all([reply, post(url, body, {})])
    free.give(chatId)
    return arrivedAt
  }
}

function make(load: Load): Promise<Loaded> {
  if (load.kind === 'sink-alone') {
    const { count, connections } = load
    return closed(straight(connections), { kind: 'closed', connections, count, withinMs: 5_000 })
  }
  const { pattern } = load
  const say = speakers(load)
  return pattern.kind === 'closed' ? closed(say, pattern) : open(say, pattern)
}

function answer(outcome: Outcome): void {
  process.send?.(outcome)
}

process.on('message', (load: Load) => {
  make(load).then(
    (done) => answer({ done }),
    (error: unknown) => answer({ failed: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
