import type { BotKey } from './bot.ts'
import type { Rest } from './breaker.ts'
import { isAnswered } from './breaker.ts'
import type { DeliveryResult } from './channel.ts'
import type { Delivery } from './delivery.ts'
import type { Arrival, ClaimedPart } from './departure-store.ts'
import { groupCommit } from './group-commit.ts'
import type { Failed } from './settlement.ts'
import { settlementOf } from './settlement.ts'
import { tellOfRest } from './tell-of-rest.ts'

export interface Settling {
  /** Writes down what became of a part that has left, and opens or closes the bot's breaker by it. */
  settle(part: ClaimedPart, result: DeliveryResult): Promise<void>
  /** From now on the first answer about a message closes the breaker. */
  probe(): void
}

/** The other end of a run: what the platform answered. */
export function settleParts(delivery: Delivery, bot: BotKey): Settling {
  const { departures, clock, pace } = delivery
  let probing = false
  const arrive = groupCommit<Arrival>((arrivals) => departures.arrive(arrivals, clock.now()))
  return {
    settle: async (part, result) => {
      const settlement = settlementOf(result, part.failures, clock.now())
      if (probing && isAnswered(result)) {
        probing = false
        await pace.recover(bot)
      }
      if (settlement.state === 'sent') return arrive({ part, receipt: settlement.receipt })
      await settleFailed(delivery, part, settlement)
      if (settlement.state === 'pending' && settlement.rest)
        await rest(delivery, bot, settlement.rest)
    },
    probe: () => {
      probing = true
    },
  }
}

async function settleFailed(
  { transactions, clock }: Delivery,
  part: ClaimedPart,
  settlement: Failed,
): Promise<void> {
  await transactions.run(async (tx) => {
    await tx.outbox.settle(part, settlement, clock.now())
    if (settlement.state !== 'unreachable') return
    if (settlement.movedTo) await tx.accounts.move(part.address, settlement.movedTo)
    else await tx.accounts.setReachability(part.address, settlement.reason)
  })
}

/** Opens the breaker. That it did is told once, however many messages were refused. */
async function rest(
  { pace, transactions, onRest }: Delivery,
  bot: BotKey,
  wanted: Rest,
): Promise<void> {
  const { opened, until } = await pace.rest(bot, wanted)
  if (!opened) return
  onRest?.(bot, wanted.cause)
  await transactions.run((tx) => tellOfRest(tx, bot, { cause: wanted.cause, until }))
}
