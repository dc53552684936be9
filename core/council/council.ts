import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { nomineeKey } from '../nomination/likeness.ts'
import type { Nomination } from '../nomination/nomination.ts'
import type { Official } from '../official/official.ts'

export const VOTES = ['agree', 'disagree', 'other'] as const
export type Vote = (typeof VOTES)[number]
/** How many voted how; never who. */
export type Counts = Readonly<Record<Vote, number>>

/**
 * How votes count. No statute known to the product fixes a share for this kind of award: until the
 * office names its source the rule is shown with "cần kiểm tra", and a missing quorum only warns.
 */
export type CouncilRule = {
  /** Of whom the share is taken: of all members who may vote on the dossier, or of those who did. */
  readonly base: 'all' | 'present'
  /** Per cent. `over`: more than that; else that or more. */
  readonly threshold: number
  readonly over: boolean
  /** Per cent of those who may vote that must have voted. */
  readonly quorum: number
  /** Where the office found it; absent: not confirmed. */
  readonly source?: string
}

export const DEFAULT_RULE: CouncilRule = { base: 'all', threshold: 50, over: true, quorum: 66 }

export type CouncilSession = {
  readonly id: string
  readonly campaignId: string
  readonly heldOn: LocalDate
  /** Until when members are asked to vote; votes can be changed until the secretary closes. */
  readonly votesBy: Instant
  /** Members of the council, also those who do not vote by chat. */
  readonly seats: number
  readonly rule: CouncilRule
  readonly openedBy: string
  readonly openedAt: Instant
  readonly closedAt?: Instant
}

export type CouncilItem = {
  readonly nominationId: string
  /** Its place on the agenda, from 1. */
  readonly position: number
  /** Votes given at the meeting, entered by the secretary. */
  readonly meeting: Counts
  /** All votes, since the close. */
  readonly counts?: Counts
  readonly passed?: boolean
}

export const RECUSAL_REASONS = ['own-unit', 'nominee', 'declared'] as const
export type RecusalReason = (typeof RECUSAL_REASONS)[number]
export type Recusal = {
  readonly nominationId: string
  readonly officialId: string
  readonly reason: RecusalReason
}

export type CouncilMember = {
  readonly officialId: string
  /** Since the close: whether any vote of the member's was counted. */
  readonly voted: boolean
  readonly reminded: number
}

/** Why a member takes no part in the vote on a nomination: it is of the own unit, or about the member. */
export function recusalOf(
  member: Official,
  { unitCode, nomineeKind, nomineeName }: Nomination,
): RecusalReason | undefined {
  const named = nomineeKey(member.name) === nomineeKey(nomineeName)
  if (nomineeKind === 'individual' && named) return 'nominee'
  return member.unitCode === unitCode ? 'own-unit' : undefined
}

export function sumOf({ agree, disagree, other }: Counts): number {
  return agree + disagree + other
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    agree: a.agree + b.agree,
    disagree: a.disagree + b.disagree,
    other: a.other + b.other,
  }
}

/** Whether enough of those who may vote have done so. */
export function isQuorate(rule: CouncilRule, counts: Counts, entitled: number): boolean {
  return sumOf(counts) * 100 >= rule.quorum * entitled && sumOf(counts) > 0
}

/** Whether the council agreed. Nobody has agreed where nobody voted. */
export function hasPassed(rule: CouncilRule, counts: Counts, entitled: number): boolean {
  const base = rule.base === 'all' ? entitled : sumOf(counts)
  const share = counts.agree * 100
  const enough = rule.over ? share > rule.threshold * base : share >= rule.threshold * base
  return counts.agree > 0 && enough
}
