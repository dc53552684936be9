import type { Notice } from '../notice.ts'
import type { LinkedAccount, Official } from '../official/official.ts'
import type { AccountStore } from '../official/official-store.ts'
import type { Transaction } from '../ports.ts'
import type { Address, ChannelName, OutboundMessage, WirePart } from './channel.ts'
import type { Cause, OutboxStore } from './outbox-store.ts'

/** Where a message goes when it answers one: the chat it came from. */
export type ReplyTo = {
  readonly channel: ChannelName
  readonly address: Address
  readonly officialId?: string
}

/** What queueing works with: a transaction has it. */
export type QueueingWork = Pick<Transaction, 'now' | 'chance' | 'voice'> & {
  readonly accounts: Pick<AccountStore, 'findReachable'>
  readonly outbox: Pick<OutboxStore, 'insert'>
}

/**
 * Puts a message into the outbox as the parts that will be sent, in the caller's transaction.
 * Gives its id; undefined where the channel is no longer configured.
 */
export async function queueMessage(
  tx: Omit<QueueingWork, 'accounts'>,
  to: ReplyTo,
  message: OutboundMessage,
  because: { cause: Cause; causeId?: string },
): Promise<string | undefined> {
  const parts = tx.voice.render(to.channel, message)
  return parts && queueParts(tx, to, parts, because)
}

/** The same for a message that was rendered already. Gives its id. */
export async function queueParts(
  tx: Omit<QueueingWork, 'accounts'>,
  to: ReplyTo,
  parts: readonly WirePart[],
  because: { cause: Cause; causeId?: string },
): Promise<string> {
  const id = tx.chance.uuid()
  await tx.outbox.insert({ id, ...to, ...because, parts }, tx.now)
  return id
}

/**
 * Queues what core has to tell an official, on the chat account used last that can be reached.
 * Undefined when there is none: never linked, or blocked everywhere.
 */
export async function queueNotice(
  tx: QueueingWork,
  to: Official,
  notice: Notice,
  because: { cause: Cause; causeId?: string },
): Promise<{ messageId: string; account: LinkedAccount } | undefined> {
  const account = await tx.accounts.findReachable(to.id)
  if (!account) return undefined
  const { channel, address } = account
  const messageId = await queueMessage(
    tx,
    { channel, address, officialId: to.id },
    tx.voice.phrase(notice, to),
    because,
  )
  return messageId === undefined ? undefined : { messageId, account }
}
