import type { Bot, BotKey } from '../delivery/bot.ts'
import { botOf } from '../delivery/bot.ts'
import type { ChannelName } from '../delivery/channel.ts'
import type { Transaction } from '../ports.ts'
import type { Official } from './official.ts'

/**
 * Gives each of the officials one bot of the platform where it has several: the one that they use
 * already, else the one with most room, counting those who hold a code for it. Who finds no room with
 * any is absent; so is everybody where the platform has one bot or none.
 */
export async function bindBots(
  tx: Transaction,
  channel: ChannelName,
  officials: readonly Official[],
): Promise<ReadonlyMap<string, Bot>> {
  const bots = tx.bots.filter((bot) => bot.channel === channel)
  const bound = new Map<string, Bot>()
  if (bots.length < 2) return bound
  const byKey = new Map(bots.map((bot) => [bot.key, bot]))
  for (const { officialId, address } of await tx.accounts.listLinked(
    officials.map(({ id }) => id),
  )) {
    const own = byKey.get(botOf(address))
    if (own) bound.set(officialId, own)
  }
  const loads = await loadsOf(tx, bots)
  for (const { id } of officials) {
    if (bound.has(id)) continue
    const roomiest = withMostRoom(bots, loads)
    if (!roomiest) break
    bound.set(id, roomiest)
    loads.set(roomiest.key, (loads.get(roomiest.key) ?? 0) + 1)
  }
  return bound
}

async function loadsOf(tx: Transaction, bots: readonly Bot[]): Promise<Map<BotKey, number>> {
  const loads = new Map<BotKey, number>()
  for (const { key } of bots)
    loads.set(key, (await tx.budgets.countUsers(key)) + (await tx.invites.countOpen(key, tx.now)))
  return loads
}

/** The first of those with most room. */
function withMostRoom(bots: readonly Bot[], loads: ReadonlyMap<BotKey, number>): Bot | undefined {
  const load = ({ key }: Bot): number => loads.get(key) ?? 0
  const open = bots.filter((bot) => load(bot) < (bot.plan?.users ?? Infinity))
  return open.reduce<Bot | undefined>(
    (best, bot) => (best && load(best) <= load(bot) ? best : bot),
    undefined,
  )
}
