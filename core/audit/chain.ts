import { createHash } from 'node:crypto'

/** A recorded event as it is kept, whatever its kind. */
export type RecordedEvent = {
  readonly id: bigint
  /** ISO instant, in UTC. */
  readonly at: string
  readonly actor: string | null
  readonly kind: string
  readonly subject: string
  readonly data: unknown
}

/** An event's place in the chain. Each hash covers the event and the hash before it, thereby all before it. */
export type Link = { readonly position: bigint; readonly eventId: bigint; readonly hash: string }

/** The end of the chain. */
export type Head = { readonly position: bigint; readonly hash: string }

/** Before the first link. */
export const EMPTY_CHAIN: Head = { position: 0n, hash: '0'.repeat(64) }

/** The next link: SHA-256, in hex, over the hash before it, a line feed and the event's canonical text. */
export function linkTo(head: Head, event: RecordedEvent): Link {
  const hash = createHash('sha256')
    .update(`${head.hash}\n${canonicalText(event)}`)
    .digest('hex')
  return { position: head.position + 1n, eventId: event.id, hash }
}

/** An event's one spelling: a JSON array of its fields, the keys of objects in order. */
function canonicalText({ id, at, actor, kind, subject, data }: RecordedEvent): string {
  return JSON.stringify([String(id), at, actor, kind, subject, inOrder(data)])
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]))
}
