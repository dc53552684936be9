import type { Instant } from '../calendar/local-time.ts'
import type { ChannelName } from '../delivery/channel.ts'
import type { Official } from '../official/official.ts'

/** How much of a person the product holds. */
export type Holdings = {
  /** Chat accounts, linked now or before. */
  readonly accounts: number
  /** Messages that the person wrote, of which the words are still kept. */
  readonly written: number
  /** Messages that were sent to the person, of which the words are still kept. */
  readonly received: number
  readonly reports: number
}

/** A copy of what is held, for the person. Times are instants; texts as they were written. */
export type PersonalData = {
  readonly accounts: readonly { readonly channel: ChannelName; readonly linkedAt: Instant }[]
  readonly written: readonly { readonly at: Instant; readonly text: string }[]
  readonly reports: readonly {
    readonly code: string
    readonly at: Instant
    readonly text: string
  }[]
}

/** A nomination of that very person, by its name and unit. */
export type OwnNomination = { readonly code: string; readonly state: string }

export interface PersonalDataStore {
  count(official: Official): Promise<Holdings>
  gather(official: Official): Promise<PersonalData>
  /** Nominations that name the person as nominee, in the unit he or she is of. */
  listNominations(official: Official): Promise<readonly OwnNomination[]>
  /**
   * Takes the person out of everything but what must stay: name, position, phone, accounts, codes, PIN,
   * the words of all messages, and nominations of those codes. Ids stay, and refer to nobody any more.
   */
  erase(official: Official, nominations: readonly string[], at: Instant): Promise<void>
  /** Ids of everybody who was erased. */
  listErased(): Promise<readonly string[]>
}
