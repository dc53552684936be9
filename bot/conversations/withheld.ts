import type { InboundEvent } from '../../core/delivery/channel.ts'
import { WITHHELD } from '../texts/help.ts'
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
