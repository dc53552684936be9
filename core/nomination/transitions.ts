import type { Role } from '../official/role.ts'
import type { GateName } from './gates/gate-name.ts'
import type { NominationAction } from './nomination-action.ts'
import type { NominationState } from './nomination.ts'

/** Who hears of a transition, beside the one who causes it. */
export type Listener = 'author' | 'head' | 'office' | 'secretary' | 'signer'

export type Transition = {
  readonly from: NominationState
  readonly action: NominationAction
  /** contact and head act for their own unit only; all others for the campaign's office or council. */
  readonly roles: readonly Role[]
  /** `earlier`: where it was before it was returned or put on hold; its history tells. */
  readonly to: NominationState | 'earlier'
  /** What must hold before it may enter the new state; the chain's step may ask for more. */
  readonly gates: readonly GateName[]
  readonly tells: readonly Listener[]
}

const UNIT: readonly Role[] = ['contact', 'head']
const OFFICE: readonly Role[] = ['appraiser']
const HOLDERS: readonly Role[] = ['head', 'appraiser']
const COUNCIL: readonly Role[] = ['secretary']

type Row = readonly [
  action: NominationAction,
  roles: readonly Role[],
  to: Transition['to'],
  gates?: readonly GateName[],
  tells?: readonly Listener[],
]

/** What the unit, and later the appraiser, ought to know; none of it stands in the way. */
const SHOWN: readonly GateName[] = ['duplicates', 'evidence', 'quota', 'direct-workers', 'ceremony']

const WITHDRAW: Row = ['withdraw', UNIT, 'withdrawn', [], ['office']]
const HOLD: Row = ['hold', HOLDERS, 'on-hold', ['hold-category'], ['head', 'office']]
const TRANSFER: Row = ['transfer', ['admin'], 'transferred', [], ['author', 'head']]
const RETURN: Row = ['return', OFFICE, 'returned', ['points'], ['author', 'head']]
const REVOKE: Row = [
  'revoke',
  OFFICE,
  'revoked',
  ['grounds', 'decision-number'],
  ['author', 'head'],
]
const ARCHIVE: Row = ['archive', ['appraiser', 'admin'], 'archived']

/**
 * The whole way of a nomination: every action that exists in a state, who may do it, where it leads,
 * what must hold, and who is told. Whatever is not listed is refused.
 */
const TABLE: Readonly<Record<NominationState, readonly Row[]>> = {
  draft: [
    [
      'request-endorsement',
      UNIT,
      'awaiting-endorsement',
      ['complete', 'unit-valid', 'nominee-kind', 'one-achievement', ...SHOWN],
      ['head'],
    ],
    WITHDRAW,
    TRANSFER,
  ],
  'awaiting-endorsement': [
    ['endorse', ['head'], 'endorsed', ['unit-valid', 'discipline-declared']],
    ['decline', ['head'], 'draft', [], ['author']],
    HOLD,
    WITHDRAW,
    TRANSFER,
  ],
  endorsed: [
    [
      'submit',
      UNIT,
      'submitted',
      ['unit-valid', 'in-window', 'dossier-noted'],
      ['office', 'author'],
    ],
    HOLD,
    WITHDRAW,
    TRANSFER,
  ],
  submitted: [['receive', OFFICE, 'received', [], ['author']], RETURN, HOLD, WITHDRAW, TRANSFER],
  received: [
    ['appraise', OFFICE, 'under-appraisal', ['appraiser-independent', ...SHOWN]],
    RETURN,
    HOLD,
    WITHDRAW,
    TRANSFER,
  ],
  returned: [
    ['resubmit', UNIT, 'earlier', ['points-answered'], ['office']],
    HOLD,
    WITHDRAW,
    TRANSFER,
  ],
  'under-appraisal': [
    [
      'find-eligible',
      OFFICE,
      'eligible',
      ['unit-valid', 'appraiser-independent', 'dossier-complete', 'one-achievement', 'checklist'],
    ],
    ['find-ineligible', OFFICE, 'ineligible', ['appraiser-independent', 'grounds']],
    RETURN,
    HOLD,
    WITHDRAW,
    TRANSFER,
  ],
  eligible: [
    ['put-before-council', COUNCIL, 'before-council', ['unit-valid'], ['office']],
    ['reconsider', OFFICE, 'under-appraisal', ['not-told']],
    HOLD,
    WITHDRAW,
    TRANSFER,
  ],
  ineligible: [['reconsider', OFFICE, 'under-appraisal', ['not-told']], ARCHIVE],
  'on-hold': [['resume', HOLDERS, 'earlier', [], ['head', 'office']]],
  'before-council': [
    [
      'send-for-signature',
      ['appraiser', 'secretary'],
      'awaiting-signature',
      ['council-passed', 'list-agrees'],
      ['signer'],
    ],
    ['pass-over', COUNCIL, 'not-passed', ['grounds'], ['head']],
    [
      'nominate-upward',
      COUNCIL,
      'nominated-upward',
      ['council-passed', 'selected-upward'],
      ['office'],
    ],
    HOLD,
    WITHDRAW,
    TRANSFER,
  ],
  'not-passed': [ARCHIVE],
  'awaiting-signature': [
    [
      'record-decision',
      OFFICE,
      'decided',
      ['decision-number', 'signer-in-office', 'unit-valid', 'one-achievement'],
    ],
    ['send-back-to-council', COUNCIL, 'before-council', [], ['office']],
    [
      'nominate-upward',
      COUNCIL,
      'nominated-upward',
      ['council-passed', 'selected-upward'],
      ['office'],
    ],
    HOLD,
    TRANSFER,
  ],
  decided: [
    ['notify', OFFICE, 'notified'],
    ['cancel-decision-entry', OFFICE, 'awaiting-signature'],
    HOLD,
    REVOKE,
  ],
  'nominated-upward': [
    [
      'record-decision',
      OFFICE,
      'decided',
      ['decision-number', 'signer-in-office', 'one-achievement'],
    ],
    ['resume-lower', OFFICE, 'awaiting-signature', [], ['secretary']],
    ['withdraw', OFFICE, 'withdrawn', ['continues-upward']],
    REVOKE,
  ],
  notified: [['announce', ['appraiser', 'propagation'], 'announced'], REVOKE],
  announced: [['award', [...UNIT, ...OFFICE], 'awarded', [], ['author', 'office']], REVOKE],
  awarded: [ARCHIVE, REVOKE],
  archived: [REVOKE],
  withdrawn: [],
  revoked: [],
  transferred: [],
}

/** Every row of the table. */
export const TRANSITIONS: readonly Transition[] = Object.entries(TABLE).flatMap(([from, rows]) =>
  rows.map(([action, roles, to, gates = [], tells = []]) => ({
    from: from as NominationState,
    action,
    roles,
    to,
    gates,
    tells,
  })),
)

/** The transition that an action is in a state, whoever may cause it. */
export function transitionOf(
  state: NominationState,
  action: NominationAction,
): Transition | undefined {
  return TRANSITIONS.find((row) => row.from === state && row.action === action)
}

/** The states in which an action exists at all. */
export function statesFor(action: NominationAction): readonly NominationState[] {
  return TRANSITIONS.filter((row) => row.action === action).map(({ from }) => from)
}

export type Ruling =
  | { readonly ok: true; readonly transition: Transition }
  | { readonly ok: false; readonly because: 'state' | 'role' }

/**
 * Whether somebody with these roles may do that in this state. Gates come after: they need more than
 * the state. `role`: the action exists here, for others; `state`: it does not exist here.
 */
export function rule(
  state: NominationState,
  action: NominationAction,
  roles: readonly Role[],
): Ruling {
  const transition = transitionOf(state, action)
  if (!transition) return { ok: false, because: 'state' }
  if (!transition.roles.some((role) => roles.includes(role))) return { ok: false, because: 'role' }
  return { ok: true, transition }
}
