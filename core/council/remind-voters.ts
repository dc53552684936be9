import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../calendar/local-time.ts'
import type { Transaction } from '../ports.ts'
import { mayWriteUnasked } from '../reminder/sending-hours.ts'
import { askForVotes } from './ask-for-votes.ts'
import type { CouncilSession } from './council.ts'

/** Hours before votes are to be in. */
const BEFORE = [24, 3]

/** How many of a session's reminders are due at that moment. */
export function remindersDue({ votesBy }: Pick<CouncilSession, 'votesBy'>, now: Instant): number {
  return BEFORE.filter((hours) => Temporal.Instant.compare(votesBy.subtract({ hours }), now) <= 0)
    .length
}

/**
 * Asks those again from whom votes are missing, one day and three hours before votes are to be in, in
 * office hours, and never after. Says only that votes are missing. Gives how many were asked.
 */
export async function remindVoters(tx: Transaction): Promise<number> {
  const sessions = await tx.council.listOpen()
  if (sessions.length === 0 || !mayWriteUnasked(await tx.calendars.load(), tx.now)) return 0
  let asked = 0
  for (const session of sessions) {
    const due = remindersDue(session, tx.now)
    if (Temporal.Instant.compare(session.votesBy, tx.now) <= 0) continue
    for (const { officialId, reminded } of await tx.council.members(session.id)) {
      if (reminded >= due) continue
      await tx.council.setReminded(session.id, officialId, due)
      const member = await tx.officials.get(officialId)
      if ((await askForVotes(tx, session, { member, reminder: true })) === 'asked') asked += 1
    }
  }
  return asked
}
