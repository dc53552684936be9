import { localDateOf } from '../../core/calendar/local-time.ts'
import { openQuestions } from '../../core/conversation/ask.ts'
import type { Identity, InboundEvent } from '../../core/delivery/channel.ts'
import { findInviteCode } from '../../core/official/invite-code.ts'
import type { Linked } from '../../core/official/official-store.ts'
import { reviseReport } from '../../core/report/revise-report.ts'
import { fold } from '../language/fold.ts'
import { understand } from '../language/understand.ts'
import type { Intent } from '../language/understanding.ts'
import { INTENTS } from '../language/understanding.ts'
import { STRANGER } from '../texts/account.ts'
import { BUTTON_EXPIRED, KEPT_VOICE, UNREADABLE } from '../texts/help.ts'
import { sayRevision } from '../texts/reports.ts'
import { keepEvidence } from './evidence.ts'
import { hearGroup } from './groups.ts'
import { actOn, carryOut } from './intents.ts'
import { askToSubmit } from './nominating.ts'
import type { Again } from './questions.ts'
import { answerChoice, answerWords, askWhich, leadBack, readAnswer } from './questions.ts'
import { readingContext } from './reading-context.ts'
import { answerStranger, register, unregister } from './registering.ts'
import { contentOf, report } from './reporting.ts'
import type { Answer, Spoken, Turn } from './turn.ts'
import { explainWithheld } from './withheld.ts'

type EventOf<K extends InboundEvent['kind']> = Extract<InboundEvent, { kind: K }>

/** "Sai người": whoever got somebody else's code frees the account by one word. */
const WRONG_PERSON = /^(?:sai nguoi|nham nguoi|khong phai toi|toi khong phai)(?!\p{L})/u

/** "Trình HS-001": a draft that was put off is taken up again. */
const SUBMIT_DRAFT = /^(?:xin )?trinh(?: ho so)? hs/u

/** Decides what to say and do about one event of a chat. All it changes, it changes in the turn's transaction. */
export async function converse(turn: Turn): Promise<Answer> {
  const { event } = turn
  switch (event.kind) {
    case 'reachability':
      return noteReachability(turn, event)
    case 'moved':
      await turn.tx.accounts.move(event.conversation.address, event.to)
      return { what: 'moved' }
    case 'opaque':
      return tellUnreadable(turn, event)
    case 'withheld':
      return explainWithheld(turn, event)
    case 'edit':
      return hearEdit(turn, event)
    case 'choice':
      return hearChoice(turn, event)
    case 'text':
    case 'media':
      if (event.conversation.kind === 'group') return hearGroup(turn, event)
      return event.kind === 'text' ? hearText(turn, event) : hearMedia(turn, event)
  }
}

async function noteReachability(turn: Turn, event: EventOf<'reachability'>): Promise<Answer> {
  const reason = event.reachable ? undefined : (event.reason ?? 'blocked')
  await turn.tx.accounts.setReachability(event.conversation.address, reason)
  return { what: event.reachable ? 'reachable' : 'unreachable' }
}

async function hearText(turn: Turn, event: EventOf<'text'>): Promise<Answer> {
  const { text, startPayload, from, messageRef } = event
  const linked = await findLinked(turn, from)
  if (!linked) return answerStranger(turn, from, startPayload ?? text)
  const code = findInviteCode(startPayload ?? text)
  const isCode = startPayload !== undefined || text.trim().length <= 40
  if (code !== undefined && isCode) return register(turn, from, code)
  if (WRONG_PERSON.test(fold(text).trim())) return unregister(turn, linked)
  return hearOfficial(await listen(turn, linked, { text, messageRef }))
}

/** The account's official, who thereby was seen and can be reached. */
async function findLinked({ tx }: Turn, from: Identity): Promise<Linked | undefined> {
  const linked = await tx.officials.findByAccount(from.userKey)
  if (linked) await tx.accounts.touch(linked.account.id, tx.now)
  return linked
}

/** Reads a message in the light of who wrote it and of the campaign. */
async function listen(
  turn: Turn,
  linked: Linked,
  message: { text: string; messageRef: string },
): Promise<Spoken> {
  const { tx, event } = turn
  const { official } = linked
  const unit = await tx.units.get(official.unitCode)
  const loaded = await tx.campaigns.findForUnit(unit.code, localDateOf(tx.now))
  const context = await readingContext(tx, loaded?.campaign, official.roles)
  return {
    ...turn,
    linked,
    official,
    unit,
    campaign: loaded?.campaign,
    text: message.text,
    understood: understand(message.text, context),
    sourceRef: `${event.conversation.address}:${message.messageRef}`,
  }
}

async function hearOfficial(turn: Spoken): Promise<Answer> {
  const reading = readAnswer(turn)
  switch (reading.kind) {
    case 'which':
      return askWhich(reading.questions)
    case 'choice':
      return answerChoice(turn, reading.question, reading.option, underReading(turn))
    case 'words':
      if (turn.understood.intent === 'cancel' && turn.understood.sure)
        return { ...(await actOn(turn)), answered: reading.question }
      return answerWords(turn, reading.question)
    case 'none':
      if (SUBMIT_DRAFT.test(fold(turn.text).trim())) return askToSubmit(turn)
      return withLeadBack(turn, await actOn(turn))
  }
}

function withLeadBack(turn: Spoken, answer: Answer): Answer {
  const back = answer.ask ? undefined : leadBack(turn)
  if (back === undefined || answer.text === undefined) return answer
  return { ...answer, text: `${answer.text}\n${back}` }
}

/** The person has said which reading of an earlier message is meant. */
function underReading(turn: Spoken): Again {
  return async (seq, key) => {
    const { event } = await turn.tx.inbox.get(seq)
    const intent: Intent = INTENTS.find((known) => known === key) ?? 'unknown'
    if (event.kind !== 'text') return carryOut(turn, 'unknown')
    return carryOut(await listen(turn, turn.linked, event), intent)
  }
}

async function hearMedia(turn: Turn, event: EventOf<'media'>): Promise<Answer> {
  const linked = await findLinked(turn, event.from)
  if (!linked) return { what: 'stranger', text: STRANGER }
  const kept = await keepEvidence(turn, linked, event)
  if (event.caption === undefined) return event.media === 'voice' ? adviseToType(kept) : kept
  const spoken = await listen(turn, linked, { text: event.caption, messageRef: event.messageRef })
  if (spoken.understood.intent !== 'submit_report') return kept
  return report(withOpenQuestion(spoken, kept))
}

function adviseToType(kept: Answer): Answer {
  return kept.text === undefined ? kept : { ...kept, text: `${kept.text}\n${KEPT_VOICE}` }
}

/** A photo whose caption is a report belongs to that report, which is about to be made. */
function withOpenQuestion(turn: Spoken, { ask }: Answer): Spoken {
  if (!ask) return turn
  const question = { id: 'caption', ...ask, askedAt: turn.tx.now.toString() }
  return { ...turn, state: { ...turn.state, questions: [...turn.state.questions, question] } }
}

/** An edited message corrects the report that was made of it; any other edit changes nothing. */
async function hearEdit(turn: Turn, event: EventOf<'edit'>): Promise<Answer> {
  const linked = await findLinked(turn, event.from)
  if (!linked || event.conversation.kind === 'group') return { what: 'edit-ignored' }
  const { official } = linked
  const spoken = await listen(turn, linked, event)
  const target = await turn.tx.reports.findBySource(spoken.sourceRef)
  if (target?.state !== 'submitted' || target.officialId !== official.id)
    return { what: 'edit-ignored' }
  const content = contentOf(spoken.understood)
  const change = { official, report: target, content, why: 'edited' } as const
  const { before, after } = await reviseReport(turn.tx, change)
  return { what: `edited:${after.code}`, text: sayRevision(before, after) }
}

/** A pressed button counts for its own question only, and only for the person who was asked. */
async function hearChoice(turn: Turn, event: EventOf<'choice'>): Promise<Answer> {
  const linked = await findLinked(turn, event.from)
  const open = openQuestions(turn.state, turn.tx.now)
  const question = open.find(({ id }) => id === event.setId)
  const option = question?.options[event.optionIndex]
  if (!linked || !question || !option || event.conversation.kind === 'group')
    return { what: 'choice-expired', toast: BUTTON_EXPIRED }
  const spoken = await listen(turn, linked, { text: option.label, messageRef: event.eventId })
  return answerChoice(spoken, question, option, underReading(spoken))
}

/** Content the platform hid is explained to a known sender, once a day at most. */
function tellUnreadable(turn: Turn, event: EventOf<'opaque'>): Answer {
  const today = localDateOf(turn.tx.now).toString()
  const told = turn.state.toldUnreadableOn === today
  if (told || event.from === undefined || event.conversation.kind === 'group')
    return { what: 'unreadable' }
  return { what: 'unreadable', text: UNREADABLE, state: { toldUnreadableOn: today } }
}
