import type { Notice } from '../notice.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import type { BotKey } from './bot.ts'
import { queueMessage } from './queue-message.ts'

/**
 * Tells everybody who runs a campaign what is the matter with a bot, in a chat of another bot where they
 * have one. Gives the number of persons told.
 */
export async function tellOffice(tx: Transaction, about: BotKey, notice: Notice): Promise<number> {
  let told = 0
  for (const official of await tx.officials.list({})) {
    if (!may(official, 'answer-kept')) continue
    const account =
      (await tx.accounts.findReachable(official.id, { notOf: about })) ??
      (await tx.accounts.findReachable(official.id))
    if (!account) continue
    const { channel, address } = account
    const to = { channel, address, officialId: official.id }
    const message = tx.voice.phrase(notice, official)
    if (await queueMessage(tx, to, message, { cause: 'notice', causeId: about })) told += 1
  }
  return told
}
