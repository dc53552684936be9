import type { Transaction } from '../ports.ts'
import { linkTo } from './chain.ts'

/**
 * Appends up to `limit` recorded events to the hash chain, in the order of their numbers as far as
 * they are committed. One process seals at a time. Gives the number of events sealed, 0 when none waits.
 */
export async function sealAudit(tx: Transaction, limit: number): Promise<number> {
  let head = await tx.audit.lockChain()
  const events = await tx.audit.listUnsealed(limit)
  const links = events.map((event) => (head = linkTo(head, event)))
  if (links.length > 0) await tx.audit.seal(links)
  return links.length
}
