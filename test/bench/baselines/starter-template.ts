// What a starter template gives: telegraf's webhook handler, Prisma's client with its own defaults,
// findUnique, create, ctx.reply. It understands nothing and loses what it cannot send.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { env } from 'node:process'
import { PrismaPg } from '@prisma/adapter-pg'
import { Telegraf } from 'telegraf'
import { message } from 'telegraf/filters'
import { PrismaClient } from '../../../prisma/generated/client.ts'

const token = env['TELEGRAM_BOT_TOKEN'] ?? ''
const [botId = ''] = token.split(':')
const prisma = new PrismaClient({
  adapter: new PrismaPg({ connectionString: env['DATABASE_URL'] ?? '' }),
})
const bot = new Telegraf(token, { telegram: { apiRoot: env['TELEGRAM_API_ROOT'] ?? '' } })

bot.on(message('text'), async (ctx) => {
  const { message_id, text } = ctx.message
  const address = `telegram:${botId}:${ctx.chat.id}`
  const known = await prisma.conversation.findUnique({ where: { address } })
  await prisma.inbox.create({
    data: {
      channel: 'telegram',
      botId,
      eventId: String(ctx.update.update_id),
      address,
      event: { message_id, text },
      receivedAt: new Date(),
    },
  })
  const whom = known ? 'đồng chí' : 'người lạ'
  await ctx.reply(`Đã nhận tin của ${whom}: ${text}`)
})

const secretToken = env['TELEGRAM_WEBHOOK_SECRET'] ?? ''
const handler = bot.webhookCallback('/webhooks/telegram', { secretToken })
const server = createServer((request, response) => void handler(request, response))
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`ready on port ${port}\n`)
})
