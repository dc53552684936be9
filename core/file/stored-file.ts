import type { Instant } from '../calendar/local-time.ts'

/** A file that the product made for somebody, until it is no longer kept. */
export type StoredFile = {
  readonly id: string
  /** As it is saved at the other end: no person's name in it. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly sha256: string
  /** The official it was made for. */
  readonly createdFor: string
  readonly createdAt: Instant
  readonly keptUntil: Instant
}

/** A received photo that is shown to others; `url`: where a platform that fetches pictures finds it. */
export type Picture = { readonly fileId: string; readonly url?: string }

/** How long a link to a file works. */
export const LINK_VALID = { hours: 7 * 24 } as const
/** A day longer than any link, so that no link leads to a file that has gone. */
export const KEPT = { hours: 8 * 24 } as const
