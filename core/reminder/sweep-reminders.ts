import { localDateOf } from '../calendar/local-time.ts'
import { phaseOf } from '../campaign/campaign.ts'
import { deadlinesOf } from '../duty/deadline.ts'
import type { Transaction } from '../ports.ts'
import { dueStage } from './due-stage.ts'

/** A deadline's stages end at most this many days after it. */
const LADDERS_END_WITHIN = { days: 14 }

/**
 * Keeps the duty ledger complete and plans a reminder for everybody whose stage has come and whose
 * unit's duty is open. Reminders have no text yet. Run as often as one likes: what is planned is not
 * planned again, and of several stages missed only the latest is planned. A campaign past its end
 * reminds of nothing. Gives the number of new reminders.
 */
export async function sweepReminders(tx: Transaction): Promise<number> {
  const calendar = await tx.calendars.load()
  const today = localDateOf(tx.now)
  let planned = 0
  for (const { campaign, trackedFrom } of await tx.campaigns.list()) {
    if (phaseOf(campaign, tx.now) !== 'running') continue
    await tx.duties.open(campaign.id, deadlinesOf(campaign, trackedFrom, calendar))
    const deadlines = await tx.duties.listDeadlines(campaign.id, today.subtract(LADDERS_END_WITHIN))
    const stages = deadlines.flatMap((deadline) => {
      const due = dueStage({ campaign, deadline, calendar }, tx.now)
      if (!due) return []
      const { stage, at } = due
      return { deadlineId: deadline.id, stage: stage.id, dueAt: at, roles: stage.roles }
    })
    planned += await tx.reminders.plan(stages)
  }
  return planned
}
