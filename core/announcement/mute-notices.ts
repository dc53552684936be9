import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'

/** Switches optional propagation notices off or on for the person; official notices and reminders stay. */
export async function muteNotices(
  tx: Transaction,
  official: Official,
  muted: boolean,
): Promise<void> {
  if (muted) await tx.announcements.mute(official.id, tx.now)
  else await tx.announcements.unmute(official.id)
  const event = { kind: 'optional-notices-switched', data: { on: !muted } } as const
  await tx.audit.append({ ...event, actor: official.id, subject: official.id })
}
