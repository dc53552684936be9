import { rememberQuestion } from '../conversation/ask.ts'
import type { Choice } from '../delivery/channel.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Announcement, Leaving } from './announcement.ts'
import { leavingOf } from './leaving.ts'
import { ACKNOWLEDGEMENT } from './announcement.ts'
import { noticeOf } from './notice-of.ts'
import { ownDraft } from './own-draft.ts'

export const RELEASE_CHOICES: readonly Choice[] = [
  { key: 'release', label: 'Đồng ý gửi' },
  { key: 'decline', label: 'Chưa gửi' },
]

export type Released = {
  readonly announcement: Announcement
  readonly recipients: number
  readonly leaves: Leaving
  /** Who else is asked first; empty where it leaves at once. */
  readonly askedOf: readonly Official[]
}

/**
 * The author has confirmed a draft by its count. To no more people than the plan sets it leaves; to more,
 * another person who may announce is asked first. Refuses a draft that was released before or is
 * somebody else's, one whose photo is lost, and where nobody else can be asked.
 */
export async function releaseAnnouncement(
  tx: Transaction,
  official: Official,
  announcementId: string,
): Promise<Outcome<Released>> {
  const found = await ownDraft(tx, official, announcementId)
  if (!found.ok) return found
  const announcement = found.value
  if (await isPhotoLost(tx, announcement))
    return refuse({ reason: 'photo-lost', code: announcement.code })
  const recipients = (await tx.announcements.standings(announcementId)).length
  const { campaign } = await tx.campaigns.get(announcement.campaignId)
  if (recipients <= campaign.secondReleaseAbove)
    return letLeave(tx, announcement, { by: official, from: 'draft', recipients })
  const others = await otherReleasers(tx, announcement)
  if (others.length === 0)
    return refuse({ reason: 'no-second-releaser', above: campaign.secondReleaseAbove })
  const moved = { from: ['draft'], state: 'awaiting-release' } as const
  if (!(await tx.announcements.move(announcementId, moved)))
    return refuse({ reason: 'announcement-moved-on' })
  const [actor, subject] = [official.id, announcementId]
  await tx.audit.append({ kind: 'announcement-submitted', actor, subject, data: {} })
  const askedOf = await askOthers(tx, { announcement, author: official, recipients }, others)
  return accept({ announcement, recipients, leaves: await leavingOf(tx, announcement), askedOf })
}

async function isPhotoLost(tx: Transaction, { photoId }: Announcement): Promise<boolean> {
  return photoId !== undefined && (await tx.evidence.photoState(photoId)) === 'unusable'
}

/** The second person lets the notice leave. Refuses its drafter, and a notice that is past that. */
export async function releaseForAnother(
  tx: Transaction,
  official: Official,
  announcementId: string,
): Promise<Outcome<Released>> {
  const checked = await awaiting(tx, official, announcementId)
  if (!checked.ok) return checked
  const announcement = checked.value
  const recipients = (await tx.announcements.standings(announcementId)).length
  const by = { by: official, from: 'awaiting-release', recipients } as const
  const outcome = await letLeave(tx, announcement, by)
  if (outcome.ok) await tellAuthor(tx, { announcement, by: official, leaves: outcome.value.leaves })
  return outcome
}

/** The second person does not let it leave: it is the author's draft again. Refuses the same. */
export async function declineForAnother(
  tx: Transaction,
  official: Official,
  announcementId: string,
): Promise<Outcome<Announcement>> {
  const checked = await awaiting(tx, official, announcementId)
  if (!checked.ok) return checked
  const moved = { from: ['awaiting-release'], state: 'draft' } as const
  if (!(await tx.announcements.move(announcementId, moved)))
    return refuse({ reason: 'announcement-moved-on' })
  const [actor, subject] = [official.id, announcementId]
  await tx.audit.append({ kind: 'announcement-declined', actor, subject, data: {} })
  await tellAuthor(tx, { announcement: checked.value, by: official })
  return checked
}

async function awaiting(
  tx: Transaction,
  official: Official,
  announcementId: string,
): Promise<Outcome<Announcement>> {
  if (!may(official, 'announce')) return refuse({ reason: 'not-allowed', action: 'announce' })
  const announcement = await tx.announcements.get(announcementId)
  if (announcement.state !== 'awaiting-release') return refuse({ reason: 'announcement-moved-on' })
  if (announcement.authorId === official.id) return refuse({ reason: 'releaser-is-drafter' })
  return accept(announcement)
}

async function letLeave(
  tx: Transaction,
  announcement: Announcement,
  { by, from, recipients }: { by: Official; from: Announcement['state']; recipients: number },
): Promise<Outcome<Released>> {
  const { id, code } = announcement
  if (!(await tx.praises.mayBeTold(id))) return refuse({ reason: 'consent-missing', code })
  if (!(await tx.announcements.move(id, { from: [from], state: 'released' })))
    return refuse({ reason: 'announcement-moved-on' })
  await tx.announcements.noteRelease(id, by.id, tx.now)
  const event = { kind: 'announcement-released', data: { recipients } } as const
  await tx.audit.append({ ...event, actor: by.id, subject: id })
  return accept({
    announcement,
    recipients,
    leaves: await leavingOf(tx, announcement),
    askedOf: [],
  })
}

/** Everybody else of the campaign who may announce and can be asked. */
async function otherReleasers(
  tx: Transaction,
  { campaignId, authorId }: Announcement,
): Promise<readonly Official[]> {
  const others = (await tx.officials.list({ campaignId })).filter(
    (official) => official.id !== authorId && may(official, 'announce'),
  )
  const accounts = await tx.accounts.listReachable(others.map(({ id }) => id))
  const reachable = new Set(accounts.map(({ officialId }) => officialId))
  return others.filter(({ id }) => reachable.has(id))
}

async function askOthers(
  tx: Transaction,
  asked: { announcement: Announcement; author: Official; recipients: number },
  others: readonly Official[],
): Promise<readonly Official[]> {
  const { announcement, author, recipients } = asked
  const set = { id: 'xemtruoc', options: ACKNOWLEDGEMENT }
  const content = await noticeOf(tx, announcement, set)
  const told: Official[] = []
  for (const other of others) {
    const id = tx.chance.code(12, 'abcdefghijkmnpqrstuvwxyz23456789')
    const choices = { id, options: RELEASE_CHOICES }
    const notice = { kind: 'release-asked', content, author, recipients, choices } as const
    const because = { cause: 'notice', causeId: announcement.id } as const
    const queued = await queueNotice(tx, other, notice, because)
    if (!queued) continue
    told.push(other)
    await rememberQuestion(tx, queued.account.address, {
      id,
      topic: { kind: 'second-release', announcementId: announcement.id },
      options: RELEASE_CHOICES,
      askedAt: tx.now.toString(),
    })
  }
  return told
}

async function tellAuthor(
  tx: Transaction,
  { announcement, ...decided }: { announcement: Announcement; by: Official; leaves?: Leaving },
): Promise<void> {
  const author = await tx.officials.get(announcement.authorId)
  const notice = { kind: 'release-decided', code: announcement.code, ...decided } as const
  await queueNotice(tx, author, notice, { cause: 'notice', causeId: announcement.id })
}
