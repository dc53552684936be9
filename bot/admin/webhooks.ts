import { openDispatcher } from '../channels/http-exchange.ts'
import type { WebhookControl, WebhookReport } from '../channels/webhooks.ts'
import { telegramWebhook, zaloWebhook } from '../channels/webhooks.ts'
import type { ChannelConfig } from '../config.ts'
import type { Command, Office } from './command.ts'
import { show, UsageRefusal } from './command.ts'

const USAGE = 'Dùng: npm run admin -- webhook set|show|delete zalo|telegram'

type Chosen = { name: 'zalo' | 'telegram'; config: ChannelConfig }

/** The only place where a platform's webhook is set or deleted; starting the product never does. */
const webhook: Command = {
  name: 'webhook',
  takes: 'set|show|delete zalo|telegram',
  does: 'đặt, xem hoặc gỡ webhook ở nền tảng',
  run: async (office) => {
    const [verb] = office.words
    const chosen = choose(office)
    const dispatcher = openDispatcher({ connections: 1 })
    const endpoint = { token: chosen.config.token, apiRoot: chosen.config.apiRoot, dispatcher }
    const control = chosen.name === 'zalo' ? zaloWebhook(endpoint) : telegramWebhook(endpoint)
    try {
      print(office, await act(office, chosen, control, verb))
    } finally {
      await dispatcher.destroy()
    }
  },
}

function choose({ words, config }: Office): Chosen {
  const [, name] = words
  if (name !== 'zalo' && name !== 'telegram') throw new UsageRefusal(USAGE)
  const channel = config.channels[name]
  if (!channel)
    throw new UsageRefusal(
      `Chưa đặt ${name === 'zalo' ? 'ZALO' : 'TELEGRAM'}_BOT_TOKEN nên chưa có webhook nào để xử lý.`,
    )
  return { name, config: channel }
}

function act(
  { config }: Office,
  { name, config: channel }: Chosen,
  control: WebhookControl,
  verb: string | undefined,
): Promise<WebhookReport> {
  if (verb === 'show') return control.show()
  if (verb === 'delete') return control.remove()
  if (verb !== 'set') throw new UsageRefusal(USAGE)
  if (config.publicUrl === undefined)
    throw new UsageRefusal('Thiếu PUBLIC_URL: nền tảng cần biết địa chỉ để gọi tới.')
  if (channel.secret === undefined)
    throw new UsageRefusal(`Thiếu ${name === 'zalo' ? 'ZALO' : 'TELEGRAM'}_WEBHOOK_SECRET.`)
  return control.set(`${config.publicUrl}/webhooks/${name}`, channel.secret)
}

function print(office: Office, report: WebhookReport): void {
  show(office, report, () => {
    if (!report.ok) return [`Nền tảng từ chối (${report.code}): ${report.explanation}`]
    const details = Object.entries(report.details).map(([key, value]) => `  ${key}: ${value}`)
    return [report.url === '' ? 'Chưa đặt webhook.' : `Webhook: ${report.url}`, ...details]
  })
  if (!report.ok) process.exitCode = 1
}

export const WEBHOOKS: readonly Command[] = [webhook]
