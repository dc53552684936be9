import type { Instant } from '../calendar/local-time.ts'
import type { BotKey } from '../delivery/bot.ts'
import type { Address } from '../delivery/channel.ts'
import type { Leave } from './leave.ts'
import type { LinkedAccount, Official } from './official.ts'
import type { Role } from './role.ts'
import type { RosterEntry } from './roster.ts'

export type Linked = { readonly official: Official; readonly account: LinkedAccount }

export interface OfficialStore {
  get(id: string): Promise<Official>
  find(id: string): Promise<Official | undefined>
  /** The person behind a chat account, if it is linked; with the roles of contact and head of those for whom he or she stands in today. */
  findByAccount(userKey: string): Promise<Linked | undefined>
  /**
   * Active officials, by unit and role, in protocol order of their units. Of a unit whose place another
   * took, and of a campaign in whose place another goes on, those who answer for it now are among them.
   */
  list(filter: {
    unitCode?: string
    campaignId?: string
    role?: Role
  }): Promise<readonly Official[]>
  findByCode(code: string): Promise<Official | undefined>
  /** How the person asked to be addressed, whatever the roster says. */
  setOwnAddress(id: string, address: string): Promise<void>
  /** Notes a leave in place of the one before; undefined: is back. */
  setLeave(id: string, leave: Leave | undefined): Promise<void>
  /** Goes to another unit, with the roles and the position there; accounts and history stay. */
  assign(id: string, to: Pick<Official, 'unitCode' | 'roles' | 'position'>): Promise<void>
  /** Left the unit or the roster: is addressed and listed no more; what the person did stays. */
  retire(id: string): Promise<void>
  /** Adds what is new and updates what changed, by roster code; who left the roster is kept, who was erased stays so. */
  save(
    entries: readonly RosterEntry[],
    newId: () => string,
  ): Promise<{ added: number; updated: number; erased: number }>
}

export interface AccountStore {
  link(account: LinkedAccount, at: Instant): Promise<void>
  unlink(accountId: string, at: Instant): Promise<void>
  /** Takes every account off an official; gives their number. */
  unlinkAll(officialId: string, at: Instant): Promise<number>
  /** The account to write to: reachable, used most recently; `notOf`: not with that bot. */
  findReachable(
    officialId: string,
    which?: { readonly notOf: BotKey },
  ): Promise<LinkedAccount | undefined>
  /** Of each of these officials the account to write to; whoever has none is absent. */
  listReachable(officialIds: readonly string[]): Promise<readonly LinkedAccount[]>
  /** Every account that is linked to one of these officials now, reachable or not. */
  listLinked(officialIds: readonly string[]): Promise<readonly LinkedAccount[]>
  /** How many of these officials can be written to now. */
  countReachable(officialIds: readonly string[]): Promise<number>
  touch(accountId: string, at: Instant): Promise<void>
  /**
   * `reason` undefined: reachable again. While a chat cannot be reached what is queued for it stays
   * where it is; reminders are dropped.
   */
  setReachability(address: Address, reason: string | undefined): Promise<void>
  /** A group that became a supergroup has a new address; everything bound to the old one follows. */
  move(from: Address, to: Address): Promise<void>
}

export type Invite = {
  readonly id: string
  readonly officialId: string
  readonly codeHash: string
  /** The bot that the person is bound to, where a platform has several. */
  readonly bot?: BotKey
  readonly issuedAt: Instant
  readonly expiresAt: Instant
  readonly used: boolean
  readonly revoked: boolean
}

export interface InviteStore {
  insert(invite: Invite): Promise<void>
  findByHash(codeHash: string): Promise<Invite | undefined>
  /** False when it was used or revoked meanwhile: one of two who send a code at once gets it. */
  markUsed(id: string, at: Instant): Promise<boolean>
  /** Makes a used code valid again, after a link that was undone. */
  reopen(id: string): Promise<void>
  revokeUnused(officialId: string, at: Instant): Promise<void>
  /** Officials who hold a code for that bot that can still be used. */
  countOpen(bot: BotKey, now: Instant): Promise<number>
}
