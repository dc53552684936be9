import type { Address, ChannelName } from '../delivery/channel.ts'
import type { Leave } from './leave.ts'
import type { Role } from './role.ts'

/** A person who acts for a unit. */
export type Official = {
  readonly id: string
  /** The roster's own stable code. */
  readonly code: string
  readonly name: string
  /** How the bot addresses the person: "đồng chí", "anh", "chị" or a title. */
  readonly address: string
  readonly position: string
  readonly unitCode: string
  readonly phone?: string
  readonly roles: readonly Role[]
  readonly demonstration: boolean
  /** The leave noted last; it may be over, or still to come. */
  readonly leave?: Leave
}

/** A chat account that an official has linked. */
export type LinkedAccount = {
  readonly id: string
  readonly officialId: string
  readonly inviteId: string
  readonly channel: ChannelName
  readonly userKey: string
  readonly address: Address
  /** Why nothing can be sent there at present; absent while it can. */
  readonly unreachable?: string
}

/** "Nguyễn Thị Hoa" → "Hoa": Vietnamese are addressed by the last word of their name. */
export function givenName(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? name
}
