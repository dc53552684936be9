import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Announcement, AnnouncementState } from './announcement.ts'

/**
 * The notice of that code in the official's campaign, or the newest in one of the states. Refuses
 * whoever may not announce, and what is not there.
 */
export async function findAnnouncement(
  tx: Transaction,
  official: Official,
  wanted: { code?: string; states: readonly AnnouncementState[] },
): Promise<Outcome<Announcement>> {
  const { code, states } = wanted
  if (!may(official, 'announce')) return refuse({ reason: 'not-allowed', action: 'announce' })
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { id } = loaded.campaign
  if (code === undefined) {
    const [newest] = await tx.announcements.list(id, { states, limit: 1 })
    return newest ? accept(newest) : refuse({ reason: 'announcement-not-found' })
  }
  const found = await tx.announcements.findByCode(id, code)
  return found ? accept(found) : refuse({ reason: 'announcement-not-found', code })
}
