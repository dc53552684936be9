import { missingParts, openPoints } from '../../dossier/dossier.ts'
import type { Unit } from '../../unit/unit.ts'
import { validOn } from '../../unit/unit.ts'
import { exceeds } from '../balance.ts'
import { pointsAsked, roundOf } from '../history.ts'
import { awardOf, missingFields, openAwards } from '../nomination.ts'
import { found, foundClosed, NOTHING_FOUND } from '../rules.ts'
import type { Gate, GateFacts } from './gate.ts'

export const complete: Gate = ({ nomination }) => {
  const missing = missingFields(nomination)
  return missing.length > 0 ? found('incomplete', ...missing) : NOTHING_FOUND
}

type UnitFacts = Pick<GateFacts, 'nomination' | 'unit' | 'heir' | 'nomineeUnit' | 'on'>

/**
 * The unit that stands in the way, since it does not exist on the day: it nominates nobody and is
 * nominated by nobody. For a person who was put forward while it did, the unit that took its place
 * answers; drafts and collectives went with it.
 */
export function closedUnit({
  nomination,
  unit,
  heir,
  nomineeUnit,
  on,
}: UnitFacts): Unit | undefined {
  const { nomineeKind, submittedAt } = nomination
  const isAnsweredFor = nomineeKind === 'individual' && submittedAt !== undefined
  const answering = isAnsweredFor && validOn(heir, on) ? heir : unit
  return [answering, ...(nomineeUnit ? [nomineeUnit] : [])].find((one) => !validOn(one, on))
}

export const unitValid: Gate = (facts) => {
  const closed = closedUnit(facts)
  return closed ? foundClosed(closed) : NOTHING_FOUND
}

export const nomineeKind: Gate = ({ nomination, campaign }) => {
  const award = awardOf(nomination, campaign)
  if (!award || award.nominees.includes(nomination.nomineeKind)) return NOTHING_FOUND
  return found('wrong-nominee-kind', award.id)
}

export const evidence: Gate = ({ cited, balance }) => [
  ...(cited.length === 0 ? found('no-evidence') : []),
  ...balance
    .filter((line) => line.codes.length > 0 && exceeds(line))
    .flatMap((line) => found('figures-differ', line.figure.label, ...line.codes)),
]

/** The head must say, with the endorsement, that no discipline stands against it. */
export const disciplineDeclared: Gate = ({ note }) =>
  note.noDiscipline === true ? NOTHING_FOUND : found('discipline-not-declared')

export const inWindow: Gate = ({ nomination, campaign, on }) => {
  const open = openAwards(campaign, on).some(({ id }) => id === nomination.awardId)
  return open ? NOTHING_FOUND : found('late')
}

/** On submitting, a gap is only named: paper may be on its way. */
export const dossierNoted: Gate = ({ dossier }) => {
  const missing = missingParts(dossier)
  return missing.length > 0 ? found('dossier-gap', ...missing) : NOTHING_FOUND
}

export const pointsAnswered: Gate = ({ dossier, moves }) => {
  const open = openPoints(dossier, { round: roundOf(moves), points: pointsAsked(moves) })
  return open.length > 0 ? found('points-open', ...open.map(String)) : NOTHING_FOUND
}
