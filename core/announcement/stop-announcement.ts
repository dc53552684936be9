import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Announcement } from './announcement.ts'
import { findAnnouncement } from './find-announcement.ts'
import { progressOf } from './progress.ts'
import type { Progress } from './standing.ts'

/**
 * Stops a notice half-way: what has not left does not leave, and it is not repeated, whichever of its weeks was
 * named. Without a code, the newest that is going out. Refuses who may not announce, and a notice that is not there or has
 * nothing left to stop.
 */
export async function stopAnnouncement(
  tx: Transaction,
  official: Official,
  code?: string,
): Promise<Outcome<Progress>> {
  const states = ['released', 'awaiting-release', 'published'] as const
  const found = await findAnnouncement(tx, official, { states, ...(code ? { code } : {}) })
  if (!found.ok) return found
  const announcement = await latestOf(tx, found.value)
  const { id } = announcement
  await tx.announcements.recall(id, tx.now)
  const progress = await progressOf(tx, announcement)
  if (progress.count.waiting === 0 && !announcement.weekly)
    return refuse({ reason: 'nothing-to-stop', code: announcement.code })
  if (announcement.weekly) await tx.announcements.endRepetition(id)
  if (
    progress.count.waiting > 0 &&
    !(await tx.announcements.move(id, { from: states, state: 'stopped' }))
  )
    return refuse({ reason: 'announcement-moved-on' })
  const [actor, subject] = [official.id, id]
  await tx.audit.append({ kind: 'announcement-stopped', actor, subject, data: {} })
  return accept(progress)
}

/** Of a weekly notice, the one that went out last: it is that which would go out again. */
async function latestOf(tx: Transaction, announcement: Announcement): Promise<Announcement> {
  const repeat = await tx.announcements.findRepeat(announcement.id)
  return repeat ? latestOf(tx, repeat) : announcement
}

/** Goes on with a stopped notice, to those whom it has not been sent. Refuses as stopping does. */
export async function resumeAnnouncement(
  tx: Transaction,
  official: Official,
  code?: string,
): Promise<Outcome<Progress>> {
  const states = ['stopped'] as const
  const found = await findAnnouncement(tx, official, { states, ...(code ? { code } : {}) })
  if (!found.ok) return found
  const { id, code: told } = found.value
  if (!(await tx.praises.mayBeTold(id))) return refuse({ reason: 'consent-missing', code: told })
  // One that was stopped while it awaited its second release has to be released first.
  const state = (await tx.announcements.wasReleased(id)) ? 'released' : 'awaiting-release'
  if (!(await tx.announcements.move(id, { from: states, state })))
    return refuse({ reason: 'announcement-moved-on' })
  const [actor, subject] = [official.id, id]
  await tx.audit.append({ kind: 'announcement-resumed', actor, subject, data: {} })
  return accept(await progressOf(tx, { ...found.value, state }))
}
