import { keepDraft } from '../announcement/draft-announcement.ts'
import { selectRecipients } from '../announcement/select-recipients.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Transaction } from '../ports.ts'
import { mayWriteUnasked } from '../reminder/sending-hours.ts'
import { digestOf } from './note.ts'
import type { ApprovedNote } from './propagation-store.ts'

/**
 * Makes an optional notice of each approved note whose day has come, for whoever is on the roster then;
 * in office hours, once. A note whose wording has changed since, or whose second person has not agreed,
 * stays. Gives the number of notices that will go out.
 */
export async function sendNotes(tx: Transaction): Promise<number> {
  const due = await tx.propagation.listDue(localDateOf(tx.now))
  if (due.length === 0 || !mayWriteUnasked(await tx.calendars.load(), tx.now)) return 0
  let sent = 0
  for (const approval of due) if (await send(tx, approval)) sent += 1
  return sent
}

async function send(tx: Transaction, approval: ApprovedNote): Promise<boolean> {
  const { campaignId, noteId, approvedBy, confirmedBy } = approval
  const { campaign } = await tx.campaigns.get(campaignId)
  const note = campaign.notes.find(({ id }) => id === noteId)
  if (!note || digestOf(note) !== approval.digest) return false
  const meant = { audience: {}, optional: true }
  const { recipients } = await selectRecipients(tx, campaignId, meant)
  const isAlone = confirmedBy === undefined && recipients.length > campaign.secondReleaseAbove
  if (isAlone || recipients.length === 0) return false
  const text = `${note.text}\n(${note.source})`
  const draft = { ...meant, campaignId, authorId: approvedBy, text, weekly: false }
  const { id } = await keepDraft(tx, draft, recipients)
  const by = confirmedBy ?? approvedBy
  await tx.announcements.move(id, { from: ['draft'], state: 'released' })
  await tx.announcements.noteRelease(id, by, tx.now)
  const event = { kind: 'announcement-released', data: { recipients: recipients.length } } as const
  await tx.audit.append({ ...event, actor: by, subject: id })
  await tx.propagation.noteAnnouncement(approval, id)
  return true
}
