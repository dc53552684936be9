import { queueNotice } from '../delivery/queue-message.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { ReportContent } from '../report/report.ts'
import type { Submission } from '../report/submit-report.ts'
import { submitReport } from '../report/submit-report.ts'
import type { KeptMessage } from './inbox-store.ts'
import { keptCode } from './kept-message.ts'

/** Which kept message an officer deals with. */
export type KeptCommand = {
  readonly officer: Official
  readonly campaign: Campaign
  readonly seq: bigint
}

/**
 * One message kept for the office, which then is nobody else's to settle. Refuses who may not answer
 * for the office, and a message that is not kept or was settled.
 */
export async function findKept(
  tx: Transaction,
  { officer, campaign, seq }: KeptCommand,
): Promise<Outcome<{ kept: KeptMessage; writer: Official }>> {
  if (!may(officer, 'answer-kept')) return refuse({ reason: 'not-allowed', action: 'answer-kept' })
  const kept = await tx.inbox.lockKept(campaign.id, seq)
  if (!kept) return refuse({ reason: 'kept-not-found', code: keptCode(seq) })
  return accept({ kept, writer: await tx.officials.get(kept.officialId) })
}

/**
 * Sends the office's own words to whoever wrote the message, and takes it off the queue. Refuses also
 * when that person cannot be reached: then it stays in the queue.
 */
export async function answerKept(
  tx: Transaction,
  command: KeptCommand & { text: string },
): Promise<Outcome<{ writer: Official }>> {
  const found = await findKept(tx, command)
  if (!found.ok) return found
  const { kept, writer } = found.value
  const question = 'text' in kept.event ? kept.event.text : ''
  const office = command.campaign.office.name
  const notice = { kind: 'office-answer', office, question, text: command.text } as const
  const causeId = keptCode(command.seq)
  const queued = await queueNotice(tx, writer, notice, { cause: 'notice', causeId })
  if (!queued) return refuse({ reason: 'person-unreachable', name: writer.name })
  await settle(tx, command, 'answered')
  return accept({ writer })
}

/**
 * The message was a report of its writer's unit: it is stored as one, the writer is told its code.
 * Refuses what `submitReport` refuses.
 */
export async function reportKept(
  tx: Transaction,
  command: KeptCommand & { content: ReportContent; namedPeriod?: string; ref?: string },
): Promise<Outcome<Submission & { writer: Official }>> {
  const found = await findKept(tx, command)
  if (!found.ok) return found
  const { writer } = found.value
  const { content, namedPeriod, ref } = command
  const outcome = await submitReport(tx, {
    official: writer,
    content,
    ...(namedPeriod === undefined ? {} : { namedPeriod }),
    ...(ref === undefined ? {} : { messages: [{ ref, text: content.text }] }),
  })
  if (!outcome.ok) return outcome
  const { report } = outcome.value
  const notice = { kind: 'kept-reported', office: command.campaign.office.name, report } as const
  await queueNotice(tx, writer, notice, { cause: 'notice', causeId: report.code })
  await settle(tx, command, 'reported')
  return accept({ ...outcome.value, writer })
}

/** Nothing is to be done about the message; it stays stored. */
export async function closeKept(tx: Transaction, command: KeptCommand): Promise<Outcome<null>> {
  const found = await findKept(tx, command)
  if (!found.ok) return found
  await settle(tx, command, 'closed')
  return accept(null)
}

async function settle(
  tx: Transaction,
  { officer, seq }: KeptCommand,
  how: 'answered' | 'reported' | 'closed',
): Promise<void> {
  await tx.inbox.finish(seq, { state: 'done', what: `kept-${how}`, at: tx.now })
  await tx.audit.append({
    kind: 'kept-settled',
    actor: officer.id,
    subject: keptCode(seq),
    data: { how },
  })
}
