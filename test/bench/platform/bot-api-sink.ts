// A process of its own: a Bot API that takes every message at once and checks nothing, so that what
// is measured is the bot and not the platform. `GET /arrivals` streams one line for each message,
// "<chat id> <monotonic milliseconds>", to whoever has to know when an answer arrived.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monotonicMs } from './monotonic.ts'

const listeners = new Set<ServerResponse>()
let arrivals = ''
let messageId = 0

/** Lines of one turn of the event loop leave together: one write, however many messages came. */
function tellArrival(chatId: number): void {
  if (arrivals === '') setImmediate(flush)
  arrivals += `${chatId} ${monotonicMs()}\n`
}

function flush(): void {
  for (const listener of listeners) listener.write(arrivals)
  arrivals = ''
}

/** Telegram Bot API, sendMessage: the sent message is the answer; getMe is what telegraf asks first. */
function resultOf(method: string, body: string): unknown {
  if (method !== 'sendMessage')
    return { id: 7_000_000_001, is_bot: true, first_name: 'Bot', username: 'thi_dua_bot' }
  const { chat_id, text } = JSON.parse(body) as { chat_id: number | string; text: string }
  const id = Number(chat_id)
  tellArrival(id)
  return { message_id: ++messageId, date: 0, chat: { id, type: 'private' }, text }
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? ''
  if (url === '/arrivals') {
    response.writeHead(200).flushHeaders()
    listeners.add(response)
    response.once('close', () => listeners.delete(response))
    return
  }
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    const result = resultOf(url.slice(url.lastIndexOf('/') + 1), body)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ok: true, result }))
  })
}

const server = createServer(serve)
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.send?.({ port })
})
process.on('disconnect', () => process.exit(0))
