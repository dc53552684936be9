import { queueNotice } from '../delivery/queue-message.ts'
import type { Transaction } from '../ports.ts'
import { mayWriteUnasked } from '../reminder/sending-hours.ts'
import { progressOf } from './progress.ts'

/** Tells the author of each notice that is through how far it came, once. Gives the number of reports. */
export async function reportAnnouncements(tx: Transaction): Promise<number> {
  const through = await tx.announcements.listUnreported()
  if (through.length === 0 || !mayWriteUnasked(await tx.calendars.load(), tx.now)) return 0
  let told = 0
  for (const announcement of through) {
    const progress = await progressOf(tx, announcement)
    if (progress.count['on-its-way'] + progress.count.waiting > 0) continue
    const author = await tx.officials.get(announcement.authorId)
    const because = { cause: 'notice', causeId: announcement.id } as const
    await queueNotice(tx, author, { kind: 'announcement-through', progress }, because)
    await tx.announcements.noteReport(announcement.id, tx.now)
    told += 1
  }
  return told
}
