import type { Instant } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Address, ChannelName } from '../delivery/channel.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Unit } from '../unit/unit.ts'

/** A chat group that is told a campaign's totals. Nobody is known by being in it, and nothing said there is a report. */
export type ChatGroup = {
  readonly id: string
  /** By which the office speaks of it: "nhóm 3". */
  readonly number: number
  readonly codeId: string
  readonly campaignId: string
  /** A cluster of the campaign's units; absent: all of them. */
  readonly cluster?: string
  readonly channel: ChannelName
  readonly address: Address
  readonly linkedAt: Instant
  /** Why nothing can be sent there at present; absent while it can. */
  readonly unreachable?: string
  /** Whether totals are posted without being asked for. */
  readonly postsTotals: boolean
}

/** A one-time code that links a group. It is shown once; only its hash is kept. */
export type GroupCode = {
  readonly id: string
  readonly campaignId: string
  readonly cluster?: string
  readonly issuedBy: string
  readonly codeHash: string
  readonly issuedAt: Instant
  readonly expiresAt: Instant
  readonly used: boolean
}

/** What a group is told of one report: how many units have sent it, and whom to thank. No people, and not who is missing. */
export type GroupTotals = {
  readonly campaign: Campaign
  readonly deadline: Deadline
  readonly cluster?: string
  readonly total: number
  /** Who has sent it, the latest first. */
  readonly done: readonly Unit[]
}

/** Long enough to reach a group across a weekend. */
export const GROUP_CODE_VALID_FOR = { hours: 72 }

/** Whether the totals that a group is told count that unit. */
export function counts({ cluster }: Pick<ChatGroup, 'cluster'>, unit: Unit): boolean {
  return cluster === undefined || unit.groups.includes(cluster)
}

/** The clusters into which units are gathered, by name. */
export function clustersOf(units: readonly Unit[]): readonly string[] {
  return [...new Set(units.flatMap(({ groups }) => groups))].sort((a, b) =>
    a.localeCompare(b, 'vi'),
  )
}
