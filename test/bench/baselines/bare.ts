// The least that can be called a bot: node:http, one read, one insert, one message, no library but
// the drivers. It understands nothing, remembers no conversation and loses what it cannot send.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { env } from 'node:process'
import pg from 'pg'
import { Pool } from 'undici'

type Update = {
  update_id: number
  message: { message_id: number; chat: { id: number }; text: string }
}

const token = env['TELEGRAM_BOT_TOKEN'] ?? ''
const secret = env['TELEGRAM_WEBHOOK_SECRET'] ?? ''
const [botId = ''] = token.split(':')
const database = new pg.Pool({ connectionString: env['DATABASE_URL'] })
const telegram = new Pool(env['TELEGRAM_API_ROOT'] ?? '', { connections: 40 })

async function handle({ update_id, message }: Update): Promise<void> {
  const { message_id, text } = message
  const address = `telegram:${botId}:${message.chat.id}`
  const known = await database.query('select state from conversation where address = $1', [address])
  await database.query(
    `insert into inbox (channel, bot_id, event_id, address, event, received_at)
     values ('telegram', $1, $2, $3, $4, now())`,
    [botId, String(update_id), address, JSON.stringify({ message_id, text })],
  )
  const whom = known.rows.length > 0 ? 'đồng chí' : 'người lạ'
  await sendMessage(message.chat.id, `Đã nhận tin của ${whom}: ${text}`)
}

async function sendMessage(chatId: number, text: string): Promise<void> {
  const { statusCode, body } = await telegram.request({
    path: `/bot${token}/sendMessage`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: chatId, text }),
  })
  await body.dump()
  if (statusCode !== 200) throw new Error(`sendMessage answered ${statusCode}`)
}

async function readUpdate(request: IncomingMessage): Promise<Update> {
  let text = ''
  request.setEncoding('utf8')
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as Update
}

const server = createServer((request, response) => {
  if (request.headers['x-telegram-bot-api-secret-token'] !== secret) {
    response.writeHead(401).end()
    return
  }
  readUpdate(request)
    .then(handle)
    .then(
      () => response.writeHead(200).end(),
      () => response.writeHead(500).end(),
    )
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`ready on port ${port}\n`)
})
