import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Announcement, Follows } from './announcement.ts'
import type { Preview } from './draft-announcement.ts'
import { keepDraft, previewOf } from './draft-announcement.ts'
import { findAnnouncement } from './find-announcement.ts'
import type { Standing } from './standing.ts'
import { received } from './standing.ts'

const GONE_OUT = ['released', 'stopped', 'published'] as const

/**
 * Drafts a correction for exactly those to whom the notice was sent, or left without being heard of
 * again; what has not left of it is stopped. Refuses where it reached nobody, and a photo on a praise, which
 * needs the person's consent first.
 */
export async function correctAnnouncement(
  tx: Transaction,
  official: Official,
  { code, text, photoId }: { code: string; text: string; photoId?: string },
): Promise<Outcome<Preview>> {
  const found = await findAnnouncement(tx, official, { code, states: GONE_OUT })
  if (!found.ok) return found
  const { id, praiseId } = found.value
  if (praiseId !== undefined && photoId !== undefined) {
    const { sourceCode } = await tx.praises.get(praiseId)
    return refuse({ reason: 'photo-without-consent', code: sourceCode })
  }
  await tx.announcements.recall(id, tx.now)
  await tx.announcements.move(id, { from: ['released'], state: 'stopped' })
  if (found.value.weekly) await tx.announcements.endRepetition(id)
  const readers = (await tx.announcements.standings(id)).filter(mayHaveRead)
  if (readers.length === 0) return refuse({ reason: 'nobody-received-it', code })
  const own = photoId === undefined ? {} : { photoId }
  return follow(tx, { official, of: found.value, kind: 'correction', text, ...own }, readers)
}

/**
 * Drafts a second round with the same words for whoever got the notice and has not acknowledged it.
 * Refuses where there is nobody.
 */
export async function remindSilent(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<Preview>> {
  const found = await findAnnouncement(tx, official, { code, states: GONE_OUT })
  if (!found.ok) return found
  const standings = await tx.announcements.standings(found.value.id)
  const silent = standings.filter((standing) => received(standing) && !standing.acknowledged)
  if (silent.length === 0) return refuse({ reason: 'nobody-silent', code })
  const { text, photoId } = found.value
  const same = { text, ...(photoId === undefined ? {} : { photoId }) }
  return follow(tx, { official, of: found.value, kind: 'reminder', ...same }, silent)
}

function mayHaveRead(standing: Standing): boolean {
  // What was not taken back is leaving this very moment.
  return received(standing) || standing.reached === 'on-its-way'
}

type Following = {
  readonly official: Official
  readonly of: Announcement
  readonly kind: Follows['kind']
  readonly text: string
  readonly photoId?: string
}

async function follow(
  tx: Transaction,
  { official, of, kind, text, photoId }: Following,
  standings: readonly Standing[],
): Promise<Outcome<Preview>> {
  const recipients: Official[] = []
  for (const { officialId } of standings) recipients.push(await tx.officials.get(officialId))
  const { campaignId, audience, optional, paper } = of
  const draft = {
    ...{ campaignId, audience: withoutDuty(audience), optional, text, weekly: false },
    authorId: official.id,
    follows: { kind, announcementId: of.id },
    ...(of.praiseId ? { praiseId: of.praiseId } : {}),
    ...(photoId === undefined ? {} : { photoId }),
    ...(paper && kind === 'reminder' ? { paper } : {}),
  }
  const announcement = await keepDraft(tx, draft, recipients)
  return accept(await previewOf(tx, announcement, { recipients, muted: 0 }))
}

/** Whoever got the notice gets what follows it, whether the duty is done meanwhile or not. */
function withoutDuty({ owing: _done, ...audience }: Announcement['audience']) {
  return audience
}
