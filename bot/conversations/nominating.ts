import type { NomineeKind } from '../../core/campaign/campaign.ts'
import { draftNomination } from '../../core/nomination/draft-nomination.ts'
import {
  declineNomination,
  ENDORSEMENT_CHOICES,
  endorseNomination,
  requestEndorsement,
  withdrawNomination,
} from '../../core/nomination/move-nomination.ts'
import type { MissingField, Nomination } from '../../core/nomination/nomination.ts'
import { missingFields } from '../../core/nomination/nomination.ts'
import { findVisibleNomination } from '../../core/nomination/own-nomination.ts'
import { may } from '../../core/permission.ts'
import type { Outcome } from '../../core/refusal.ts'
import { readNominee } from '../language/nominee.ts'
import {
  askMissing,
  sayCriteria,
  sayDraft,
  sayEndorsementAsked,
  sayNominationList,
  sayNominationState,
  SUBMIT_QUESTION,
} from '../texts/nominations.ts'
import type { Answer, Spoken } from './turn.ts'
import { choice, refused } from './turn.ts'

const SUBMIT = [choice('now', 'Trình ngay'), choice('later', 'Để sau')]
const WITHDRAW = [choice('yes', 'Đúng, rút'), choice('no', 'Không')]

/** One message opens a draft; what is missing is asked for, one thing at a time. */
export async function nominate(turn: Spoken): Promise<Answer> {
  const { tx, official, text } = turn
  const nominee = readNominee(text)
  const outcome = await draftNomination(tx, { official, ...nominee })
  if (!outcome.ok) return refused(outcome.refusal)
  const { nomination, award } = outcome.value
  const head = sayDraft(nomination, award)
  return askNext(nomination, head, `nomination:${nomination.code}`)
}

/** Asks for the first missing thing; when nothing is missing, whether to submit. */
function askNext(nomination: Nomination, head: string, what: string): Answer {
  const nominationId = nomination.id
  const [field] = missingFields(nomination)
  if (field)
    return {
      what,
      text: `${head}\n${askMissing(field, nomination)}`,
      ask: { topic: { kind: 'nomination-field', nominationId, field }, options: [] },
    }
  return {
    what,
    text: `${head}\n${SUBMIT_QUESTION}`,
    ask: { topic: { kind: 'submit-nomination', nominationId }, options: SUBMIT },
  }
}

/** The answer to a question about a draft. */
export async function fillDraft(
  turn: Spoken,
  nominationId: string,
  field: MissingField,
): Promise<Answer> {
  const { tx, text } = turn
  const before = await tx.nominations.get(nominationId)
  if (before.state !== 'draft') return refused({ reason: 'nomination-moved-on', code: before.code })
  const fields =
    field === 'nominee' ? nomineeFrom(text, before.nomineeKind) : { achievement: text.trim() }
  await tx.nominations.fill(nominationId, fields)
  const nomination = await tx.nominations.get(nominationId)
  const { campaign } = await tx.campaigns.get(nomination.campaignId)
  const award = campaign.awards.find((offer) => offer.id === nomination.awardId)
  if (!award) return refused({ reason: 'no-open-award' })
  return askNext(nomination, sayDraft(nomination, award), `nomination:${nomination.code}`)
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

/** "hồ sơ đến đâu": one dossier by its code, or those of the own unit. */
export async function nominationStatus(turn: Spoken): Promise<Answer> {
  const { tx, official, understood, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const code = understood.codes.nomination
  if (code !== undefined) {
    const found = await findVisibleNomination(tx, official, code)
    if (!found.ok) return refused(found.refusal)
    return { what: 'nomination-state', text: sayNominationState(found.value, campaign) }
  }
  const nominations = await tx.nominations.list(campaign.id, { unitCode: turn.unit.code, limit: 7 })
  const [only] = nominations
  if (only && nominations.length === 1)
    return { what: 'nomination-state', text: sayNominationState(only, campaign) }
  return { what: 'nominations-listed', text: sayNominationList(nominations) }
}

/** Drafts, and what waits for the own head: the newest, or the one named. */
async function findOwn(
  turn: Spoken,
  states: readonly Nomination['state'][],
): Promise<Outcome<Nomination>> {
  const { tx, official, understood, campaign, unit } = turn
  const code = understood.codes.nomination
  if (code !== undefined) return findVisibleNomination(tx, official, code)
  const refusal = { reason: 'nomination-not-found' } as const
  if (!campaign) return { ok: false, refusal }
  const all = await tx.nominations.list(campaign.id, { unitCode: unit.code, limit: 20 })
  const found = all.find((nomination) => states.includes(nomination.state))
  return found ? { ok: true, value: found } : { ok: false, refusal }
}

/** "Trình HS-002" later: the same question as when the draft was complete. */
export async function askToSubmit(turn: Spoken): Promise<Answer> {
  const found = await findOwn(turn, ['draft'])
  if (!found.ok) return refused(found.refusal)
  const { campaign } = await turn.tx.campaigns.get(found.value.campaignId)
  if (found.value.state !== 'draft')
    return { what: 'nomination-state', text: sayNominationState(found.value, campaign) }
  const award = campaign.awards.find((offer) => offer.id === found.value.awardId)
  if (!award) return refused({ reason: 'no-open-award' })
  return askNext(found.value, sayDraft(found.value, award), `nomination:${found.value.code}`)
}

export async function submit(turn: Spoken, nominationId: string, key: string): Promise<Answer> {
  const { tx, official } = turn
  const { code } = await tx.nominations.get(nominationId)
  if (key === 'later')
    return { what: 'nomination-kept', text: `Đã giữ nháp ${code}. Khi cần, nhắn "trình ${code}".` }
  const outcome = await requestEndorsement(tx, official, nominationId)
  if (!outcome.ok) return refused(outcome.refusal)
  const { campaign } = await tx.campaigns.get(outcome.value.campaignId)
  return {
    what: `nomination-${outcome.value.state}`,
    text: sayNominationState(outcome.value, campaign),
  }
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
  const nomination = found.value
  const { campaign } = await turn.tx.campaigns.get(nomination.campaignId)
  if (nomination.state !== 'awaiting-endorsement')
    return { what: 'nomination-state', text: sayNominationState(nomination, campaign) }
  const award = campaign.awards.find((offer) => offer.id === nomination.awardId)
  return {
    what: 'endorsement-asked',
    text: sayEndorsementAsked(nomination, award?.name ?? ''),
    ask: {
      topic: { kind: 'endorse-nomination', nominationId: nomination.id },
      options: ENDORSEMENT_CHOICES,
    },
  }
}

export async function endorse(turn: Spoken, nominationId: string, key: string): Promise<Answer> {
  const { tx, official } = turn
  const decide = key === 'endorse' ? endorseNomination : declineNomination
  const outcome = await decide(tx, official, nominationId)
  if (!outcome.ok) return refused(outcome.refusal)
  const { campaign } = await tx.campaigns.get(outcome.value.campaignId)
  return {
    what: `nomination-${outcome.value.state}`,
    text: sayNominationState(outcome.value, campaign),
  }
}

/** Withdrawing wants an explicit yes. */
export async function askToWithdrawNomination(turn: Spoken): Promise<Answer> {
  const found = await findOwn(turn, ['draft', 'awaiting-endorsement', 'submitted'])
  if (!found.ok) return refused(found.refusal)
  const { id, code, nomineeName } = found.value
  return {
    what: 'withdrawal-asked',
    text: `Rút hồ sơ ${code}${nomineeName ? ` (${nomineeName})` : ''}?`,
    ask: { topic: { kind: 'withdraw-nomination', nominationId: id }, options: WITHDRAW },
  }
}

export async function withdrawOwnNomination(turn: Spoken, nominationId: string): Promise<Answer> {
  const outcome = await withdrawNomination(turn.tx, turn.official, nominationId)
  if (!outcome.ok) return refused(outcome.refusal)
  const { code } = outcome.value
  return { what: 'nomination-withdrawn', text: `Đã rút hồ sơ ${code}. Lịch sử hồ sơ vẫn được lưu.` }
}

export function criteria({ campaign }: Spoken): Answer {
  if (!campaign) return refused({ reason: 'no-campaign' })
  return { what: 'criteria', text: sayCriteria(campaign) }
}
