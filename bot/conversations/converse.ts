import { localDateOf } from '../../core/calendar/local-time.ts'
import { openQuestions } from '../../core/conversation/ask.ts'
import type { Identity, InboundEvent } from '../../core/delivery/channel.ts'
import { findInviteCode } from '../../core/official/invite-code.ts'
import type { Linked } from '../../core/official/official-store.ts'
import { fold } from '../language/writing/fold.ts'
import { saysDone } from '../language/reports/report-pieces.ts'
import { understand } from '../language/understand.ts'
import type { Intent, Understanding } from '../language/understanding.ts'
import { INTENTS } from '../language/understanding.ts'
import { BUTTON_EXPIRED } from '../texts/help.ts'
import { sayTo } from '../texts/people.ts'
import { askNotices } from './notices/announcing.ts'
import { applyEdit } from './reporting/correcting.ts'
import { hearCard } from './papers/cards.ts'
import { hearCouncil } from './council/council.ts'
import { hearDataErrand } from './account/data-rights.ts'
import { hearDecision } from './council/deciding.ts'
import { hearDesk } from './office/desk.ts'
import { hearDossier } from './nominations/dossier-talk.ts'
import { backToDraft, dropDraft } from './reporting/drafting.ts'
import { answerEvidence, keepEvidence } from './reporting/evidence.ts'
import { withFormerNames } from './units/former-names.ts'
import { hearGroup } from './groups.ts'
import { actOn, answerSeveral, carryOut } from './intents.ts'
import { askKept } from './office/kept.ts'
import { handOver } from './misunderstanding.ts'
import { askToSubmit } from './nominations/nominating.ts'
import { hearCalendar } from './notices/propagating.ts'
import {
  answerChoice,
  answerWords,
  askWhich,
  leadBack,
  readAnswer,
  sayAwaited,
} from './questions.ts'
import { forget, hearPin } from './pin/pin.ts'
import { readReports } from './reporting/reading-reports.ts'
import { hearPhotoDrop, takeNoticePhoto } from './notices/notice-photos.ts'
import { hearPraise } from './notices/praising.ts'
import { readingContext } from './reading-context.ts'
import { answerStranger, register, unregister } from './account/registering.ts'
import { beginWithFragment, goOnWithReport, report } from './reporting/reporting.ts'
import { takeScan } from './council/scanning.ts'
import { takePhotos } from './nominations/supplementing.ts'
import type { Again, Answer, Spoken, Turn } from './turn.ts'
import { hearPlanErrand, unitPlan } from './duties/unit-plans.ts'
import { adviseToType, sticker, tellUnreadable } from './unreadable.ts'
import { explainWithheld, withHiddenNumbers } from './withheld.ts'

type EventOf<K extends InboundEvent['kind']> = Extract<InboundEvent, { kind: K }>

/** "Sai người": whoever got somebody else's code frees the account by one word. */
const WRONG_PERSON = /^(?:sai nguoi|nham nguoi|khong phai toi|toi khong phai)(?!\p{L})/u

/** "Trình HS-001": a draft that was put off is taken up again. */
const SUBMIT_DRAFT = /^(?:xin )?trinh(?: ho so)? hs/u

/** Decides what to say and do about one event of a chat. All it changes, it changes in the turn's transaction. */
export async function converse(turn: Turn): Promise<Answer> {
  return withHiddenNumbers(turn, await hear(turn))
}

async function hear(turn: Turn): Promise<Answer> {
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
      if (turn.entries.length > 1 || event.kind === 'media') return hearTogether(turn, event.from)
      return hearText(turn, event)
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
  return hearOfficial(await listen(turn, linked, [{ messageRef, text }]))
}

/** The account's official, who thereby was seen and can be reached. */
async function findLinked({ tx }: Turn, from: Identity): Promise<Linked | undefined> {
  const linked = await tx.officials.findByAccount(from.userKey)
  if (linked) await tx.accounts.touch(linked.account.id, tx.now)
  return linked
}

type Said = { readonly messageRef: string; readonly text: string }

/** Reads what was said in the light of who wrote it and of the campaign. */
async function listen(turn: Turn, linked: Linked, said: readonly Said[]): Promise<Spoken> {
  const { tx, event } = turn
  const { official } = linked
  const unit = await tx.units.get(official.unitCode)
  const loaded = await tx.campaigns.findForUnit(unit.code, localDateOf(tx.now))
  const context = await readingContext(tx, loaded?.campaign, official.roles)
  const text = said.map((one) => one.text).join('\n')
  const read = (words: string): Understanding => understand(words, context)
  const answers = event.kind === 'text' ? event.answers : undefined
  return {
    ...turn,
    linked,
    official,
    unit,
    campaign: loaded?.campaign,
    text,
    understood: answers === undefined ? read(text) : understand(text, { ...context, answers }),
    read,
    messages: said.map((one) => ({
      ref: `${event.conversation.address}:${one.messageRef}`,
      text: one.text,
    })),
  }
}

/** Each takes what is plainly its own, whatever question is open; in this order. */
const ERRANDS = [
  hearPin,
  hearCouncil,
  hearDecision,
  hearDataErrand,
  hearCard,
  hearPraise,
  hearPhotoDrop,
  hearCalendar,
  hearDossier,
]

async function hearErrand(turn: Spoken): Promise<Answer | undefined> {
  for (const hear of ERRANDS) {
    const answer = await hear(turn)
    if (answer) return answer
  }
  return undefined
}

async function hearOfficial(turn: Spoken): Promise<Answer> {
  return addressed(turn.linked, await withFormerNames(turn, await answerOfficial(turn)))
}

/** In the word of address that the person chose. */
function addressed({ official }: Linked, answer: Answer): Answer {
  if (answer.text === undefined || answer.verbatim) return answer
  return { ...answer, text: sayTo(official, answer.text) }
}

async function answerOfficial(turn: Spoken): Promise<Answer> {
  const errand = await hearErrand(turn)
  if (errand) return errand
  const plan = (await hearPlanErrand(turn)) ?? (await hearPlanAmidDraft(turn))
  if (plan) return withLeadBack(turn, plan)
  const reading = readAnswer(turn)
  switch (reading.kind) {
    case 'which':
      // The digit may have been meant for a ballot.
      if (reading.questions.some(({ topic }) => topic.kind === 'vote')) await forget(turn)
      return askWhich(reading.questions)
    case 'choice':
      return answerChoice(turn, reading.question, reading.option, underReading(turn))
    case 'words':
      if (turn.understood.intent === 'cancel' && turn.understood.sure)
        return reading.question.topic.kind === 'report-gap'
          ? dropDraft(reading.question)
          : { ...(await actOn(turn)), answered: reading.question }
      return answerWords(turn, reading.question)
    case 'none':
      return hearAnew(turn)
  }
}

/** A plan told by its number while a report is being written is not what the report lacks. */
async function hearPlanAmidDraft(turn: Spoken): Promise<Answer | undefined> {
  const isPlan = turn.state.draft && tellsPlan(turn) && turn.understood.paper !== undefined
  return isPlan ? unitPlan(turn) : undefined
}

/** A message that answers nothing that is open. */
async function hearAnew(turn: Spoken): Promise<Answer> {
  if (SUBMIT_DRAFT.test(fold(turn.text).trim())) return askToSubmit(turn)
  const read = (await readReports(turn)) ?? (await hearDesk(turn))
  if (read) return withLeadBack(turn, read)
  const kept = askKept(turn)
  if (kept) return kept
  const noticed = await askNotices(turn)
  if (noticed) return noticed
  const wentOn = await goOnWithReport(turn)
  if (wentOn) return wentOn
  const answer = beginWithFragment(turn) ?? (await answerSeveral(turn)) ?? (await actOn(turn))
  return withLeadBack(turn, answer)
}

/** After an aside one line leads back; a draft whose question another had pushed aside is asked on. */
function withLeadBack(turn: Spoken, answer: Answer): Answer {
  if (answer.ask || answer.text === undefined || answer.state?.draft === null) return answer
  const draft = backToDraft(turn)
  const awaited = answer.what === 'not-understood' ? sayAwaited(turn) : undefined
  const back = draft?.text ?? awaited ?? leadBack(turn)
  if (back === undefined) return answer
  return { ...answer, text: `${answer.text}\n${back}`, ...(draft ? { ask: draft.ask } : {}) }
}

/** The person has said which reading of an earlier message is meant. */
function underReading(turn: Spoken): Again {
  return async (seq, key) => {
    const { event } = await turn.tx.inbox.get(seq)
    const intent: Intent = INTENTS.find((known) => known === key) ?? 'unknown'
    if (event.kind !== 'text') return handOver(turn, seq)
    const spoken = await listen(turn, turn.linked, [event])
    return intent === 'unknown' ? handOver(turn, seq) : carryOut(spoken, intent)
  }
}

/** Fragments that belong together, a photo, an album with its line: one answer. */
async function hearTogether(turn: Turn, from: Identity): Promise<Answer> {
  const events = turn.entries.map(({ event }) => event)
  const sent = events.filter((event) => event.kind === 'media')
  const said = events.flatMap(wordsOf)
  const linked = await findLinked(turn, from)
  if (!linked) return answerStranger(turn, from, said.map(({ text }) => text).join(' '))
  return addressed(linked, await hearMedia(turn, linked, { sent, said }))
}

async function hearMedia(
  turn: Turn,
  linked: Linked,
  { sent, said }: { sent: readonly EventOf<'media'>[]; said: readonly Said[] },
): Promise<Answer> {
  const kept = await keepEvidence(turn, linked, sent)
  const spoken = said.length > 0 ? await listen(turn, linked, said) : undefined
  if (spoken && kept.ids.length === 0) return sent.length > 0 ? sticker(turn) : hearOfficial(spoken)
  const photos = { ...kept, caption: spoken?.text ?? '' }
  const filed = (await takeScan(turn, linked, photos)) ?? (await takePhotos(turn, linked, photos))
  if (filed) return filed
  const noticed = await takeNoticePhoto(turn, linked, { kept, spoken })
  if (noticed) return noticed
  if (spoken && tellsPlan(spoken)) return unitPlan(spoken, kept.ids)
  if (spoken && tellsReport(spoken)) return report(spoken, kept.ids)
  if (kept.ids.length === 0) return sticker(turn)
  const answer = await answerEvidence(turn, linked, kept)
  return kept.kind === 'voice' ? adviseToType(answer) : answer
}

function wordsOf(event: InboundEvent): readonly Said[] {
  if (event.kind === 'text') return saysDone(event.text) ? [] : [event]
  if (event.kind !== 'media' || event.caption === undefined) return []
  return [{ messageRef: event.messageRef, text: event.caption }]
}

function tellsPlan({ understood }: Spoken): boolean {
  return understood.sure && understood.intent === 'unit_plan' && !understood.question
}

function tellsReport({ understood }: Spoken): boolean {
  return understood.intent === 'submit_report' && !understood.question
}

/** An edited message corrects the report that was made of it; any other edit changes nothing. */
async function hearEdit(turn: Turn, event: EventOf<'edit'>): Promise<Answer> {
  const linked = await findLinked(turn, event.from)
  if (!linked) return { what: 'edit-ignored' }
  const answer = addressed(linked, await applyEdit(await listen(turn, linked, [event])))
  // It may be a PIN or a vote that was mistyped.
  if (answer.what === 'edit-ignored') await forget(turn)
  return answer
}

/** A pressed button counts for its own question only, and only for the person who was asked. */
async function hearChoice(turn: Turn, event: EventOf<'choice'>): Promise<Answer> {
  const linked = await findLinked(turn, event.from)
  const open = openQuestions(turn.state, turn.tx.now)
  const question = open.find(({ id }) => id === event.setId)
  const option = question?.options[event.optionIndex]
  if (!linked || !question || !option || event.conversation.kind === 'group')
    return { what: 'choice-expired', toast: BUTTON_EXPIRED }
  const spoken = await listen(turn, linked, [{ text: option.label, messageRef: event.eventId }])
  return addressed(linked, await answerChoice(spoken, question, option, underReading(spoken)))
}
