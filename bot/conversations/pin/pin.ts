import { openQuestions } from '../../../core/conversation/ask.ts'
import type { AuthorisedAct, OpenQuestion, Topic } from '../../../core/conversation/conversation.ts'
import { may } from '../../../core/permission.ts'
import { checkPin } from '../../../core/pin/check-pin.ts'
import { setPin } from '../../../core/pin/set-pin.ts'
import { fold } from '../../language/writing/fold.ts'
import * as say from '../../texts/pins.ts'
import { carryOutCouncil } from '../council/council-acts.ts'
import { carryOutDecision } from '../council/deciding-acts.ts'
import type { SendingAct } from './sending-acts.ts'
import { carryOutSending } from './sending-acts.ts'
import type { Answer, Spoken, Turn } from '../turn.ts'
import { refused } from '../turn.ts'

/** "482913", "3 482913": a PIN, with the count of dossiers where several are shown. */
const PIN = /^\s*(?:(?<count>\d{1,3})\s+)?(?:(?:ma )?pin\s*:?\s*)?(?<pin>\d{6})\s*[.]?\s*$/iu
/** "48291034 135790": the one-time code and the PIN it sets. */
const SETUP = /(?<!\d)(?<code>\d{8})[\s,;]+(?<pin>\d{6})(?!\d)/u
const SETS_PIN = /^(?:toi |em |xin |muon )*(?:dat|doi|tao|cai)(?: lai)? (?:ma )?pin(?!\p{L})/u

/** Takes what was typed out of the inbox, in the transaction that acts on it. */
export async function forget({ tx, entries }: Turn): Promise<void> {
  await tx.inbox.blank(entries.map(({ seq }) => seq))
}

/** Shows what will be done, and does it when the PIN is typed. */
export async function askForPin(
  turn: Spoken,
  act: AuthorisedAct,
  { shown, count = 1 }: { shown: string; count?: number },
): Promise<Answer> {
  if (!(await turn.tx.pins.find(turn.official.id))) return refused({ reason: 'pin-not-set' })
  return {
    what: `${act.kind}-asked`,
    text: say.sayAuthorise(shown, count),
    ask: { topic: { kind: 'authorise', act }, options: [] },
  }
}

/** Sends to many: at once by an officer without a PIN, by the PIN where there is one. */
export async function sendByPin(turn: Spoken, act: SendingAct, shown: string): Promise<Answer> {
  const known = await turn.tx.pins.find(turn.official.id)
  return known ? askForPin(turn, act, { shown }) : carryOutSending(turn, act)
}

/** A PIN, a setting of one, or a word that puts off what waits for one; undefined for every other message. */
export async function hearPin(turn: Spoken): Promise<Answer | undefined> {
  return (await hearSetting(turn)) ?? (await hearTyped(turn)) ?? hearStop(turn)
}

async function hearSetting(turn: Spoken): Promise<Answer | undefined> {
  const { text, state, tx } = turn
  const isAsked = openQuestions(state, tx.now).some(({ topic }) => topic.kind === 'set-pin')
  const asksToSet = SETS_PIN.test(fold(text).trim())
  if (!isAsked && !asksToSet) return undefined
  const typed = SETUP.exec(text)?.groups
  if (typed) return setIt(turn, { code: typed['code'] ?? '', pin: typed['pin'] ?? '' })
  return asksToSet ? askToSet(turn) : undefined
}

/** A PIN that nothing waits for is not kept for an officer to read. */
async function hearTyped(turn: Spoken): Promise<Answer | undefined> {
  const { text, state, tx, official } = turn
  const typed = PIN.exec(text)?.groups
  if (!typed) return undefined
  const open = openQuestions(state, tx.now)
  const waiting = open.findLast(({ topic }) => topic.kind === 'authorise')
  if (waiting)
    return authorise(turn, waiting, { pin: typed['pin'] ?? '', count: Number(typed['count'] ?? 1) })
  if (open.length > 0 || !may(official, 'set-pin')) return undefined
  await forget(turn)
  return { what: 'pin-unasked', text: say.PIN_UNASKED }
}

function hearStop({ understood, state, tx }: Spoken): Answer | undefined {
  const newest = openQuestions(state, tx.now).at(-1)
  const stops = understood.sure && understood.intent === 'cancel'
  if (!stops || !newest || !BY_SECRET.has(newest.topic.kind)) return undefined
  return { what: 'act-dropped', text: say.STOPPED, answered: newest }
}

const BY_SECRET: ReadonlySet<Topic['kind']> = new Set<Topic['kind']>(['authorise', 'set-pin'])

function askToSet({ official }: Spoken): Answer {
  if (!may(official, 'set-pin')) return refused({ reason: 'not-allowed', action: 'set-pin' })
  return {
    what: 'pin-asked',
    text: say.ASK_SETUP,
    ask: { topic: { kind: 'set-pin' }, options: [] },
  }
}

async function setIt(turn: Spoken, secrets: { code: string; pin: string }): Promise<Answer> {
  await forget(turn)
  const outcome = await setPin(turn.tx, turn.official, secrets)
  const question = openQuestions(turn.state, turn.tx.now).findLast(
    ({ topic }) => topic.kind === 'set-pin',
  )
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'pin-set', text: say.PIN_SET, ...(question ? { answered: question } : {}) }
}

/** The PIN does what was shown, once; with a wrong one it stays shown and undone. */
async function authorise(
  turn: Spoken,
  question: OpenQuestion,
  { pin, count }: { pin: string; count: number },
): Promise<Answer> {
  await forget(turn)
  const { topic } = question
  if (topic.kind !== 'authorise') return { what: 'question-gone' }
  const checked = await checkPin(turn.tx, turn.official, pin)
  if (!checked.ok) return refused(checked.refusal)
  const needed = countOf(topic.act)
  if (count !== needed) return { what: 'count-differs', text: say.sayCountDiffers(needed) }
  return { ...(await carryOut(turn, topic.act)), answered: question }
}

/** Several dossiers want their count typed as well. */
function countOf(act: AuthorisedAct): number {
  return 'codes' in act ? Math.max(act.codes.length, 1) : 1
}

function carryOut(turn: Spoken, act: AuthorisedAct): Promise<Answer> {
  switch (act.kind) {
    case 'open-session':
    case 'enter-votes':
    case 'close-session':
    case 'select-upward':
      return carryOutCouncil(turn, act)
    case 'record-decision':
    case 'announce-decision':
    case 'undo-decision':
      return carryOutDecision(turn, act)
    case 'send-nudges':
      return carryOutSending(turn, act)
  }
}
