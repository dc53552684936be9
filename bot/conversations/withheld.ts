import type { InboundEvent } from '../../core/delivery/channel.ts'
import { NUMBER_HIDDEN, WITHHELD } from '../texts/help.ts'
import type { Answer, Turn } from './turn.ts'

type Withheld = Extract<InboundEvent, { kind: 'withheld' }>

/**
 * Something was refused at the door: the trail says that it was and why, the sender what to do
 * instead. Of an album this is said once.
 */
export async function explainWithheld(turn: Turn, event: Withheld): Promise<Answer> {
  const { tx, seq, state } = turn
  const { reason, albumId } = event
  const linked = await tx.officials.findByAccount(event.from.userKey)
  await tx.audit.append({
    kind: 'content-withheld',
    subject: String(seq),
    data: { why: reason },
    ...(linked ? { actor: linked.official.id } : {}),
  })
  const isTold = albumId !== undefined && albumId === state.album
  const album = albumId === undefined ? {} : { state: { album: albumId } }
  if (isTold) return { what: 'withheld', ...album }
  return { what: 'withheld', text: WITHHELD[reason], ...album }
}

/** Below the answer: that numbers of identity papers were taken out before the message was stored. */
export async function withHiddenNumbers(turn: Turn, answer: Answer): Promise<Answer> {
  const { tx, seq, entries, event } = turn
  if (!entries.some((entry) => entry.event.numbersHidden)) return answer
  const from = 'from' in event ? event.from : undefined
  const linked = from && (await tx.officials.findByAccount(from.userKey))
  await tx.audit.append({
    kind: 'content-withheld',
    subject: String(seq),
    data: { why: 'identity-number' },
    ...(linked ? { actor: linked.official.id } : {}),
  })
  const isGroup = event.conversation.kind === 'group'
  const text = isGroup ? answer.text : [answer.text, NUMBER_HIDDEN].filter(Boolean).join('\n')
  return text === undefined ? answer : { ...answer, text }
}
