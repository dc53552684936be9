import type { PlatformEndpoint } from './platform-call.ts'
import { TelegramApi } from './telegram/api.ts'

/** The Telegram bot's username, asked of the platform; undefined while it does not answer or refuses. */
export async function readBotName(endpoint: PlatformEndpoint): Promise<string | undefined> {
  try {
    return (await new TelegramApi(endpoint).getMe()).username
  } catch {
    return undefined
  }
}
