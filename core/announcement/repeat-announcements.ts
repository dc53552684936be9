import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../calendar/local-time.ts'
import { phaseOf } from '../campaign/campaign.ts'
import type { Transaction } from '../ports.ts'
import { keepDraft } from './draft-announcement.ts'
import { selectRecipients } from './select-recipients.ts'

const WEEK = { hours: 7 * 24 }

/**
 * Lets weekly notices go out again, a week after they went out, to whoever belongs to their audience
 * then. Those of a campaign that is over end. Gives the number that will go out.
 */
export async function repeatAnnouncements(tx: Transaction): Promise<number> {
  let repeated = 0
  for (const announcement of await tx.announcements.listToRepeat(tx.now)) {
    const { id, campaignId, authorId, sendAt, ...rest } = announcement
    await tx.announcements.endRepetition(id)
    const { campaign } = await tx.campaigns.get(campaignId)
    if (phaseOf(campaign, tx.now) === 'ended') continue
    const { recipients } = await selectRecipients(tx, campaignId, announcement)
    const draft = {
      ...{ ...rest, campaignId, authorId },
      sendAt: nextWeek(sendAt ?? tx.now, tx.now),
      follows: { kind: 'repeat', announcementId: id },
    } as const
    const next = await keepDraft(tx, draft, recipients)
    await tx.announcements.move(next.id, { from: ['draft'], state: 'released' })
    await tx.announcements.noteRelease(next.id, authorId, tx.now)
    const event = {
      kind: 'announcement-released',
      data: { recipients: recipients.length },
    } as const
    await tx.audit.append({ ...event, actor: authorId, subject: next.id })
    repeated += 1
  }
  return repeated
}

/** The latest of the weeks after it that has come: what was missed is not caught up with. */
function nextWeek(sentAt: Instant, now: Instant): Instant {
  let next = sentAt.add(WEEK)
  while (Temporal.Instant.compare(next.add(WEEK), now) <= 0) next = next.add(WEEK)
  return next
}
