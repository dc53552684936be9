// A process of its own: a Bot API that allows so many messages in any sliding second and answers the
// others 429 with retry_after 1. Its parent says how many, and is told what arrived when.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Arrived, Asked } from './limited.ts'
import { monotonicMs } from './monotonic.ts'

const SECOND_MS = 1_000

let perSecond = Infinity
let chats: number[] = []
let atMs: number[] = []
let refused = 0

function isAllowed(now: number): boolean {
  const before = atMs[atMs.length - perSecond]
  return before === undefined || now - before >= SECOND_MS
}

function answer(body: string): { status: number; json: unknown } {
  const { chat_id } = JSON.parse(body) as { chat_id: number | string }
  const now = monotonicMs()
  if (!isAllowed(now)) {
    refused += 1
    const parameters = { retry_after: 1 }
    const description = 'Too Many Requests: retry after 1'
    return { status: 429, json: { ok: false, error_code: 429, description, parameters } }
  }
  chats.push(Number(chat_id))
  atMs.push(now)
  const result = {
    message_id: atMs.length,
    date: 0,
    chat: { id: Number(chat_id), type: 'private' },
  }
  return { status: 200, json: { ok: true, result } }
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    const { status, json } = answer(body)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(json))
  })
}

const server = createServer(serve)
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.send?.({ port })
})
process.on('message', (asked: Asked) => {
  const arrived: Arrived = { chats, atMs, refused }
  perSecond = asked.allow ?? Infinity
  chats = []
  atMs = []
  refused = 0
  process.send?.(arrived)
})
process.on('disconnect', () => process.exit(0))
