import { found, NOTHING_FOUND } from '../rules.ts'
import type { DecisionFacts, Gate } from './gate.ts'

export const councilPassed: Gate = ({ council }) =>
  council?.passed === true ? NOTHING_FOUND : found('council-not-passed')

export const listAgrees: Gate = ({ council }) =>
  council?.listAgrees === true ? NOTHING_FOUND : found('list-changed')

export const selectedUpward: Gate = ({ council }) =>
  council?.selectedUpward === true ? NOTHING_FOUND : found('not-selected')

/** What waits for the level above is taken up again, not withdrawn; its continuation there ends with that. */
export const continuesUpward: Gate = ({ nomination: { upwardOf, code } }) =>
  upwardOf === undefined ? found('waits-upward', code) : NOTHING_FOUND

export const decisionNumber: Gate = ({ note }) =>
  (note.decisionNumber ?? '').trim() === '' ? found('decision-number-missing') : NOTHING_FOUND

export const signerInOffice: Gate = ({ decision }) =>
  decision?.signerInOffice === true
    ? NOTHING_FOUND
    : found('signer-not-in-office', ...sayEnd(decision?.officeEnded))

function sayEnd(ended: DecisionFacts['officeEnded']): readonly string[] {
  if (!ended) return []
  return [ended.until.toString(), ...(ended.by === undefined ? [] : [ended.by])]
}
