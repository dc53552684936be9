// A process of its own: what a worker of the product does to empty the outbox, at a pace of its caller's.
// `node outbox-drain.js <database URL> <API root> <messages a second>`; each message of the parent is
// one emptying, answered when nothing is left.
import { setTimeout as sleep } from 'node:timers/promises'
import { secureChance } from '../../../bot/chance.ts'
import { systemClock } from '../../../bot/clock.ts'
import { openChannels } from '../../../bot/open-channels.ts'
import { deliverOutbox } from '../../../core/delivery/deliver-outbox.ts'
import { openTurns } from '../../../core/delivery/turns.ts'
import type { Voice } from '../../../core/ports.ts'
import { openMemory } from '../../../prisma/client.ts'
import { BOT_TOKEN } from './recipients.ts'

const [databaseUrl = '', apiRoot = '', perSecond = '30'] = process.argv.slice(2)
const channels = openChannels({ telegram: { token: BOT_TOKEN, apiRoot, mode: 'polling' } })
// What is in the outbox has its words already.
const voice = {} as Voice
const memory = openMemory(databaseUrl, 10, () => ({
  now: systemClock.now(),
  chance: secureChance,
  voice,
  bots: [],
}))
const elapsedMs = () => performance.now()
const delivery = {
  transactions: memory.transactions,
  departures: memory.departures,
  pace: memory.pace,
  turns: openTurns({ elapsedMs, sleep }),
  clock: systemClock,
  elapsedMs,
  sleep: (ms: number) => sleep(ms, true),
}

async function empty(): Promise<void> {
  const [channel] = channels.all.values()
  if (!channel) throw new Error('no channel')
  const pace = { perSecond: Number(perSecond) }
  const run = { pace, signal: new AbortController().signal }
  for (;;) {
    await deliverOutbox(delivery, channel, run)
    const { pending = 0 } = await memory.transactions.single((tx) => tx.outbox.summarize())
    if (pending === 0) return
    // Those that were refused may go after a second.
    await sleep(100)
  }
}

await memory.ping()
process.on('message', () => void empty().then(() => process.send?.('empty')))
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
