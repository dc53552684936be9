import { Temporal } from 'temporal-polyfill'
import type { AuthorisedAct } from '../../../core/conversation/conversation.ts'
import { announceDecision } from '../../../core/decision/announce-decision.ts'
import { recordDecision } from '../../../core/decision/record-decision.ts'
import { undoDecision } from '../../../core/decision/undo-decision.ts'
import * as say from '../../texts/decisions.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

export type DecisionAct = Extract<
  AuthorisedAct,
  { kind: 'record-decision' | 'announce-decision' | 'undo-decision' }
>

/** What the office has shown and confirmed by the PIN. */
export async function carryOutDecision(
  { tx, official }: Spoken,
  act: DecisionAct,
): Promise<Answer> {
  switch (act.kind) {
    case 'record-decision': {
      const signed = { ...act, signedOn: Temporal.PlainDate.from(act.signedOn) }
      const recorded = await recordDecision(tx, official, signed)
      if (!recorded.ok) return refused(recorded.refusal)
      const count = recorded.value.nominations.length
      return { what: 'decision-recorded', text: say.sayRecorded(signed, count) }
    }
    case 'announce-decision': {
      const { number } = act
      const announced = await announceDecision(tx, official, { number, sayToAll: say.sayToAll })
      if (!announced.ok) return refused(announced.refusal)
      const { reach } = announced.value
      return {
        what: `decision-announced:${reach}`,
        text: say.sayAnnounced(announced.value, reach),
        released: true,
      }
    }
    case 'undo-decision': {
      const undone = await undoDecision(tx, official, act)
      if (!undone.ok) return refused(undone.refusal)
      return { what: 'decision-undone', text: say.sayUndone(undone.value, act.revocation) }
    }
  }
}
