import type { Instant } from '../calendar/local-time.ts'
import type { Transaction } from '../ports.ts'
import type { BotKey } from './bot.ts'
import type { RestCause } from './breaker.ts'
import { tellOffice } from './tell-office.ts'

/** Tells the office that a bot's breaker has opened. A flooded gateway is over within the minute: nobody is told. */
export async function tellOfRest(
  tx: Transaction,
  bot: BotKey,
  { cause, until }: { cause: RestCause; until: Instant },
): Promise<void> {
  if (cause === 'flood') return
  const known = tx.bots.find(({ key }) => key === bot)
  if (!known) return
  await tellOffice(tx, bot, { kind: 'channel-rests', channel: known.channel, cause, until })
  await tx.audit.append({ kind: 'bot-rests', subject: bot, data: { cause } })
}
