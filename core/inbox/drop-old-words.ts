import type { Instant } from '../calendar/local-time.ts'
import { ZONE } from '../calendar/local-time.ts'
import type { Transaction } from '../ports.ts'

/** For messages of strangers, and while no campaign is loaded. */
const OTHERWISE_MONTHS = 12

/**
 * Drops the words of messages whose time is over, as each campaign has set it in months. Only of what is
 * done: a message that waits for an officer keeps its words, and so do the reports that were made of them.
 * Gives the number of messages, at most `limit`; 0 when none is left.
 */
export async function dropOldWords(tx: Transaction, limit: number): Promise<number> {
  const campaigns = (await tx.campaigns.listAll()).map(({ campaign }) => ({
    campaignId: campaign.id,
    before: monthsBefore(tx.now, campaign.keepsWordsMonths),
  }))
  const otherwise = monthsBefore(tx.now, OTHERWISE_MONTHS)
  return tx.inbox.dropWords({ campaigns, otherwise }, limit, tx.now)
}

/** The same time of day in Vietnam, so many months ago. */
function monthsBefore(now: Instant, months: number): Instant {
  return now.toZonedDateTimeISO(ZONE).subtract({ months }).toInstant()
}
