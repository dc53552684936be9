import { openQuestions, rememberQuestion } from '../conversation/ask.ts'
import type { LinkedAccount } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { mayWriteUnasked, workingHoursBefore } from '../reminder/sending-hours.ts'
import type { BotKey } from './bot.ts'
import { botOf } from './bot.ts'
import type { Address } from './channel.ts'
import type { StuckMessage } from './outbox-store.ts'
import { queueParts } from './queue-message.ts'

const SETTING = 'fallback-hours'
const DEFAULT_HOURS = 4

/** Working hours after which an undelivered message tries the person's other chat; 0: never. */
export async function fallbackHours({ settings }: Pick<Transaction, 'settings'>): Promise<number> {
  const value = await settings.find(SETTING)
  return value === undefined ? DEFAULT_HOURS : Number(value)
}

/** Undefined: the product's own. */
export async function setFallbackHours(
  { settings }: Pick<Transaction, 'settings'>,
  hours: number | undefined,
): Promise<void> {
  await settings.set(SETTING, String(hours ?? DEFAULT_HOURS))
}

/**
 * Sends what nobody asked for and what could not be delivered for some working hours to another chat of
 * the person, with another bot: only what has not left, and once. What it asks can be answered there. In
 * office hours; whoever has no other chat is for the office to telephone. Gives the number of messages.
 */
export async function fallBack(tx: Transaction, most: number): Promise<number> {
  const hours = await fallbackHours(tx)
  const calendar = await tx.calendars.load()
  if (hours === 0 || !mayWriteUnasked(calendar, tx.now)) return 0
  let moved = 0
  for (const stuck of await tx.outbox.listStuck(
    workingHoursBefore(calendar, tx.now, hours),
    most,
  )) {
    const from = botOf(stuck.address)
    const account = await tx.accounts.findReachable(stuck.officialId, { notOf: from })
    if (account && (await move(tx, stuck, { from, account }))) moved += 1
  }
  return moved
}

async function move(
  tx: Transaction,
  stuck: StuckMessage,
  { from, account }: { from: BotKey; account: LinkedAccount },
): Promise<boolean> {
  const { channel, address } = account
  const messages = stuck.parts.flatMap((part) => tx.voice.restate(stuck.channel, part) ?? [])
  const rendered = messages.flatMap((message) => tx.voice.render(channel, message) ?? [])
  if (messages.length < stuck.parts.length || rendered.length === 0) return false
  if (!(await tx.outbox.withdraw(stuck.messageId, `fallback/${from}`, tx.now))) return false
  const parts = rendered.map((part, index) => ({ ...part, index, of: rendered.length }))
  const to = { channel, address, officialId: stuck.officialId }
  const { cause, causeId } = stuck
  const because = { cause, ...(causeId !== undefined && { causeId }) }
  const id = await queueParts(tx, to, parts, because)
  await tx.outbox.supersede(stuck.messageId, id)
  await takeQuestions(tx, stuck.address, address)
  await tx.audit.append({ kind: 'message-fell-back', subject: id, data: { from } })
  return true
}

/** A number typed there answers what the message asks. */
async function takeQuestions(tx: Transaction, from: Address, to: Address): Promise<void> {
  const state = await tx.conversations.lock(from)
  for (const question of openQuestions(state, tx.now))
    if (question.unasked) await rememberQuestion(tx, to, question)
}
