import { request } from 'node:http'

/** A reply later than this is a lost one: the benchmark ends with an error. */
const PATIENCE_MS = 30_000

/** Who waits for a message to a chat, told by the platform's own stream of arrivals. */
export type Arrivals = {
  /** Resolves with the monotonic time at which the next message to the chat arrived. */
  next(chatId: number): Promise<number>
}

/** Opens the stream; resolves once it flows, so that no arrival is missed. */
export function openArrivals(apiRoot: string): Promise<Arrivals> {
  const waiting = new Map<number, (atMs: number) => void>()
  const hear = (line: string): void => {
    const [chatId, atMs] = line.split(' ').map(Number)
    waiting.get(chatId ?? 0)?.(atMs ?? 0)
  }
  const next = (chatId: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no reply within ${PATIENCE_MS} ms`)),
        PATIENCE_MS,
      )
      waiting.set(chatId, (atMs) => {
        clearTimeout(timer)
        waiting.delete(chatId)
        resolve(atMs)
      })
    })
  return new Promise((resolve, reject) => {
    const stream = request(`${apiRoot}/arrivals`, (response) => {
      let rest = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) hear(line)
      })
      resolve({ next })
    })
    stream.once('error', reject)
    stream.end()
  })
}
