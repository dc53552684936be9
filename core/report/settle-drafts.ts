import { QUESTION_OPEN_FOR, withoutDraft } from '../conversation/conversation.ts'
import type { ReportDraft } from '../conversation/conversation.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Address } from '../delivery/channel.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Transaction } from '../ports.ts'
import { submitReport } from './submit-report.ts'

/**
 * Drafts whose question nobody has answered for a day: what tells of work is stored as a report as it
 * stands, and its author is told; what only says when or where is kept for an officer. Gives the
 * number of chats handled.
 */
export async function settleDrafts(tx: Transaction, limit: number): Promise<number> {
  const before = tx.now.subtract(QUESTION_OPEN_FOR)
  const chats = await tx.conversations.listStaleDrafts(before, limit)
  for (const address of chats) await settleDraft(tx, address, before)
  return chats.length
}

async function settleDraft(tx: Transaction, address: Address, before: Instant): Promise<void> {
  const state = await tx.conversations.lock(address)
  // Its author may have written meanwhile.
  if (!state.draft || state.draft.since >= before.toString()) return
  await tx.conversations.save(address, withoutDraft(state), tx.now)
  const { draft } = state
  const stored = draft.gap === 'work' ? undefined : await storeDraft(tx, draft)
  if (stored) return
  const what = 'draft-abandoned'
  await tx.inbox.finish(BigInt(draft.inboxSeq), { state: 'for-person', what, at: tx.now })
}

/** False where it is refused: a campaign that has ended meanwhile takes no reports of others. */
async function storeDraft(tx: Transaction, draft: ReportDraft): Promise<boolean> {
  const official = await tx.officials.get(draft.officialId)
  const { content, messages, evidenceIds, namedPeriod } = draft
  const outcome = await submitReport(tx, {
    official,
    content,
    messages,
    ...(namedPeriod === undefined ? {} : { namedPeriod }),
  })
  if (!outcome.ok) return false
  const { report } = outcome.value
  await tx.evidence.attach(evidenceIds, report.id)
  await queueNotice(tx, official, { kind: 'draft-stored', report }, { cause: 'notice' })
  return true
}
