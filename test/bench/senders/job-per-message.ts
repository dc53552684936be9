// A process of its own, for comparison: the usual way with BullMQ, Prisma and telegraf. Each message is a
// delayed job; its handler reads the row, sends it, and writes down what came of it.
// `node job-per-message.js <database URL> <API root> <Redis URL>`; the parent says when all are due.
import { PrismaPg } from '@prisma/adapter-pg'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { Telegram } from 'telegraf'
import { PrismaClient } from '../../../prisma/generated/client.ts'
import { BOT_TOKEN } from './recipients.ts'

const CONCURRENCY = 50
const [databaseUrl = '', apiRoot = '', redisUrl = ''] = process.argv.slice(2)
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) })
const telegram = new Telegram(BOT_TOKEN, { apiRoot })
const connect = (): Redis => new Redis(redisUrl, { maxRetriesPerRequest: null })

let left = 0
const queue = new Queue<{ seq: string }>('messages', { connection: connect() })
const worker = new Worker<{ seq: string }>('messages', async ({ data }) => send(BigInt(data.seq)), {
  connection: connect(),
  concurrency: CONCURRENCY,
})
worker.on('completed', () => {
  left -= 1
  if (left === 0) process.send?.('empty')
})
worker.on('failed', (_job, error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})

async function send(seq: bigint): Promise<void> {
  const { address, payload } = await prisma.outboxPart.findUniqueOrThrow({ where: { seq } })
  const { text } = payload as { text: string }
  const sent = await telegram.sendMessage(address.split(':')[2] ?? '', text)
  const receipt = String(sent.message_id)
  const data = { state: 'sent', receipt, finishedAt: new Date() }
  await prisma.outboxPart.update({ where: { seq }, data })
}

async function schedule(dueInMs: number): Promise<void> {
  const dueAt = Date.now() + dueInMs
  const parts = await prisma.outboxPart.findMany({ select: { seq: true } })
  left = parts.length
  for (let at = 0; at < parts.length; at += 1_000)
    await queue.addBulk(
      parts.slice(at, at + 1_000).map(({ seq }) => ({
        name: 'message',
        data: { seq: String(seq) },
        opts: { delay: dueAt - Date.now(), removeOnComplete: true },
      })),
    )
  if (Date.now() > dueAt) throw new Error('the jobs were not all there when they were due')
}

await worker.waitUntilReady()
process.on('message', (dueInMs: number) => void schedule(dueInMs))
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
