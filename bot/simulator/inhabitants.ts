import type { LinkedAccount, Official } from '../../core/official/official.ts'
import type { Transaction } from '../../core/ports.ts'
import type { AllHandsets } from './handsets.ts'
import { eachHandsets } from './handsets.ts'

/** Who lives in the demonstration, and which of their phones are registered. */
export type Inhabitants = {
  /** In protocol order of their units. */
  readonly officials: readonly Official[]
  /** By the user key of the phone it was registered from. */
  readonly accounts: ReadonlyMap<string, LinkedAccount>
}

/**
 * Gives a phone on every platform to each official who has none yet. A stand-in begins with an empty
 * memory, so whoever is linked already is made known to it: otherwise it would refuse the bot's
 * messages, as platforms do for people who never wrote.
 */
export async function houseOfficials(tx: Transaction, handsets: AllHandsets): Promise<Inhabitants> {
  const officials = await tx.officials.list({})
  const linked = await tx.accounts.listLinked(officials.map(({ id }) => id))
  const accounts = new Map(linked.map((account) => [account.userKey, account]))
  for (const set of eachHandsets(handsets)) {
    for (const { code, name } of officials) {
      if (!set.has(code)) set.give({ code, name, known: accounts.has(set.userKeyOf(code)) })
    }
  }
  return { officials, accounts }
}
