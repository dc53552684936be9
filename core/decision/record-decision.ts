import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { likenessOf } from '../nomination/likeness.ts'
import { unitsAround } from '../nomination/gather-facts.ts'
import type { DecisionFacts } from '../nomination/gates/gate.ts'
import { closedUnit } from '../nomination/gates/unit-gates.ts'
import type { MoveCommand } from '../nomination/move-nomination.ts'
import { judgeMove, moveNomination } from '../nomination/move-nomination.ts'
import type { Nomination } from '../nomination/nomination.ts'
import { nomineeUnit } from '../nomination/nominee-unit.ts'
import { findVisibleNomination } from '../nomination/reach.ts'
import type { Finding } from '../nomination/rules.ts'
import { found, foundClosed } from '../nomination/rules.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import { validOn } from '../unit/unit.ts'
import type { Decision } from './decision.ts'
import { endedOffice, heldOffice, sameNumber } from './decision.ts'

export type SignedDecision = {
  readonly number: string
  /** In Vietnam. */
  readonly signedOn: LocalDate
  readonly signer: string
  /** Codes of the nominations it names. */
  readonly codes: readonly string[]
}

export type CheckedDecision = {
  readonly campaign: Campaign
  readonly nominations: readonly Nomination[]
  /** Whether the office has named who signs; else nobody could check the signer's name. */
  readonly signerKnown: boolean
}

/**
 * Whether a signed decision can be recorded as it is, before anything is. Refuses everybody but the
 * office, a number that is taken, a day to come, a signer or a unit that was not there on that day, and
 * a nomination that is not at its signature or whose achievement was awarded.
 */
export async function checkDecision(
  tx: Transaction,
  official: Official,
  signed: SignedDecision,
): Promise<Outcome<CheckedDecision>> {
  if (!may(official, 'decide')) return refuse({ reason: 'not-allowed', action: 'decide' })
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  const known = await tx.decisions.list(campaign.id)
  const taken = known.find(({ number }) => sameNumber(number, signed.number))
  if (taken) return refuse({ reason: 'decision-exists', number: taken.number })
  if (Temporal.PlainDate.compare(signed.signedOn, localDateOf(tx.now)) > 0)
    return refuse({ reason: 'decision-to-come', number: signed.number })
  const signerKnown = (await tx.decisions.tenures(campaign.id)).length > 0
  const nominations: Nomination[] = []
  for (const code of signed.codes) {
    const nomination = await findVisibleNomination(tx, official, code)
    if (!nomination.ok) return nomination
    const ruling = await judgeOne(tx, { official, campaign, signed }, nomination.value)
    if (!ruling.ok) return ruling
    nominations.push(nomination.value)
  }
  const twice = nominations.flatMap((one, index) =>
    nominations.slice(index + 1).filter((other) => {
      const likeness = likenessOf(one, other)
      return likeness?.sameName === true && likeness.sameAchievement
    }),
  )
  const [second] = twice
  if (second) return block(second, found('achievement-awarded', second.code), signed.signedOn)
  return accept({ campaign, nominations, signerKnown })
}

type Entering = {
  readonly official: Official
  readonly campaign: Campaign
  readonly signed: SignedDecision
}

async function judgeOne(
  tx: Transaction,
  entering: Entering,
  nomination: Nomination,
): Promise<Outcome<unknown>> {
  const { campaign, signed } = entering
  const units = await unitsAround(tx, campaign.id)
  const own = await tx.units.get(nomination.unitCode)
  const heir = await tx.units.heir(own.code)
  const nominee = nomineeUnit(nomination, units, signed.signedOn)
  const facts = { nomination, unit: own, heir, on: signed.signedOn }
  const gone = closedUnit({ ...facts, ...(nominee ? { nomineeUnit: nominee } : {}) })
  if (gone) return block(nomination, foundClosed(gone), signed.signedOn)
  const linked = await linkedAward(tx, nomination)
  if (linked?.state === 'nominated-upward')
    return block(nomination, found('upward-pending', linked.code), signed.signedOn)
  if (linked) return block(nomination, found('achievement-awarded', linked.code), signed.signedOn)
  return judgeMove(tx, await commandFor(tx, entering, nomination))
}

function block({ code }: Nomination, findings: readonly Finding[], on: LocalDate): Outcome<never> {
  return refuse({
    reason: 'nomination-blocked',
    ...{ code, action: 'record-decision', on: on.toString(), findings },
  })
}

/** What a nomination's award is kept back for, or was given away by: its link at the other level. */
async function linkedAward(
  tx: Transaction,
  { id, campaignId, upwardOf }: Nomination,
): Promise<Nomination | undefined> {
  const linked = await tx.nominations.list(campaignId, { states: HOLDING, limit: 2_000 })
  const below = linked.find((other) => other.id === upwardOf && other.state !== 'nominated-upward')
  return below ?? linked.find((other) => other.upwardOf === id)
}

const HOLDING = [
  'nominated-upward',
  'decided',
  'notified',
  'announced',
  'awarded',
  'archived',
] as const

async function commandFor(
  tx: Transaction,
  { official, signed }: Omit<Entering, 'campaign'>,
  nomination: Nomination,
): Promise<MoveCommand> {
  const { number, signedOn } = signed
  return {
    official,
    nominationId: nomination.id,
    action: 'record-decision',
    note: { decisionNumber: number },
    decision: { number, signedOn, ...(await officeOfSigner(tx, nomination, signed)) },
  }
}

type OfficeOfSigner = Pick<DecisionFacts, 'signerInOffice' | 'officeEnded'>

/**
 * Whether the signer held that office on the day. Where the office has named who signs, the name must be
 * among them; where it has not, the bodies that put decisions before their signer must have existed. An
 * office of an earlier campaign that has ended signs nothing after its last day.
 */
async function officeOfSigner(
  tx: Transaction,
  { campaignId }: Nomination,
  { signer, signedOn }: SignedDecision,
): Promise<OfficeOfSigner> {
  const [own = campaignId, ...before] = await tx.campaigns.line(campaignId)
  const tenures = await tx.decisions.tenures(own)
  if (heldOffice(tenures, signer, signedOn)) return { signerInOffice: true }
  const earlier = await Promise.all(before.map((id) => tx.decisions.tenures(id)))
  const ended = endedOffice([...tenures, ...earlier.flat()], signer, signedOn)
  if (ended) return { signerInOffice: false, officeEnded: ended }
  return { signerInOffice: tenures.length === 0 && (await officeExisted(tx, own, signedOn)) }
}

async function officeExisted(
  tx: Transaction,
  campaignId: string,
  signedOn: LocalDate,
): Promise<boolean> {
  const { campaign } = await tx.campaigns.get(campaignId)
  const signers = await tx.officials.list({ campaignId, role: 'signer' })
  const codes = new Set([campaign.office.unit, ...signers.map(({ unitCode }) => unitCode)])
  for (const code of codes) if (!validOn(await tx.units.get(code), signedOn)) return false
  return true
}

/**
 * Records a decision that was signed on paper, with its nominations, all of them or none. Units and
 * awardees are told later, when it is announced. Refuses what `checkDecision` refuses; the caller has
 * checked the officer's PIN.
 */
export async function recordDecision(
  tx: Transaction,
  official: Official,
  signed: SignedDecision,
): Promise<Outcome<CheckedDecision>> {
  const checked = await checkDecision(tx, official, signed)
  if (!checked.ok) return checked
  const { campaign, nominations } = checked.value
  const { number, signedOn, signer } = signed
  const decision: Decision = {
    id: tx.chance.uuid(),
    campaignId: campaign.id,
    ...{ number, signedOn, signer },
    recordedBy: official.id,
    recordedAt: tx.now,
    nominationIds: nominations.map(({ id }) => id),
    scans: [],
  }
  await tx.decisions.insert(decision)
  await tx.audit.append({
    kind: 'decision-recorded',
    actor: official.id,
    subject: decision.id,
    data: { nominations: decision.nominationIds },
  })
  for (const nomination of nominations) {
    const moved = await moveNomination(tx, await commandFor(tx, { official, signed }, nomination))
    // It was judged in this transaction, which holds every one of them.
    if (!moved.ok)
      throw new Error(`a decision that was checked is refused: ${moved.refusal.reason}`)
  }
  return checked
}
