import { Counter, Gauge, Registry } from 'prom-client'
import type { ChannelName } from '../core/delivery/channel.ts'
import type { PaceStore } from '../core/delivery/pace-store.ts'
import { readBudgets } from '../core/delivery/read-budget.ts'
import type { Transactions } from '../core/ports.ts'

export type Metrics = {
  inbound(channel: ChannelName, outcome: string, kind: string): void
  handled(channel: ChannelName, what: string): void
  /** The text that `GET /metrics` answers. */
  expose(): Promise<string>
  readonly contentType: string
}

/**
 * Counts for the operator. Labels are words of ours – kinds of events, kinds of answers – never ids
 * or content. The balance is read from the tables at each scrape: received = done + waiting + for a person.
 */
export function openMetrics(transactions: Transactions, pace: PaceStore): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const inbound = new Counter({
    name: 'thi_dua_inbound_events_total',
    help: 'Events of the platforms, by what became of them at the door',
    labelNames: ['channel', 'outcome', 'kind'],
    registers,
  })
  const handled = new Counter({
    name: 'thi_dua_handled_events_total',
    help: 'Events handled, by the kind of answer',
    labelNames: ['channel', 'what'],
    registers,
  })
  new Gauge({
    name: 'thi_dua_inbox_events',
    help: 'The balance: received = done + waiting + for-person',
    labelNames: ['state'],
    registers,
    async collect() {
      const balance = await transactions.run((tx) => tx.inbox.balance())
      this.set({ state: 'received' }, balance.received)
      this.set({ state: 'done' }, balance.done)
      this.set({ state: 'waiting' }, balance.waiting)
      this.set({ state: 'for-person' }, balance.forPerson)
    },
  })
  new Gauge({
    name: 'thi_dua_outbox_parts',
    help: 'Outgoing parts by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset()
      const states = await transactions.run((tx) => tx.outbox.summarize())
      for (const [state, count] of Object.entries(states)) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'thi_dua_bot_rests',
    help: '1 while the platform takes no messages of the bot, by why it rests',
    labelNames: ['bot', 'cause'],
    registers,
    async collect() {
      this.reset()
      for (const { bot, cause = 'none', restsUntil } of await pace.list())
        this.set({ bot, cause }, restsUntil ? 1 : 0)
    },
  })
  new Gauge({
    name: 'thi_dua_bot_month_messages',
    help: 'What of its monthly budget a bot has used, and the budget itself',
    labelNames: ['bot', 'what'],
    registers,
    async collect() {
      this.reset()
      for (const { bot, used, limit } of await transactions.run(readBudgets)) {
        this.set({ bot: bot.key, what: 'used' }, used)
        this.set({ bot: bot.key, what: 'limit' }, limit)
      }
    },
  })
  new Gauge({
    name: 'thi_dua_bot_month_level',
    help: '1 for where a bot stands with its monthly budget: free, warned from 80 %, essential from 95 %',
    labelNames: ['bot', 'level'],
    registers,
    async collect() {
      this.reset()
      for (const { bot, level } of await transactions.run(readBudgets))
        this.set({ bot: bot.key, level }, 1)
    },
  })
  return {
    inbound: (channel, outcome, kind) => inbound.inc({ channel, outcome, kind: label(kind) }),
    handled: (channel, what) => handled.inc({ channel, what: label(what.split(':')[0] ?? '') }),
    expose: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

/** An unknown event's name comes from outside: it is cut to what a label may hold. */
function label(text: string): string {
  return text.replaceAll(/[^\w.-]/gu, '_').slice(0, 40)
}
