import { Temporal } from 'temporal-polyfill'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Announcement, Leaving } from './announcement.ts'
import { findAnnouncement } from './find-announcement.ts'
import { leavingOf } from './leaving.ts'

/**
 * Lets a released notice leave before the moment that was appointed: at once in office hours, else when they
 * begin. Refuses who may not announce, a notice that is not there, and one that waits for no such moment.
 */
export async function hastenAnnouncement(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<{ announcement: Announcement; leaves: Leaving }>> {
  const found = await findAnnouncement(tx, official, { code, states: [] })
  if (!found.ok) return found
  const { id, state, sendAt } = found.value
  const isAppointed = sendAt !== undefined && Temporal.Instant.compare(sendAt, tx.now) > 0
  if (state !== 'released' || !isAppointed) return refuse({ reason: 'not-appointed', code })
  await tx.announcements.hasten(id, tx.now)
  const [actor, subject] = [official.id, id]
  await tx.audit.append({ kind: 'announcement-hastened', actor, subject, data: {} })
  const announcement = { ...found.value, sendAt: tx.now }
  return accept({ announcement, leaves: await leavingOf(tx, announcement) })
}
