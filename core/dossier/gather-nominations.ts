import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { AwardOffer, Campaign } from '../campaign/campaign.ts'
import type { Nomination, NominationState } from '../nomination/nomination.ts'
import { stands } from '../nomination/nomination.ts'
import type { Transaction } from '../ports.ts'
import type { Report } from '../report/report.ts'
import type { Unit } from '../unit/unit.ts'

/** A nomination with what a paper says of it. */
export type NominationLine = {
  readonly nomination: Nomination
  readonly unit: Unit
  /** Absent while the draft lacks it. */
  readonly award?: AwardOffer
}

/** What the papers about several nominations are made of. */
export type NominationsFacts = {
  readonly campaign: Campaign
  /** The unit that puts them forward: the campaign's office, or one unit with its own. */
  readonly author: Unit
  readonly byOffice: boolean
  readonly on: LocalDate
  /** In protocol order of their units; collectives before individuals within one. */
  readonly lines: readonly NominationLine[]
}

/** Which nominations: those of one unit, for one award; by default all that units have put forward themselves. */
export type NominationsWanted = { readonly unitCode?: string; readonly awardId?: string }

/** More than any campaign of a district has. */
const MOST = 2_000

/** Not, or not at present, with the office. */
const NOT_WITH_OFFICE: readonly NominationState[] = ['returned', 'on-hold']
/** Not yet the head's own word. */
const NOT_ENDORSED: readonly NominationState[] = ['draft', 'awaiting-endorsement']

/** Whether a paper of the office, or of the unit itself, names the nomination. */
function isPutForward(nomination: Nomination, byOffice: boolean): boolean {
  if (!stands(nomination)) return false
  if (byOffice)
    return nomination.submittedAt !== undefined && !NOT_WITH_OFFICE.includes(nomination.state)
  return !NOT_ENDORSED.includes(nomination.state)
}

/** Reads what the letter, the list, the minutes and the decision are made of. Changes nothing. */
export async function gatherNominations(
  tx: Transaction,
  campaign: Campaign,
  { unitCode, awardId }: NominationsWanted,
): Promise<NominationsFacts> {
  const byOffice = unitCode === undefined
  const units = new Map((await tx.units.list(campaign.id)).map((unit) => [unit.code, unit]))
  const filter = { ...(unitCode === undefined ? {} : { unitCode }), limit: MOST }
  const all = await tx.nominations.list(campaign.id, filter)
  const lines = all
    .filter((nomination) => isPutForward(nomination, byOffice))
    .filter((nomination) =>
      awardId === undefined ? nomination.upwardOf === undefined : nomination.awardId === awardId,
    )
    .flatMap((nomination) => {
      const unit = units.get(nomination.unitCode)
      return unit ? [lineOf(campaign, nomination, unit)] : []
    })
    .sort(inProtocolOrder)
  const author = await tx.units.get(unitCode ?? campaign.office.unit)
  const on = localDateOf(tx.now)
  return { campaign, author, byOffice, on, lines }
}

/** What the papers about one nomination are made of. */
export type NominationFacts = NominationLine & {
  readonly campaign: Campaign
  readonly on: LocalDate
  /** Standing reports of its unit, oldest first. */
  readonly reports: readonly Report[]
}

/** Reads what the achievement report of one nomination is made of. Changes nothing. */
export async function gatherNomination(
  tx: Transaction,
  campaign: Campaign,
  nomination: Nomination,
): Promise<NominationFacts> {
  const unit = await tx.units.get(nomination.unitCode)
  const reports = await tx.reports.list(campaign.id, { unitCode: unit.code, limit: MOST })
  const standing = reports.filter(({ state }) => state === 'submitted').toReversed()
  const on = localDateOf(tx.now)
  return { ...lineOf(campaign, nomination, unit), campaign, on, reports: standing }
}

function lineOf(campaign: Campaign, nomination: Nomination, unit: Unit): NominationLine {
  const award = campaign.awards.find(({ id }) => id === nomination.awardId)
  return { nomination, unit, ...(award ? { award } : {}) }
}

function inProtocolOrder(a: NominationLine, b: NominationLine): number {
  return (
    a.unit.protocolOrder - b.unit.protocolOrder ||
    a.nomination.nomineeKind.localeCompare(b.nomination.nomineeKind) ||
    a.nomination.code.localeCompare(b.nomination.code)
  )
}
