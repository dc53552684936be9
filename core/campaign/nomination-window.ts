import type { LocalDate } from '../calendar/local-time.ts'
import type { AwardOffer, Campaign } from './campaign.ts'

/** Nominations are taken from the first to the last day, both included. */
export type NominationWindow = {
  readonly from: LocalDate
  readonly to: LocalDate
  /** The plan's own words. */
  readonly wording: string
}

/** When units may nominate for an award. None where the plan names no days, or the council selects. */
export function windowOf(
  campaign: Campaign,
  award: Pick<AwardOffer, 'id'>,
): NominationWindow | undefined {
  const rule = campaign.deadlines.find(
    ({ kind, award: of }) => kind === 'nomination' && of === award.id,
  )
  if (rule?.due.anchor !== 'calendar' || !rule.due.to) return undefined
  const { from = campaign.startsOn, to, inclusive } = rule.due
  return { from, to: inclusive ? to : to.subtract({ days: 1 }), wording: rule.wording }
}
