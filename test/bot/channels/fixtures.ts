import { readdirSync, readFileSync } from 'node:fs'
import type { ChannelName, ParseOutcome } from '../../../core/delivery/channel.ts'

/** An invented payload in a real shape, and what it means to us. */
export type Fixture = {
  readonly name: string
  readonly what: string
  readonly body: unknown
  readonly outcome: ParseOutcome
}

/** When every fixture arrives: 06/10/2025 09:00 in Vietnam, a few seconds after its date. */
export const RECEIVED_AT = Date.UTC(2025, 9, 6, 2)

/** The bots that the fixtures were sent to. */
export const BOTS = {
  telegram: { botId: '7000000001', botName: 'ThiDuaMauBot' },
  zalo: { botId: '1234567890123456789', botName: 'Bot Thi Đua' },
} as const satisfies Record<ChannelName, object>

/** All payloads of a platform under `test/fixtures/`. */
export function fixturesOf(channel: ChannelName): Fixture[] {
  const folder = new URL(`../../fixtures/${channel}/`, import.meta.url)
  return readdirSync(folder).map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    const fixture = JSON.parse(text) as Omit<Fixture, 'name'>
    return { name: file.replace(/\.json$/, ''), ...fixture }
  })
}
