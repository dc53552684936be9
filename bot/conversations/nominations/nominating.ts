import type { AwardOffer, NomineeKind } from '../../../core/campaign/campaign.ts'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import { citeReports, draftNomination } from '../../../core/nomination/draft-nomination.ts'
import { endorseNomination } from '../../../core/nomination/endorse-nomination.ts'
import { moveNomination } from '../../../core/nomination/move-nomination.ts'
import type { MissingField, Nomination } from '../../../core/nomination/nomination.ts'
import { awardsFor, missingFields } from '../../../core/nomination/nomination.ts'
import { unitsAround } from '../../../core/nomination/gather-facts.ts'
import { writtenNomineeName } from '../../../core/nomination/nominee-unit.ts'
import { findVisibleNomination } from '../../../core/nomination/reach.ts'
import {
  ENDORSEMENT_CHOICES,
  requestEndorsement,
} from '../../../core/nomination/request-endorsement.ts'
import { statesFor } from '../../../core/nomination/transitions.ts'
import { viewFor } from '../../../core/nomination/view.ts'
import { viewNomination } from '../../../core/nomination/view-nomination.ts'
import { may } from '../../../core/permission.ts'
import type { Outcome } from '../../../core/refusal.ts'
import { fold } from '../../language/writing/fold.ts'
import { readAchievement, readNominee, readNomineeName } from '../../language/errands/nominee.ts'
import { sayFindings } from '../../texts/findings.ts'
import {
  askMissing,
  sayCriteria,
  sayDraft,
  sayEndorsementAsked,
  sayNominationList,
  sayNominationState,
  sayThematicNote,
  SUBMIT_QUESTION,
} from '../../texts/nominations.ts'
import type { Answer, Spoken } from '../turn.ts'
import { choice, refused } from '../turn.ts'

const SUBMIT = [choice('now', 'Trình ngay'), choice('later', 'Để sau')]
const WITHDRAW = [choice('yes', 'Đúng, rút'), choice('no', 'Không')]

/** One message opens a draft; what is missing is asked for, one thing at a time. */
export async function nominate(turn: Spoken): Promise<Answer> {
  const { tx, official, text, understood } = turn
  const form = formNamed(text)
  const outcome = await draftNomination(tx, {
    official,
    ...readNominee(text),
    figures: understood.report.items,
    ...(form ? { form } : {}),
  })
  if (!outcome.ok) return refused(outcome.refusal)
  return askNext(turn, outcome.value, upwardAward(turn, form))
}

function formNamed(text: string): AwardOffer['form'] | undefined {
  const folded = fold(text)
  if (/(?<!\p{L})bang khen(?!\p{L})/u.test(folded)) return 'bang-khen'
  return /(?<!\p{L})(?:giay khen|gk)(?!\p{L})/u.test(folded) ? 'giay-khen' : undefined
}

/** The award that was named, where only the council chooses for it. */
function upwardAward({ campaign }: Spoken, form: AwardOffer['form'] | undefined) {
  return campaign?.awards.find(
    (award) => award.form === form && award.selectedFrom !== undefined && form === 'bang-khen',
  )
}

/** Asks for the first missing thing; when nothing is missing, whether to submit. */
async function askNext(
  turn: Spoken,
  nomination: Nomination,
  namedUpward?: AwardOffer,
): Promise<Answer> {
  const { id: nominationId, code } = nomination
  const view = await viewNomination(turn.tx, nomination)
  const head = sayDraft(view, namedUpward)
  const what = `nomination:${code}`
  const [field] = missingFields(nomination)
  if (!field)
    return {
      what,
      text: `${head}\n${SUBMIT_QUESTION}`,
      ask: { topic: { kind: 'submit-nomination', nominationId }, options: SUBMIT },
    }
  const awards = awardsFor(view.campaign, nomination.nomineeKind, localDateOf(turn.tx.now))
  const options = field === 'award' ? awards.map(({ id, name }) => choice(id, name)) : []
  return {
    what,
    text: `${head}\n${askMissing(field, nomination)}`,
    ask: { topic: { kind: 'nomination-field', nominationId, field }, options },
  }
}

/** The answer in words to a question about a draft. */
export async function fillDraft(
  turn: Spoken,
  nominationId: string,
  field: MissingField,
): Promise<Answer> {
  const { tx, text, understood } = turn
  const before = await tx.nominations.get(nominationId)
  if (before.state !== 'draft') return stateOf(turn, before)
  const nominee = field === 'nominee' ? readNomineeName(text) : undefined
  if (nominee !== undefined) await fillNominee(turn, before, nominee)
  const achievement = field === 'achievement' ? readAchievement(text) : undefined
  if (achievement !== undefined)
    await tx.nominations.fill(nominationId, { achievement, figures: understood.report.items })
  const nomination = await tx.nominations.get(nominationId)
  await citeReports(tx, nomination)
  return askNext(turn, nomination)
}

async function fillNominee({ tx }: Spoken, draft: Nomination, named: string): Promise<void> {
  const { id, campaignId, nomineeKind } = draft
  const nominee = nomineeFrom(named, nomineeKind)
  const units = await unitsAround(tx, campaignId)
  const nomineeName = writtenNomineeName({ nomineeKind, ...nominee }, units, localDateOf(tx.now))
  await tx.nominations.fill(id, { ...nominee, nomineeName })
}

/** The award was chosen by its number. */
export async function chooseAward(
  turn: Spoken,
  nominationId: string,
  awardId: string,
): Promise<Answer> {
  const { tx } = turn
  const before = await tx.nominations.get(nominationId)
  if (before.state !== 'draft') return stateOf(turn, before)
  await tx.nominations.fill(nominationId, { awardId })
  return askNext(turn, { ...before, awardId })
}

function nomineeFrom(text: string, kind: NomineeKind): { nomineeName: string; position?: string } {
  if (kind === 'collective') return { nomineeName: text.trim() }
  const [name = '', ...rest] = text.trim().split(/\s*[,;–]\s*|\s+-\s+/u)
  const nomineeName = name.replace(
    /^(?:đồng chí|đ\/c|dong chi|ông|bà|anh|chị|em|ong|ba|chi)\s+/iu,
    '',
  )
  return { nomineeName, ...(rest.length > 0 ? { position: rest.join(', ') } : {}) }
}

/** Where a nomination is, as this official may know it. */
export async function stateOf(turn: Spoken, nomination: Nomination): Promise<Answer> {
  const view = viewFor(await viewNomination(turn.tx, nomination), turn.official)
  return { what: 'nomination-state', text: sayNominationState(view) }
}

/** Where it is; the head for whom it waits is asked for an opinion at once. */
export function stateOrEndorsement(turn: Spoken, nomination: Nomination): Promise<Answer> {
  const { official } = turn
  const isForHead =
    nomination.state === 'awaiting-endorsement' &&
    nomination.unitCode === official.unitCode &&
    may(official, 'endorse')
  return isForHead ? putEndorsement(turn, nomination) : stateOf(turn, nomination)
}

/** "hồ sơ đến đâu": one dossier by its code, or those of the own unit. */
export async function nominationStatus(turn: Spoken): Promise<Answer> {
  const { tx, official, understood, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const code = understood.codes.nomination
  if (code !== undefined) {
    const found = await findVisibleNomination(tx, official, code)
    return found.ok ? stateOrEndorsement(turn, found.value) : refused(found.refusal)
  }
  const nominations = await tx.nominations.list(campaign.id, { unitCode: turn.unit.code, limit: 7 })
  const [only] = nominations
  if (only && nominations.length === 1) return stateOrEndorsement(turn, only)
  const seen: Nomination[] = []
  for (const nomination of nominations)
    seen.push(viewFor(await viewNomination(tx, nomination), official).nomination)
  return { what: 'nominations-listed', text: sayNominationList(seen) }
}

/** Of the own unit, in one of those states: the newest, or the one named. */
async function findOwn(
  turn: Spoken,
  states: readonly Nomination['state'][],
): Promise<Outcome<Nomination>> {
  const { tx, official, understood, campaign, unit } = turn
  const code = understood.codes.nomination
  if (code !== undefined) return findVisibleNomination(tx, official, code)
  const refusal = { reason: 'nomination-not-found' } as const
  if (!campaign) return { ok: false, refusal }
  const [found] = await tx.nominations.list(campaign.id, { unitCode: unit.code, states, limit: 1 })
  return found ? { ok: true, value: found } : { ok: false, refusal }
}

/** "Trình HS-002" later: the same question as when the draft was complete. */
export async function askToSubmit(turn: Spoken): Promise<Answer> {
  const found = await findOwn(turn, ['draft', 'endorsed'])
  if (!found.ok) return refused(found.refusal)
  return found.value.state === 'draft' ? askNext(turn, found.value) : stateOf(turn, found.value)
}

export async function submit(turn: Spoken, nominationId: string, key: string): Promise<Answer> {
  const { tx, official } = turn
  const { code } = await tx.nominations.get(nominationId)
  if (key === 'later')
    return { what: 'nomination-kept', text: `Đã giữ nháp ${code}. Khi cần, nhắn "trình ${code}".` }
  const outcome = await requestEndorsement(tx, official, nominationId)
  if (!outcome.ok) return refused(outcome.refusal)
  const { nomination, warnings } = outcome.value
  if (may(official, 'endorse')) return putEndorsement(turn, nomination)
  const state = await stateOf(turn, nomination)
  return {
    ...state,
    what: `nomination-${nomination.state}`,
    text: withNotes(turn, state, warnings),
  }
}

/** The answer, and what ought to be known beside it. */
function withNotes(
  turn: Spoken,
  answer: Answer,
  findings: Parameters<typeof sayFindings>[0],
): string {
  const notes = sayFindings(findings, localDateOf(turn.tx.now))
  return [answer.text ?? '', ...notes.map((note) => `Lưu ý: ${note}.`)].join('\n')
}

/**
 * "Đồng ý", "duyệt", "không trình" as free words: nothing moves on words that might be misread.
 * Where a nomination waits for this head, the bot shows it and asks for the digit.
 */
export async function askToEndorse(turn: Spoken): Promise<Answer> {
  const { official } = turn
  if (!may(official, 'endorse')) return refused({ reason: 'not-allowed', action: 'endorse' })
  const found = await findOwn(turn, ['awaiting-endorsement'])
  if (!found.ok)
    return { what: 'nothing-to-endorse', text: 'Hiện không có hồ sơ nào chờ đồng chí cho ý kiến.' }
  if (found.value.state !== 'awaiting-endorsement') return stateOf(turn, found.value)
  return putEndorsement(turn, found.value)
}

async function putEndorsement(turn: Spoken, nomination: Nomination): Promise<Answer> {
  const view = await viewNomination(turn.tx, nomination)
  return {
    what: 'endorsement-asked',
    text: sayEndorsementAsked(view, localDateOf(turn.tx.now)),
    ask: {
      topic: { kind: 'endorse-nomination', nominationId: nomination.id },
      options: ENDORSEMENT_CHOICES,
    },
  }
}

export async function endorse(turn: Spoken, nominationId: string, key: string): Promise<Answer> {
  const { tx, official } = turn
  const outcome =
    key === 'endorse'
      ? await endorseNomination(tx, official, nominationId)
      : await moveNomination(tx, { official, nominationId, action: 'decline' })
  if (!outcome.ok) return refused(outcome.refusal)
  const { nomination, warnings } = outcome.value
  const answer = await stateOf(turn, nomination)
  const thematic = key === 'endorse' ? sayThematicNote(localDateOf(tx.now)) : ''
  const text = [withNotes(turn, answer, warnings), thematic].filter(Boolean).join('\n')
  return { ...answer, what: `nomination-${nomination.state}`, text }
}

/** Withdrawing wants an explicit yes. */
export async function askToWithdrawNomination(turn: Spoken): Promise<Answer> {
  const found = await findOwn(turn, statesFor('withdraw'))
  if (!found.ok) return refused(found.refusal)
  const { id, code, nomineeName } = found.value
  return {
    what: 'withdrawal-asked',
    text: `Rút hồ sơ ${code}${nomineeName ? ` (${nomineeName})` : ''}?`,
    ask: { topic: { kind: 'withdraw-nomination', nominationId: id }, options: WITHDRAW },
  }
}

export async function withdrawOwnNomination(turn: Spoken, nominationId: string): Promise<Answer> {
  const { tx, official } = turn
  const outcome = await moveNomination(tx, { official, nominationId, action: 'withdraw' })
  if (!outcome.ok) return refused(outcome.refusal)
  const { code } = outcome.value.nomination
  return {
    what: 'nomination-withdrawn',
    text: `Đã rút hồ sơ ${code}. Lịch sử hồ sơ vẫn được lưu.`,
  }
}

export function criteria({ campaign }: Spoken): Answer {
  if (!campaign) return refused({ reason: 'no-campaign' })
  return { what: 'criteria', text: sayCriteria(campaign) }
}
