import type { Finding } from '../rules.ts'
import * as appraisal from './appraisal-gates.ts'
import * as decision from './decision-gates.ts'
import type { GateName } from './gate-name.ts'
import type { Gate, GateFacts } from './gate.ts'
import * as list from './list-gates.ts'
import * as unit from './unit-gates.ts'

const GATES: Readonly<Record<GateName, Gate>> = {
  complete: unit.complete,
  'unit-valid': unit.unitValid,
  'nominee-kind': unit.nomineeKind,
  evidence: unit.evidence,
  'discipline-declared': unit.disciplineDeclared,
  'in-window': unit.inWindow,
  'dossier-noted': unit.dossierNoted,
  'points-answered': unit.pointsAnswered,
  'one-achievement': appraisal.oneAchievement,
  duplicates: appraisal.duplicates,
  'appraiser-independent': appraisal.appraiserIndependent,
  'dossier-complete': appraisal.dossierComplete,
  checklist: appraisal.checklist,
  points: appraisal.points,
  grounds: appraisal.grounds,
  'hold-category': appraisal.holdCategory,
  'not-told': appraisal.notTold,
  'council-passed': decision.councilPassed,
  'list-agrees': decision.listAgrees,
  'selected-upward': decision.selectedUpward,
  'continues-upward': decision.continuesUpward,
  quota: list.quota,
  'direct-workers': list.directWorkers,
  ceremony: list.ceremony,
  'decision-number': decision.decisionNumber,
  'signer-in-office': decision.signerInOffice,
}

/** What all these gates find, each asked once. */
export function ask(names: readonly GateName[], facts: GateFacts): readonly Finding[] {
  return [...new Set(names)].flatMap((name) => GATES[name](facts))
}
