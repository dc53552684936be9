import { Temporal } from 'temporal-polyfill'
import { checkCriterion, readChecklist } from '../../../core/appraisal/check-criterion.ts'
import { compareNomination } from '../../../core/appraisal/compare-nomination.ts'
import { concludeAppraisal } from '../../../core/appraisal/conclude-appraisal.ts'
import { listQueue } from '../../../core/appraisal/list-queue.ts'
import { tellResult } from '../../../core/appraisal/tell-result.ts'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import type { AppraisalAct, Topic } from '../../../core/conversation/conversation.ts'
import { addPart } from '../../../core/dossier/add-to-dossier.ts'
import { resumeLower } from '../../../core/council/resume-lower.ts'
import type { DossierPart } from '../../../core/dossier/dossier.ts'
import { missingParts, REQUIRED_PARTS } from '../../../core/dossier/dossier.ts'
import type { HoldCategory, MoveNote } from '../../../core/nomination/history.ts'
import { HOLD_CATEGORIES } from '../../../core/nomination/history.ts'
import type { Moved } from '../../../core/nomination/move-nomination.ts'
import { moveNomination } from '../../../core/nomination/move-nomination.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import { findVisibleNomination, rolesTowards } from '../../../core/nomination/reach.ts'
import { rule } from '../../../core/nomination/transitions.ts'
import { viewNomination } from '../../../core/nomination/view-nomination.ts'
import type { NominationView } from '../../../core/nomination/view.ts'
import { may } from '../../../core/permission.ts'
import type { Outcome } from '../../../core/refusal.ts'
import { dayAhead, holdCategoryNamed, readReturn } from '../../language/errands/dossier-command.ts'
import { dossierCount } from '../../language/figures/typed-count.ts'
import * as say from '../../texts/appraisal.ts'
import { sayFindings, sayParts } from '../../texts/findings.ts'
import { HOLD_NAMES } from '../../texts/nomination-words.ts'
import { sayRefusal } from '../../texts/refusals.ts'
import type { Answer, Spoken } from '../turn.ts'
import { choice, refused } from '../turn.ts'

const YES_NO = [choice('yes', 'Đúng, thực hiện'), choice('no', 'Không')]
const TELL = [choice('tell', 'Báo ngay'), choice('later', 'Để sau')]

/** What is asked back about even where one dossier was named. */
const ASKED_BACK: ReadonlySet<AppraisalAct> = new Set<AppraisalAct>([
  'find-eligible',
  'find-ineligible',
  'resume-lower',
])

type Asked = Extract<Topic, { kind: 'appraise' }>

/** "Hồ sơ chờ thẩm định": what waits for the office, most pressing first. */
export async function appraisalQueue(turn: Spoken): Promise<Answer> {
  const { tx, official, campaign } = turn
  if (!may(official, 'appraise')) return refused({ reason: 'not-allowed', action: 'appraise' })
  if (!campaign) return refused({ reason: 'no-campaign' })
  return { what: 'queue', text: say.sayQueue(await listQueue(tx, campaign)) }
}

/** A decision without a dossier's code decides nothing: an appraiser is told how to name it. */
export function askForCode(turn: Spoken): Answer {
  if (!may(turn.official, 'appraise')) return refused({ reason: 'not-allowed', action: 'appraise' })
  const { nomination: code } = turn.understood.codes
  return {
    what: 'code-asked',
    text: code === undefined ? say.ASK_CODE : say.sayExactCommands(code),
  }
}

/** A dossier on one screen, for the office. */
export async function card(turn: Spoken, nomination: Nomination): Promise<Answer> {
  const { tx, official } = turn
  const compared = await compareNomination(tx, official, nomination.id)
  if (!compared.ok) return refused(compared.refusal)
  const view = await viewNomination(tx, nomination)
  const missing = missingParts(await tx.dossiers.list(nomination.id))
  const alike = compared.value.alike.length
  return { what: 'dossier-card', text: say.sayCard(view, { missing, alike }) }
}

/** Does what an officer wants with the dossiers named, after showing exactly which and asking back. */
export async function propose(
  turn: Spoken,
  act: AppraisalAct,
  { codes, words }: { codes: readonly string[]; words: string },
): Promise<Answer> {
  const found = await findAll(turn, act, codes)
  if (!found.ok) return refused(found.refusal)
  const nominationIds = found.value.map(({ nomination }) => nomination.id)
  if (act === 'return') return proposeReturn(turn, nominationIds, words)
  if (act === 'find-ineligible' && words === '')
    return {
      what: 'grounds-asked',
      text: say.ASK_GROUNDS,
      ask: { topic: { kind: 'appraisal-words', act, nominationIds, points: [] }, options: [] },
    }
  if (act === 'hold') return proposeHold(turn, nominationIds, holdCategoryNamed(words))
  const note = act === 'find-ineligible' ? { grounds: words } : {}
  const topic = { kind: 'appraise', act, nominationIds, note } as const
  const plain = !ASKED_BACK.has(act)
  return plain && nominationIds.length === 1 ? perform(turn, topic) : askBack(turn, topic)
}

/** The dossiers, if all of them may be dealt with so; else why the first one may not. */
async function findAll(
  { tx, official }: Spoken,
  act: AppraisalAct,
  codes: readonly string[],
): Promise<Outcome<readonly NominationView[]>> {
  const views: NominationView[] = []
  for (const code of codes) {
    const found = await findVisibleNomination(tx, official, code)
    if (!found.ok) return found
    const { state } = found.value
    const roles = await rolesTowards(tx, official, found.value)
    const concluding = act === 'find-eligible' || act === 'find-ineligible'
    const early = concluding && (state === 'submitted' || state === 'received')
    const ruling = rule(early ? 'under-appraisal' : state, act, roles)
    if (!ruling.ok) {
      const reason = ruling.because === 'role' ? 'nomination-not-yours' : 'nomination-not-now'
      return { ok: false, refusal: { reason, code, state, action: act } }
    }
    views.push(await viewNomination(tx, found.value))
  }
  return { ok: true, value: views }
}

async function proposeReturn(
  turn: Spoken,
  nominationIds: readonly string[],
  words: string,
): Promise<Answer> {
  const today = localDateOf(turn.tx.now)
  const { points, dueOn } = readReturn(words, today)
  const past = dueOn && Temporal.PlainDate.compare(dueOn, today) < 0 ? dueOn : undefined
  const topic = { kind: 'appraisal-words', act: 'return', nominationIds, points } as const
  if (points.length === 0)
    return { what: 'points-asked', text: say.ASK_POINTS, ask: { topic, options: [] } }
  if (!dueOn || past)
    return { what: 'day-asked', text: say.askSupplementDay(past), ask: { topic, options: [] } }
  const asked: Asked = {
    kind: 'appraise',
    act: 'return',
    nominationIds,
    note: { points },
    dueOn: dueOn.toString(),
  }
  // Points and day were typed for one dossier that was named: nothing is left to misread.
  return nominationIds.length === 1 ? perform(turn, asked) : askBack(turn, asked)
}

async function proposeHold(
  turn: Spoken,
  nominationIds: readonly string[],
  holdCategory: HoldCategory | undefined,
): Promise<Answer> {
  if (holdCategory === undefined)
    return {
      what: 'category-asked',
      text: say.ASK_CATEGORY,
      ask: {
        topic: { kind: 'hold-category', nominationIds },
        options: HOLD_CATEGORIES.map((category) => choice(category, HOLD_NAMES[category])),
      },
    }
  return askBack(turn, { kind: 'appraise', act: 'hold', nominationIds, note: { holdCategory } })
}

/** The category was chosen by its number. */
export function chooseHold(
  turn: Spoken,
  nominationIds: readonly string[],
  key: string,
): Promise<Answer> {
  return proposeHold(
    turn,
    nominationIds,
    HOLD_CATEGORIES.find((category) => category === key),
  )
}

/** The words that were missing: grounds, points, or a day. */
export function hearWords(
  turn: Spoken,
  topic: Extract<Topic, { kind: 'appraisal-words' }>,
): Promise<Answer> {
  const { act, nominationIds, points } = topic
  if (act === 'find-ineligible') {
    const note = { grounds: turn.text.trim() }
    return askBack(turn, { kind: 'appraise', act, nominationIds, note })
  }
  if (points.length === 0) return proposeReturn(turn, nominationIds, turn.text)
  const day = dayAhead(turn.text, localDateOf(turn.tx.now))
  const numbered = points.map((point, index) => `${index + 1}) ${point}`).join('; ')
  const due = day ? `, hạn ${day.day}/${day.month}/${day.year}` : ''
  return proposeReturn(turn, nominationIds, `${numbered}${due}`)
}

async function askBack(turn: Spoken, topic: Asked): Promise<Answer> {
  const { act, nominationIds, note } = topic
  const views: NominationView[] = []
  for (const id of nominationIds)
    views.push(await viewNomination(turn.tx, await turn.tx.nominations.get(id)))
  const [only] = views
  if (only && views.length === 1)
    return {
      what: `${act}-asked`,
      text: say.sayActAsked(act, only, note.grounds),
      ask: { topic, options: YES_NO },
    }
  return {
    what: `${act}-asked`,
    text: say.sayBulkAsked(act, views, note.grounds),
    ask: { topic, options: [] },
  }
}

/** The count typed back: it must be exactly the number of dossiers shown. */
export async function confirmCount(turn: Spoken, topic: Asked): Promise<Answer> {
  const { length } = topic.nominationIds
  if (dossierCount(turn.text) !== length)
    return { what: 'bulk-dropped', text: say.sayBulkDropped(length) }
  return perform(turn, topic)
}

/** The officer has confirmed: each dossier moves by itself, and says so. */
export async function perform(turn: Spoken, topic: Asked): Promise<Answer> {
  const { act, nominationIds } = topic
  const lines: string[] = []
  const done: string[] = []
  for (const nominationId of nominationIds) {
    const outcome = await performOne(turn, nominationId, topic)
    if (outcome.ok) done.push(nominationId)
    lines.push(
      outcome.ok ? await sayOutcome(turn, act, outcome.value) : sayRefusal(outcome.refusal),
    )
  }
  const what = done.length === 0 ? `${act}-refused` : act
  if (act === 'return' && topic.dueOn !== undefined && done.length > 0) {
    const points = topic.note.points?.length ?? 0
    lines.push(say.sayReturned(points, Temporal.PlainDate.from(topic.dueOn)))
  }
  const concluded = act === 'find-eligible' || act === 'find-ineligible'
  if (!concluded || done.length === 0) return { what, text: lines.join('\n') }
  return {
    what,
    text: [...lines, say.ASK_TELL].join('\n'),
    ask: { topic: { kind: 'tell-result', nominationIds: done }, options: TELL },
  }
}

function performOne(
  { tx, official }: Spoken,
  nominationId: string,
  { act, note, dueOn }: { act: AppraisalAct; note: MoveNote; dueOn?: string },
): Promise<Outcome<Moved>> {
  if (act === 'find-eligible' || act === 'find-ineligible')
    return concludeAppraisal(tx, official, { nominationId, action: act, note })
  if (act === 'resume-lower') return resumeLower(tx, official, nominationId)
  const supplementDueOn =
    dueOn === undefined ? {} : { supplementDueOn: Temporal.PlainDate.from(dueOn) }
  return moveNomination(tx, { official, nominationId, action: act, note, ...supplementDueOn })
}

async function sayOutcome(
  { tx }: Spoken,
  act: AppraisalAct,
  { nomination, warnings }: Moved,
): Promise<string> {
  const on = localDateOf(tx.now)
  const notes = [...sayFindings(warnings, on), ...(act === 'hold' ? [say.sayHoldLaw(on)] : [])]
  return say.sayDone(act, await viewNomination(tx, nomination), notes)
}

/** "Báo kết quả HS-024": the unit hears what the appraisal came to, and it stands. */
export async function tell(turn: Spoken, nominationIds: readonly string[]): Promise<Answer> {
  const { tx, official } = turn
  const lines: string[] = []
  for (const id of nominationIds) {
    const outcome = await tellResult(tx, official, id)
    lines.push(
      outcome.ok ? `Đã báo đơn vị kết quả ${outcome.value.code}.` : sayRefusal(outcome.refusal),
    )
  }
  return { what: 'result-told', text: lines.join('\n') }
}

export async function tellByCode(turn: Spoken, codes: readonly string[]): Promise<Answer> {
  const ids: string[] = []
  for (const code of codes) {
    const found = await findVisibleNomination(turn.tx, turn.official, code)
    if (!found.ok) return refused(found.refusal)
    ids.push(found.value.id)
  }
  return tell(turn, ids)
}

/** "Tiêu chuẩn HS-024", and "HS-024 tiêu chuẩn 1 đạt". */
export async function checklist(
  turn: Spoken,
  code: string,
  check?: { criterion: number; met: boolean },
): Promise<Answer> {
  const { tx, official } = turn
  const found = await findVisibleNomination(tx, official, code)
  if (!found.ok) return refused(found.refusal)
  const nominationId = found.value.id
  const outcome = check
    ? await checkCriterion(tx, official, { nominationId, ...check })
    : await readChecklist(tx, official, nominationId)
  return outcome.ok
    ? { what: 'checklist', text: say.sayChecklist(outcome.value) }
    : refused(outcome.refusal)
}

/** "Đối chiếu HS-024". */
export async function compare(turn: Spoken, code: string): Promise<Answer> {
  const { tx, official } = turn
  const found = await findVisibleNomination(tx, official, code)
  if (!found.ok) return refused(found.refusal)
  const outcome = await compareNomination(tx, official, found.value.id)
  return outcome.ok
    ? { what: 'compared', text: say.sayComparison(outcome.value) }
    : refused(outcome.refusal)
}

/** "HS-024 bản giấy: tờ trình, biên bản": the office has the paper; without a part named, all of them. */
export async function notePaper(
  turn: Spoken,
  code: string,
  named: readonly DossierPart[],
): Promise<Answer> {
  const { tx, official } = turn
  const found = await findVisibleNomination(tx, official, code)
  if (!found.ok) return refused(found.refusal)
  const nominationId = found.value.id
  const parts = named.length > 0 ? named : REQUIRED_PARTS
  let missing: readonly DossierPart[] = []
  for (const part of parts) {
    const outcome = await addPart(tx, official, { nominationId, part, form: 'paper' })
    if (!outcome.ok) return refused(outcome.refusal)
    missing = outcome.value.missing
  }
  const rest = missing.length === 0 ? 'Giấy tờ đã đủ.' : `Còn thiếu: ${sayParts(missing)}.`
  return { what: 'paper-noted', text: `Đã ghi nhận bản giấy ${code}: ${sayParts(parts)}. ${rest}` }
}
