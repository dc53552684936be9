import { localDateOf } from '../../../core/calendar/local-time.ts'
import { sendNudges } from '../../../core/chasing/send-nudges.ts'
import type { AuthorisedAct } from '../../../core/conversation/conversation.ts'
import { sayNudgesQueued } from '../../texts/chasing.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

export type SendingAct = Extract<AuthorisedAct, { kind: 'send-nudges' }>

/** Sends to many what the officer has seen and confirmed. */
export async function carryOutSending({ tx, official }: Spoken, act: SendingAct): Promise<Answer> {
  const sent = await sendNudges(tx, official, act)
  if (!sent.ok) return refused(sent.refusal)
  const text = sayNudgesQueued(sent.value, localDateOf(tx.now))
  return { what: 'nudges-queued', text, released: true }
}
