import type { Bot } from '../delivery/bot.ts'
import { botOf } from '../delivery/bot.ts'
import type { Address } from '../delivery/channel.ts'
import { tellOffice } from '../delivery/tell-office.ts'
import type { Transaction } from '../ports.ts'
import type { Refusal } from '../refusal.ts'
import type { Invite } from './official-store.ts'

/**
 * Why the person cannot register with the bot of that chat: the invite is for another bot of the same
 * platform, or the platform's plan lets it serve no more people, of which the office is told once for
 * each person. Undefined where there is room; it stays so until the transaction ends.
 */
export async function findNoRoom(
  tx: Transaction,
  invite: Invite,
  address: Address,
): Promise<Refusal | undefined> {
  const bot = tx.bots.find(({ key }) => key === botOf(address))
  if (!bot) return undefined
  const bound = tx.bots.find(({ key }) => key === invite.bot)
  if (bound && bound.channel === bot.channel && bound.key !== bot.key)
    return { reason: 'other-bot', channel: bot.channel, ...linkOf(bound) }
  const users = bot.plan?.users
  if (users === undefined || (await tx.budgets.countUsers(bot.key)) < users) return undefined
  if (await isServed(tx, invite.officialId, bot)) return undefined
  await tellOfFull(tx, { bot, users, officialId: invite.officialId })
  const elsewhere = tx.bots
    .filter(({ channel }) => channel !== bot.channel)
    .map((other) => ({ channel: other.channel, ...linkOf(other) }))
  return { reason: 'bot-full', channel: bot.channel, users, elsewhere }
}

function linkOf({ link }: Bot): { readonly link?: string } {
  return link === undefined ? {} : { link }
}

/** A second account of a person is no further person. */
async function isServed(tx: Transaction, officialId: string, { key }: Bot): Promise<boolean> {
  const accounts = await tx.accounts.listLinked([officialId])
  return accounts.some(({ address }) => botOf(address) === key)
}

async function tellOfFull(
  tx: Transaction,
  { bot, users, officialId }: { bot: Bot; users: number; officialId: string },
): Promise<void> {
  if (!(await tx.alarms.raise(`full ${bot.key} ${officialId}`, tx.now))) return
  const official = await tx.officials.get(officialId)
  const unit = await tx.units.get(official.unitCode)
  const { channel } = bot
  await tellOffice(tx, bot.key, { kind: 'channel-full', channel, users, official, unit })
}
