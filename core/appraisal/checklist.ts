import type { Campaign } from '../campaign/campaign.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Nomination } from '../nomination/nomination.ts'
import { awardOf } from '../nomination/nomination.ts'

/** What an appraiser has noted about one criterion of the plan. */
export type CriterionCheck = {
  /** Its place among the criteria of the award for that kind of nominee, from 1. */
  readonly criterion: number
  readonly met: boolean
  readonly by: string
  readonly at: Instant
}

export type ChecklistLine = {
  readonly number: number
  /** Verbatim from the plan. */
  readonly text: string
  readonly check?: CriterionCheck
}

/** The plan's criteria for this nomination, each with what the appraiser noted last. */
export function checklistOf(
  nomination: Nomination,
  campaign: Campaign,
  checks: readonly CriterionCheck[],
): readonly ChecklistLine[] {
  const texts = awardOf(nomination, campaign)?.criteria[nomination.nomineeKind] ?? []
  return texts.map((text, index) => {
    const check = checks.findLast(({ criterion }) => criterion === index + 1)
    return { number: index + 1, text, ...(check ? { check } : {}) }
  })
}
