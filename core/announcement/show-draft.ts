import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Preview } from './draft-announcement.ts'
import { previewOf } from './draft-announcement.ts'
import { ownDraft } from './own-draft.ts'
import { selectRecipients } from './select-recipients.ts'

/** Shows an own draft again, as it would leave now. Refuses what is no draft any more, or somebody else's. */
export async function showDraft(
  tx: Transaction,
  official: Official,
  announcementId: string,
): Promise<Outcome<Preview>> {
  const found = await ownDraft(tx, official, announcementId)
  if (!found.ok) return found
  const announcement = found.value
  const recipients: Official[] = []
  for (const { officialId } of await tx.announcements.standings(announcementId))
    recipients.push(await tx.officials.get(officialId))
  const muted = announcement.follows
    ? 0
    : (await selectRecipients(tx, announcement.campaignId, announcement)).muted
  return accept(await previewOf(tx, announcement, { recipients, muted }))
}

/**
 * Puts a photo to an own draft in place of the one it had, or takes it off, and shows the draft. Refuses
 * what `showDraft` refuses, and a photo of one's own on a praise: that needs the person's consent first.
 */
export async function changePhoto(
  tx: Transaction,
  official: Official,
  { announcementId, photoId }: { announcementId: string; photoId?: string },
): Promise<Outcome<Preview>> {
  const found = await ownDraft(tx, official, announcementId)
  if (!found.ok) return found
  const { praiseId } = found.value
  if (praiseId !== undefined && photoId !== undefined) {
    const { sourceCode: code } = await tx.praises.get(praiseId)
    return refuse({ reason: 'photo-without-consent', code })
  }
  await tx.announcements.setPhoto(announcementId, photoId)
  return showDraft(tx, official, announcementId)
}
