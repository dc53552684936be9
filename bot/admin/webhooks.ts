import type { ChannelName } from '../../core/delivery/channel.ts'
import { openDispatcher } from '../channels/http-exchange.ts'
import type { WebhookControl, WebhookReport } from '../channels/webhooks.ts'
import { telegramWebhook, zaloWebhook } from '../channels/webhooks.ts'
import { requireBotId } from '../bots.ts'
import type { ChannelConfig } from '../channel-config.ts'
import { tokensOf } from '../channel-config.ts'
import type { Command, Office } from './command.ts'
import { show, UsageRefusal } from './command.ts'

const USAGE = 'Dùng: npm run admin -- webhook set|show|delete zalo|telegram'

type Chosen = { name: ChannelName; config: ChannelConfig }

/** Of one bot of the platform. */
type BotReport = { readonly bot: string; readonly report: WebhookReport }

/** The only place where a platform's webhook is set or deleted, for all its bots; starting the product never does. */
const webhook: Command = {
  name: 'webhook',
  takes: 'set|show|delete zalo|telegram',
  does: 'đặt, xem hoặc gỡ webhook ở nền tảng (của mọi bot trên nền tảng đó)',
  run: async (office) => {
    const [verb] = office.words
    const { name, config } = choose(office)
    const dispatcher = openDispatcher({ connections: 1 })
    const reports: BotReport[] = []
    try {
      for (const token of tokensOf(config)) {
        const endpoint = { token, apiRoot: config.apiRoot, dispatcher }
        const control = name === 'zalo' ? zaloWebhook(endpoint) : telegramWebhook(endpoint)
        const bot = requireBotId(name, token)
        const url = webhookUrl(office, { name, config }, bot)
        reports.push({ bot, report: await act(control, { verb, url, secret: config.secret }) })
      }
    } finally {
      await dispatcher.destroy()
    }
    print(office, reports)
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

/** Each of several bots has an address of its own. */
function webhookUrl(
  { config: { publicUrl } }: Office,
  { name, config }: Chosen,
  bot: string,
): string | undefined {
  if (publicUrl === undefined) return undefined
  const path = `${publicUrl}/webhooks/${name}`
  return tokensOf(config).length > 1 ? `${path}/${bot}` : path
}

type Wanted = {
  readonly verb: string | undefined
  readonly url: string | undefined
  readonly secret: string | undefined
}

function act(control: WebhookControl, { verb, url, secret }: Wanted): Promise<WebhookReport> {
  if (verb === 'show') return control.show()
  if (verb === 'delete') return control.remove()
  if (verb !== 'set') throw new UsageRefusal(USAGE)
  if (url === undefined)
    throw new UsageRefusal('Thiếu PUBLIC_URL: nền tảng cần biết địa chỉ để gọi tới.')
  if (secret === undefined)
    throw new UsageRefusal('Thiếu mã bí mật của webhook (ZALO_ hoặc TELEGRAM_WEBHOOK_SECRET).')
  return control.set(url, secret)
}

function print(office: Office, reports: readonly BotReport[]): void {
  const [first, ...others] = reports
  show(office, others.length > 0 ? reports : first?.report, () =>
    reports.flatMap(({ bot, report }) => [
      ...(others.length > 0 ? [`Bot ${bot}:`] : []),
      ...linesOf(report),
    ]),
  )
  if (reports.some(({ report }) => !report.ok)) office.fail()
}

function linesOf(report: WebhookReport): readonly string[] {
  if (!report.ok) return [`Nền tảng từ chối (${report.code}): ${report.explanation}`]
  const details = Object.entries(report.details).map(([key, value]) => `  ${key}: ${value}`)
  return [report.url === '' ? 'Chưa đặt webhook.' : `Webhook: ${report.url}`, ...details]
}

export const WEBHOOKS: readonly Command[] = [webhook]
