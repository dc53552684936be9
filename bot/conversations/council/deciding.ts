import { localDateOf } from '../../../core/calendar/local-time.ts'
import { planAnnouncement } from '../../../core/decision/announce-decision.ts'
import { findDecision } from '../../../core/decision/find-decision.ts'
import { checkDecision } from '../../../core/decision/record-decision.ts'
import { checkUndo } from '../../../core/decision/undo-decision.ts'
import { statesFor } from '../../../core/nomination/transitions.ts'
import { may } from '../../../core/permission.ts'
import type { DecisionCommand } from '../../language/errands/council-command.ts'
import { readDecisionCommand } from '../../language/errands/council-command.ts'
import * as say from '../../texts/decisions.ts'
import { propose as proposeAct } from '../nominations/appraising.ts'
import { askForPin } from '../pin/pin.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** What the office says of decisions; undefined for every other message. */
export async function hearDecision(turn: Spoken): Promise<Answer | undefined> {
  if (!may(turn.official, 'decide') && !may(turn.official, 'announce')) return undefined
  const command = readDecisionCommand(turn.text, localDateOf(turn.tx.now))
  return command && propose(turn, command)
}

/** A decision in words the bot cannot take apart. */
export function howToRecord({ official }: Spoken): Answer {
  if (!may(official, 'decide')) return refused({ reason: 'not-allowed', action: 'decide' })
  return { what: 'decision-example', text: say.DECISION_EXAMPLE }
}

async function propose(turn: Spoken, command: DecisionCommand): Promise<Answer> {
  switch (command.kind) {
    case 'record':
      return proposeRecord(turn, command)
    case 'announce':
      return proposeAnnouncement(turn, command.number)
    case 'award':
    case 'archive':
      return proposeForAll(turn, command.number, command.kind)
    case 'cancel':
      return proposeUndo(turn, { number: command.number })
    case 'revoke': {
      const { number, by, grounds } = command
      if (!by || !grounds) return { what: 'revocation-example', text: say.REVOCATION_EXAMPLE }
      return proposeUndo(turn, { number, revocation: { by, grounds } })
    }
  }
}

async function proposeRecord(
  turn: Spoken,
  { number, signedOn, signer, codes }: Extract<DecisionCommand, { kind: 'record' }>,
): Promise<Answer> {
  if (!signedOn || !signer) return howToRecord(turn)
  const signed = { number, signedOn, signer, codes }
  const checked = await checkDecision(turn.tx, turn.official, signed)
  if (!checked.ok) return refused(checked.refusal)
  const act = { kind: 'record-decision', ...signed, signedOn: signedOn.toString() } as const
  const shown = say.sayDecisionAsked(signed, checked.value)
  return askForPin(turn, act, { shown, count: codes.length })
}

async function proposeAnnouncement(turn: Spoken, number: string): Promise<Answer> {
  const planned = await planAnnouncement(turn.tx, turn.official, number)
  if (!planned.ok) return refused(planned.refusal)
  const { reach, ...view } = planned.value
  const shown = say.sayAnnouncementAsked(view, { reach, text: say.sayToAll(view) })
  return askForPin(turn, { kind: 'announce-decision', number: view.decision.number }, { shown })
}

/** "Đã trao QĐ 128": what can be done with the nominations it names, as if their codes were typed. */
async function proposeForAll(
  turn: Spoken,
  number: string,
  act: 'award' | 'archive',
): Promise<Answer> {
  const found = await findDecision(turn.tx, turn.official, number)
  if (!found.ok) return refused(found.refusal)
  const all = found.value.awards.map(({ nomination }) => nomination)
  const states = statesFor(act)
  const ready = all.filter(({ state }) => states.includes(state))
  const codes = (ready.length > 0 ? ready : all).map(({ code }) => code)
  return proposeAct(turn, act, { codes, words: '' })
}

async function proposeUndo(
  turn: Spoken,
  wanted: { number: string; revocation?: { by: string; grounds: string } },
): Promise<Answer> {
  const checked = await checkUndo(turn.tx, turn.official, wanted)
  if (!checked.ok) return refused(checked.refusal)
  const shown = say.sayUndoAsked(checked.value, wanted.revocation)
  return askForPin(turn, { kind: 'undo-decision', ...wanted }, { shown })
}
