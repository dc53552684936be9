import { answerKept, closeKept, findKept, reportKept } from '../../../core/inbox/settle-kept.ts'
import type { KeptMessage } from '../../../core/inbox/inbox-store.ts'
import { keptCode } from '../../../core/inbox/kept-message.ts'
import { may } from '../../../core/permission.ts'
import type { KeptRequest } from '../../language/errands/office-phrases.ts'
import { readKeptRequest } from '../../language/errands/office-phrases.ts'
import type { KeptLine } from '../../texts/kept.ts'
import {
  askKeptAnswer,
  sayKept,
  sayKeptAnswered,
  sayKeptChoice,
  sayKeptClosed,
  sayKeptList,
  sayKeptReported,
} from '../../texts/kept.ts'
import { contentOf } from '../reporting/report-content.ts'
import type { Answer, Spoken } from '../turn.ts'
import { choice, refused } from '../turn.ts'

/** More are opened by their code. */
const LISTED = 7
const COUNTED = 200

const WHAT_TO_DO = [
  choice('answer', 'Trả lời'),
  choice('report', 'Ghi nhận là báo cáo'),
  choice('close', 'Đóng, không cần trả lời'),
]

/** What an officer does about a message that is kept, by its code; undefined for any other message. */
export function askKept(turn: Spoken): Promise<Answer> | undefined {
  const request = readKeptRequest(turn.text)
  return request && settleKept(turn, request)
}

/** "Tin chờ": the queue of the office. */
export async function listKept(turn: Spoken): Promise<Answer> {
  const { tx, campaign, official } = turn
  if (!may(official, 'answer-kept'))
    return refused({ reason: 'not-allowed', action: 'answer-kept' })
  if (!campaign) return refused({ reason: 'no-campaign' })
  const kept = await tx.inbox.listKept(campaign.id, COUNTED)
  const lines: KeptLine[] = []
  for (const message of kept.slice(0, LISTED)) lines.push(await lineOf(turn, message))
  const text = sayKeptList(lines, kept.length - lines.length)
  if (lines.length === 0) return { what: 'kept-listed', text }
  const options = lines.map((line) => choice(line.code.slice(2), sayKeptChoice(line)))
  return { what: 'kept-listed', text, ask: { topic: { kind: 'kept-list' }, options } }
}

async function lineOf({ tx }: Spoken, kept: KeptMessage): Promise<KeptLine> {
  const writer = await tx.officials.get(kept.officialId)
  const { name: unit } = await tx.units.get(kept.unitCode)
  const { seq, receivedAt } = kept
  return { code: keptCode(seq), at: receivedAt, writer: writer.name, unit, text: wordsOf(kept) }
}

function wordsOf({ event }: Pick<KeptMessage, 'event'>): string {
  return 'text' in event ? event.text : '(không phải chữ)'
}

/** Does what was asked about one message, after it was listed or by its code. */
export async function settleKept(turn: Spoken, request: KeptRequest): Promise<Answer> {
  const { tx, official: officer, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const { seq } = request
  const command = { officer, campaign, seq }
  const code = keptCode(seq)
  switch (request.kind) {
    case 'open':
      return openKept(turn, seq)
    case 'answer': {
      const outcome = await answerKept(tx, { ...command, text: request.text })
      if (!outcome.ok) return refused(outcome.refusal)
      return { what: 'kept-answered', text: sayKeptAnswered(code, outcome.value.writer.name) }
    }
    case 'report':
      return storeAsReport(turn, seq)
    case 'close': {
      const outcome = await closeKept(tx, command)
      if (!outcome.ok) return refused(outcome.refusal)
      return { what: 'kept-closed', text: sayKeptClosed(code) }
    }
  }
}

async function openKept(turn: Spoken, seq: bigint): Promise<Answer> {
  const { tx, official: officer, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const found = await findKept(tx, { officer, campaign, seq })
  if (!found.ok) return refused(found.refusal)
  const { kept } = found.value
  const before = (await tx.inbox.listBefore(kept, 2)).map(wordsOf)
  return {
    what: 'kept-opened',
    text: sayKept(await lineOf(turn, kept), before),
    ask: { topic: { kind: 'kept-message', inboxSeq: String(seq) }, options: WHAT_TO_DO },
  }
}

async function storeAsReport(turn: Spoken, seq: bigint): Promise<Answer> {
  const { tx, official: officer, campaign, read } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const command = { officer, campaign, seq }
  const found = await findKept(tx, command)
  if (!found.ok) return refused(found.refusal)
  const { event } = found.value.kept
  const understood = read(wordsOf(found.value.kept))
  const { period } = understood.report
  const outcome = await reportKept(tx, {
    ...command,
    content: contentOf(understood),
    ...(period === undefined ? {} : { namedPeriod: period }),
    ...('messageRef' in event ? { ref: `${event.conversation.address}:${event.messageRef}` } : {}),
  })
  if (!outcome.ok) return refused(outcome.refusal)
  const { report } = outcome.value
  const { name } = await tx.units.get(report.unitCode)
  return { what: 'kept-reported', text: sayKeptReported(keptCode(seq), report.code, name) }
}

/** The officer has chosen what to do about the message that is open. */
export async function chooseForKept(turn: Spoken, seq: bigint, key: string): Promise<Answer> {
  if (key === 'report' || key === 'close') return settleKept(turn, { kind: key, seq })
  const { tx, official: officer, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const found = await findKept(tx, { officer, campaign, seq })
  if (!found.ok) return refused(found.refusal)
  return {
    what: 'kept-answer-asked',
    text: askKeptAnswer(keptCode(seq), found.value.writer.name),
    ask: { topic: { kind: 'kept-answer', inboxSeq: String(seq) }, options: [] },
  }
}
