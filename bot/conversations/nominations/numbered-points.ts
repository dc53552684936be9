import type { Topic } from '../../../core/conversation/conversation.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import { viewNomination } from '../../../core/nomination/view-nomination.ts'
import { may } from '../../../core/permission.ts'
import { readCodes } from '../../language/codes.ts'
import type { PointAnswer } from '../../language/errands/dossier-command.ts'
import { readNumbered } from '../../language/errands/dossier-command.ts'
import { readingOf } from '../../language/writing/fold.ts'
import { askPointsOrReport } from '../../texts/supplements.ts'
import { answerPoints, findReturned } from './supplementing.ts'
import type { Again, Answer, Spoken } from '../turn.ts'
import { choice } from '../turn.ts'

/**
 * "1. đã thu hồi 2 xe…" while the unit has a returned dossier: the answer to its point 1 where its card
 * was the last thing said in the chat, or is what the message answers; otherwise it is asked whether it
 * is a report. Undefined for every other message, and while a report is being written.
 */
export async function hearNumbered(turn: Spoken): Promise<Answer | undefined> {
  const answers = readNumbered(turn.text)
  if (answers.length === 0 || turn.state.draft || !may(turn.official, 'nominate')) return undefined
  const code = await dossierShown(turn)
  const shown = code === undefined ? undefined : await findOpen(turn, answers, code)
  if (shown) return answerPoints(turn, shown.id, answers)
  const waiting = await findOpen(turn, answers, undefined)
  if (!waiting) return undefined
  return {
    what: 'points-or-report',
    text: askPointsOrReport(waiting),
    ask: {
      topic: {
        kind: 'points-or-report',
        nominationId: waiting.id,
        inboxSeq: String(turn.seq),
      },
      options: [choice('points', `Bổ sung ${waiting.code}`), choice('report', 'Báo cáo mới')],
    },
  }
}

/** The unit has said what the numbered lines are. */
export async function settleNumbered(
  turn: Spoken,
  { nominationId, inboxSeq }: Extract<Topic, { kind: 'points-or-report' }>,
  { key, again }: { readonly key: string; readonly again: Again },
): Promise<Answer> {
  const seq = BigInt(inboxSeq)
  if (key === 'report') return again(seq, 'submit_report')
  const { event } = await turn.tx.inbox.get(seq)
  return answerPoints(turn, nominationId, event.kind === 'text' ? readNumbered(event.text) : [])
}

/** The code of the dossier that was spoken of last in the chat, or in the message that is answered. */
async function dossierShown({ tx, event }: Spoken): Promise<string | undefined> {
  const answered = event.kind === 'text' ? event.answers : undefined
  const said = answered ?? (await lastSaid(tx, event.conversation.address))
  const [first] = readCodes(readingOf(said).folded)
  return first?.kind === 'nomination' ? first.code : undefined
}

async function lastSaid(
  { outbox, voice }: Spoken['tx'],
  address: Spoken['event']['conversation']['address'],
): Promise<string> {
  const last = await outbox.findLastSaid(address)
  const message = last && voice.restate(last.channel, last.part)
  return message && 'text' in message ? message.text : ''
}

/** The returned dossier of the unit that has asked for all of these points. */
async function findOpen(
  turn: Spoken,
  answers: readonly PointAnswer[],
  code: string | undefined,
): Promise<Nomination | undefined> {
  const found = await findReturned(turn, code)
  if (!found.ok || found.value.state !== 'returned') return undefined
  const { points } = await viewNomination(turn.tx, found.value)
  const isAsked = answers.every(({ point }) => points.some(({ number }) => number === point))
  return isAsked ? found.value : undefined
}
