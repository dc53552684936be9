import type { ChannelName } from '../../core/delivery/channel.ts'
import { CallError } from './call-error.ts'
import type { PlatformEndpoint } from './platform-call.ts'
import { TelegramApi } from './telegram/api.ts'
import { telegramWebhook, zaloWebhook } from './webhooks.ts'
import { createZaloApi } from './zalo/api.ts'

/** What a platform says of a bot. `code`: its error code, or why there was no answer; never its words. */
export type BotCheck =
  | { readonly ok: true; readonly name?: string; readonly webhook: string }
  | { readonly ok: false; readonly code: string }

/** Asks the platform who the token belongs to and where it pushes; `webhook` is empty where it pushes nowhere. Never throws. */
export async function checkBot(
  channel: ChannelName,
  endpoint: PlatformEndpoint,
): Promise<BotCheck> {
  try {
    const name = await nameOf(channel, endpoint)
    const control = channel === 'zalo' ? zaloWebhook(endpoint) : telegramWebhook(endpoint)
    const report = await control.show()
    if (!report.ok) return { ok: false, code: report.code }
    return { ok: true, webhook: report.url, ...(name !== undefined && { name }) }
  } catch (error) {
    if (!(error instanceof CallError)) return { ok: false, code: 'unknown' }
    const { failure } = error
    return { ok: false, code: failure.kind === 'refused' ? failure.code.toString() : failure.kind }
  }
}

async function nameOf(
  channel: ChannelName,
  endpoint: PlatformEndpoint,
): Promise<string | undefined> {
  if (channel === 'zalo') return (await createZaloApi(endpoint).getMe()).account_name
  return (await new TelegramApi(endpoint).getMe()).username
}
