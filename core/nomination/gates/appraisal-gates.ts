import { checklistOf } from '../../appraisal/checklist.ts'
import { missingParts } from '../../dossier/dossier.ts'
import { nomineeKey } from '../likeness.ts'
import type { NominationState } from '../nomination.ts'
import { stands } from '../nomination.ts'
import { found, NOTHING_FOUND } from '../rules.ts'
import type { Gate } from './gate.ts'

const DECIDED: ReadonlySet<NominationState> = new Set<NominationState>([
  'decided',
  'notified',
  'announced',
  'awarded',
  'archived',
])

/** One achievement, one award: neither beside another nomination for it, nor after a decision on it. */
export const oneAchievement: Gate = ({ nomination, alike }) => {
  const same = alike.filter(({ nomination: other, sameName }) => sameName && stands(other))
  const open = same.filter(
    ({ nomination: other }) =>
      other.awardId === nomination.awardId &&
      other.unitCode === nomination.unitCode &&
      other.campaignId === nomination.campaignId &&
      other.state !== 'draft',
  )
  const awarded = same.filter(
    ({ nomination: other, sameAchievement }) => sameAchievement && DECIDED.has(other.state),
  )
  return [
    ...open.flatMap(({ nomination: other }) => found('same-award-open', other.code)),
    ...awarded.flatMap(({ nomination: other }) => found('achievement-awarded', other.code)),
  ]
}

/** Shown side by side and left to people: namesakes of other units, and texts that are nearly the same. */
export const duplicates: Gate = ({ alike }) =>
  alike
    .filter(({ nomination }) => stands(nomination))
    .flatMap(({ nomination, sameName }) =>
      found(sameName ? 'namesake' : 'near-copy', nomination.code),
    )

export const appraiserIndependent: Gate = ({ nomination, actor, heir }) => {
  const self =
    nomination.nomineeKind === 'individual' &&
    heir.code === actor.unitCode &&
    nomineeKey(nomination.nomineeName) === nomineeKey(actor.name)
  return self ? found('appraiser-is-nominee') : NOTHING_FOUND
}

/** Only here does a missing part stand in the way. */
export const dossierComplete: Gate = ({ dossier }) => {
  const missing = missingParts(dossier)
  return missing.length > 0 ? found('dossier-incomplete', ...missing) : NOTHING_FOUND
}

/** A criterion that the appraiser has marked as not met. The plan asks for one of them or more: it warns. */
export const checklist: Gate = ({ nomination, campaign, checks }) =>
  checklistOf(nomination, campaign, checks)
    .filter(({ check }) => check?.met === false)
    .flatMap(({ number }) => found('criterion-unmet', String(number)))

export const points: Gate = ({ note }) =>
  (note.points ?? []).length === 0 ? found('points-missing') : NOTHING_FOUND

/** A reason in the officer's own words. */
export const grounds: Gate = ({ note }) =>
  (note.grounds ?? '').trim() === '' ? found('grounds-missing') : NOTHING_FOUND

export const holdCategory: Gate = ({ note }) =>
  note.holdCategory === undefined ? found('category-missing') : NOTHING_FOUND

/** What the unit has been told is not taken back by a click. */
export const notTold: Gate = ({ nomination }) =>
  nomination.resultToldAt === undefined ? NOTHING_FOUND : found('already-told')
