import type { Transactions } from '../ports.ts'
import type { SealedEvent } from './audit-store.ts'
import type { Head } from './chain.ts'
import { EMPTY_CHAIN, linkTo } from './chain.ts'

/** What a check of the whole trail found. */
export type AuditVerdict = {
  readonly head: Head
  /** Recorded and not yet sealed. */
  readonly unsealed: number
  /** The first link that does not hold: its event was changed or taken away, or a link before it. */
  readonly brokenAt?: bigint
  /** Whether the chain holds the hash that was asked for; absent when none was. */
  readonly holdsKnownHash?: boolean
}

const PAGE = 1_000

/**
 * Computes the chain anew from the recorded events and compares each link. `knownHash` is the hash of an
 * earlier head, kept elsewhere: only that shows that the end of the trail was not cut off.
 */
export async function verifyAudit(
  transactions: Transactions,
  knownHash?: string,
): Promise<AuditVerdict> {
  let head = EMPTY_CHAIN
  let holdsKnownHash = false
  let brokenAt: bigint | undefined
  for await (const sealed of sealedEvents(transactions)) {
    brokenAt ??= holds(head, sealed) ? undefined : sealed.position
    head = { position: sealed.position, hash: sealed.hash }
    holdsKnownHash ||= sealed.hash === knownHash
  }
  const unsealed = await transactions.single((tx) => tx.audit.countUnsealed())
  return {
    head,
    unsealed,
    ...(brokenAt === undefined ? {} : { brokenAt }),
    ...(knownHash === undefined ? {} : { holdsKnownHash }),
  }
}

function holds(head: Head, { position, hash, event }: SealedEvent): boolean {
  if (event === undefined) return false
  const link = linkTo(head, event)
  return link.position === position && link.hash === hash
}

/** All links in order, page by page, so that a trail of any length fits into memory. */
export async function* sealedEvents(transactions: Transactions): AsyncGenerator<SealedEvent> {
  let after = EMPTY_CHAIN.position
  for (;;) {
    const page = await transactions.single((tx) => tx.audit.listSealed(after, PAGE))
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    after = last.position
  }
}
