import type { Instant } from '../calendar/local-time.ts'
import type { Sealed } from './pin.ts'

export interface PinStore {
  /** The officer's PIN, kept from being tried by anybody else until the transaction ends. */
  find(officialId: string): Promise<Sealed | undefined>
  save(officialId: string, pin: Sealed, at: Instant): Promise<void>
  /** A one-time code in place of the one before. */
  issueCode(officialId: string, code: Sealed, expiresAt: Instant): Promise<void>
  findCode(officialId: string): Promise<(Sealed & { readonly expiresAt: Instant }) | undefined>
  /** The code was used: it opens nothing more. */
  dropCode(officialId: string): Promise<void>
}
