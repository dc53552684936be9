import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Announcement } from './announcement-store.ts'

export type Preview = {
  readonly announcement: Announcement
  readonly recipients: number
  /** Recipients who have linked no chat account, or blocked it. */
  readonly unreachable: number
}

/**
 * Keeps a propagation notice as a draft and counts whom it would reach (plan V.2). Nothing is sent.
 * Refuses everybody but the propagation office and the office that runs the campaign.
 */
export async function draftAnnouncement(
  tx: Transaction,
  official: Official,
  text: string,
): Promise<Outcome<Preview>> {
  if (!may(official, 'announce')) return refuse({ reason: 'not-allowed', action: 'announce' })
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const announcement: Announcement = {
    id: tx.chance.uuid(),
    campaignId: loaded.campaign.id,
    authorId: official.id,
    text,
    state: 'draft',
  }
  await tx.announcements.insert(announcement, tx.now)
  await tx.audit.append({
    kind: 'announcement-drafted',
    actor: official.id,
    subject: announcement.id,
    data: {},
  })
  const recipients = await tx.officials.list({ campaignId: loaded.campaign.id })
  const reachable = await tx.accounts.countReachable(recipients.map((recipient) => recipient.id))
  return accept({
    announcement,
    recipients: recipients.length,
    unreachable: recipients.length - reachable,
  })
}

/**
 * Releases a draft to everybody in the campaign, once. The caller has shown the preview and asked for
 * confirmation. Refuses a draft that was released before, or is somebody else's.
 */
export async function releaseAnnouncement(
  tx: Transaction,
  official: Official,
  announcementId: string,
): Promise<Outcome<{ recipients: number }>> {
  if (!may(official, 'announce')) return refuse({ reason: 'not-allowed', action: 'announce' })
  const announcement = await tx.announcements.get(announcementId)
  if (announcement.authorId !== official.id || announcement.state !== 'draft')
    return refuse({ reason: 'announcement-moved-on' })
  const recipients = await tx.officials.list({ campaignId: announcement.campaignId })
  const ids = recipients.map((recipient) => recipient.id)
  if (!(await tx.announcements.release(announcementId, ids, tx.now)))
    return refuse({ reason: 'announcement-moved-on' })
  await tx.audit.append({
    kind: 'announcement-released',
    actor: official.id,
    subject: announcementId,
    data: { recipients: recipients.length },
  })
  return accept({ recipients: recipients.length })
}
