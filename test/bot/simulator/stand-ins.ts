import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished, vi } from 'vitest'
import {
  startTelegramStandIn,
  type TelegramStandIn,
  type TelegramStandInOptions,
} from '../../../bot/simulator/telegram/stand-in.ts'
import {
  startZaloStandIn,
  type ZaloStandIn,
  type ZaloStandInOptions,
} from '../../../bot/simulator/zalo/stand-in.ts'

export const TELEGRAM_TOKEN = '7000000001:demo-secret_of-the-stand-in'
export const ZALO_TOKEN = '123456789012:demo-secret'
/** 08:00 on 1 October 2025 in Vietnam. */
export const MORNING = Date.UTC(2025, 9, 1, 1, 0, 0)

/** Random numbers that are the same in every run (a linear congruential generator). */
export function seededRandom(seed = 7): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** A Telegram stand-in that ends with the test; its clock stands still unless given. */
export async function telegram(
  options: Partial<TelegramStandInOptions> = {},
): Promise<TelegramStandIn> {
  const standIn = await startTelegramStandIn({
    token: TELEGRAM_TOKEN,
    bot: { firstName: 'Bot Thi đua', username: 'thi_dua_demo_bot' },
    clock: () => MORNING,
    random: seededRandom(),
    fetch,
    webhookRetryMs: 15,
    ...options,
  })
  onTestFinished(() => standIn.close())
  return standIn
}

/** A Zalo stand-in that ends with the test; its clock stands still unless given. */
export async function zalo(options: Partial<ZaloStandInOptions> = {}): Promise<ZaloStandIn> {
  const standIn = await startZaloStandIn({
    token: ZALO_TOKEN,
    bot: { displayName: 'Bot Thi đua', canJoinGroups: true },
    clock: () => MORNING,
    random: seededRandom(),
    fetch,
    webhookRetriesMs: [10, 20],
    ...options,
  })
  onTestFinished(() => standIn.close())
  return standIn
}

export type Reply = { readonly status: number; readonly body: ApiBody }
type ApiBody = {
  readonly ok?: boolean
  readonly error_code?: number
  readonly errorCode?: number
  readonly description?: string
  readonly parameters?: Record<string, number>
  // The shape of a result depends on the method; each test names the part it looks at.
  readonly result?: unknown
}

/** Calls a Bot API method with a JSON body, as its documentation shows it. */
export async function call(
  { apiRoot }: { readonly apiRoot: string },
  path: string,
  fields: unknown = {},
): Promise<Reply> {
  const response = await fetch(`${apiRoot}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  return { status: response.status, body: (await response.json()) as ApiBody }
}

export function telegramCall(standIn: TelegramStandIn, method: string, fields?: unknown) {
  return call(standIn, `bot${TELEGRAM_TOKEN}/${method}`, fields)
}

export function zaloCall(standIn: ZaloStandIn, method: string, fields?: unknown) {
  return call(standIn, `bot${ZALO_TOKEN}/${method}`, fields)
}

/** Waits for a fact that a push or a retry brings about, long enough for a busy machine. */
export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 8000, interval: 10 })
}

export type Received = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly at: number
}

/** A webhook of our own; `answer` names the status for the n-th request, counted from 0. */
export async function webhookReceiver(
  answer: (received: Received, count: number) => number | Promise<number> = () => 200,
) {
  const requests: Received[] = []
  const server = createServer((request, response) => {
    void (async () => {
      let text = ''
      for await (const chunk of request) text += String(chunk)
      const received = { headers: request.headers, text, at: performance.now() }
      const count = requests.push(received) - 1
      response.writeHead(await answer(received, count)).end()
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return { url, requests, bodies: () => requests.map(({ text }) => JSON.parse(text) as unknown) }
}
