import { NOMINATION_ACTIONS } from '../../../core/nomination/nomination-action.ts'
import { NOMINATION_STATES } from '../../../core/nomination/nomination.ts'
import type { RuleId } from '../../../core/nomination/rules.ts'
import { RULES } from '../../../core/nomination/rules.ts'
import { TRANSITIONS } from '../../../core/nomination/transitions.ts'
import type { Action, Refusal } from '../../../core/refusal.ts'
import type { Longest } from './longest.ts'

const ACTIONS = {
  report: 0,
  nominate: 0,
  endorse: 0,
  'see-progress': 0,
  appraise: 0,
  announce: 0,
  chase: 0,
  'answer-kept': 0,
  'answer-data-request': 0,
  'link-group': 0,
  'run-council': 0,
  vote: 0,
  decide: 0,
  'set-pin': 0,
} as const satisfies Record<Action, 0>

const NUMBER = '1128/QĐ-UBND'
const ACT = 'Nghị quyết 1672/NQ-UBTVQH15 năm 2025'

/** Each refusal, as it is made; one without does not compile. */
export const REFUSALS: {
  readonly [R in Refusal['reason']]: (
    longest: Longest,
  ) => readonly Extract<Refusal, { reason: R }>[]
} = {
  'not-praiseworthy': () => [{ reason: 'not-praiseworthy', code: 'HS-012' }],
  'nobody-to-consent': () => [{ reason: 'nobody-to-consent', code: 'HS-012' }],
  'no-photo-to-show': () => [{ reason: 'no-photo-to-show', code: 'HS-012' }],
  'nothing-to-stop': () => [{ reason: 'nothing-to-stop', code: 'TB-012' }],
  'not-appointed': () => [{ reason: 'not-appointed', code: 'TB-012' }],
  'photo-lost': () => [{ reason: 'photo-lost', code: 'TB-012' }],
  'photo-without-consent': () => [{ reason: 'photo-without-consent', code: 'HS-012' }],
  'praise-not-found': () => [{ reason: 'praise-not-found', code: 'NG-012' }],
  'praise-answered': () => [{ reason: 'praise-answered', code: 'NG-012' }],
  'consent-missing': () => [{ reason: 'consent-missing', code: 'NG-012' }],
  'no-notes': () => [{ reason: 'no-notes' }],
  'nothing-to-approve': () => [{ reason: 'nothing-to-approve' }],
  'no-report-due': () => [{ reason: 'no-report-due' }],
  'nobody-to-thank': () => [{ reason: 'nobody-to-thank' }],
  'data-request-not-found': () => [{ reason: 'data-request-not-found', code: 'YC-012' }],
  'data-request-settled': () => [{ reason: 'data-request-settled', code: 'YC-012' }],
  'data-request-open': () => [{ reason: 'data-request-open', code: 'YC-012' }],
  'own-data-request': () => [{ reason: 'own-data-request', code: 'YC-012' }],
  'refusal-reason-missing': () => [{ reason: 'refusal-reason-missing', code: 'YC-012' }],
  'erasure-waits': () => [{ reason: 'erasure-waits', codes: ['HS-012', 'HS-013'] }],
  'invite-unknown': () => [{ reason: 'invite-unknown' }],
  'invite-expired': () => [{ reason: 'invite-expired' }],
  'invite-used': () => [{ reason: 'invite-used' }],
  'too-many-attempts': () => [{ reason: 'too-many-attempts', minutes: 60 }],
  'account-taken': ({ official: { name } }) => [{ reason: 'account-taken', name }],
  'bot-full': () => [
    { reason: 'bot-full', channel: 'zalo', users: 50, elsewhere: [] },
    {
      reason: 'bot-full',
      channel: 'zalo',
      users: 50,
      elsewhere: [{ channel: 'telegram', link: 'https://t.me/thi_dua_bot' }],
    },
  ],
  'other-bot': () => [
    { reason: 'other-bot', channel: 'zalo', link: 'https://zalo.me/7000000000000000002' },
    { reason: 'other-bot', channel: 'zalo' },
  ],
  'nothing-to-undo': () => [{ reason: 'nothing-to-undo' }],
  'no-campaign': () => [{ reason: 'no-campaign' }],
  'campaign-not-started': () => [{ reason: 'campaign-not-started', startsOn: '2025-10-25' }],
  'campaign-ended': () => [{ reason: 'campaign-ended', endedOn: '2025-12-31' }],
  'not-allowed': () =>
    (Object.keys(ACTIONS) as Action[]).map((action) => ({ reason: 'not-allowed', action })),
  'report-not-found': () => [
    { reason: 'report-not-found' },
    { reason: 'report-not-found', code: 'BC-10412' },
  ],
  'report-withdrawn': () => [{ reason: 'report-withdrawn', code: 'BC-10412' }],
  'figure-not-found': () => [
    { reason: 'figure-not-found', code: 'BC-10412' },
    { reason: 'figure-not-found', code: 'BC-10412', quantity: 20 },
  ],
  'figure-ambiguous': ({ report: { content } }) => [
    {
      reason: 'figure-ambiguous',
      code: 'BC-10412',
      candidates: content.items.map((figure, index) => ({ figure, item: index + 1 })),
    },
  ],
  'report-locked': () => [{ reason: 'report-locked', code: 'BC-10412' }],
  'kept-not-found': () => [{ reason: 'kept-not-found', code: 'T-1024' }],
  'person-unreachable': ({ official: { name } }) => [{ reason: 'person-unreachable', name }],
  'no-earlier-version': () => [{ reason: 'no-earlier-version', code: 'BC-10412' }],
  'nomination-not-found': () => [
    { reason: 'nomination-not-found' },
    { reason: 'nomination-not-found', code: 'HS-1024' },
  ],
  'nomination-incomplete': () => [{ reason: 'nomination-incomplete', code: 'HS-1024' }],
  'nomination-not-now': () =>
    NOMINATION_STATES.flatMap((state) =>
      NOMINATION_ACTIONS.map((action) => ({
        reason: 'nomination-not-now',
        code: 'HS-1024',
        state,
        action,
      })),
    ),
  'nomination-not-yours': () =>
    TRANSITIONS.map(({ from, action }) => ({
      reason: 'nomination-not-yours',
      code: 'HS-1024',
      state: from,
      action,
    })),
  'no-such-criterion': () => [
    { reason: 'no-such-criterion', code: 'HS-1024', count: 3 },
    { reason: 'no-such-criterion', code: 'HS-1024', count: 0 },
  ],
  'no-such-point': () => [{ reason: 'no-such-point', code: 'HS-1024', count: 3 }],
  'nomination-blocked': () =>
    ruleIds().map((rule) => ({
      reason: 'nomination-blocked',
      code: 'HS-1024',
      action: 'submit',
      on: '2025-10-24',
      findings: [{ rule, about: aboutOf(rule) }],
    })),
  'nothing-to-transfer': () => [{ reason: 'nothing-to-transfer', code: 'HS-1024' }],
  'no-open-award': () => [{ reason: 'no-open-award' }],
  'unit-closed': ({ unit }) => [
    { reason: 'unit-closed', unit: unit.fullName, on: '2025-06-30' },
    {
      reason: 'unit-closed',
      unit: unit.name,
      on: '2025-10-20',
      ended: { since: '2025-07-01', source: ACT, confirmed: false, successor: unit.name },
    },
    {
      reason: 'unit-closed',
      unit: unit.name,
      on: '2025-07-20',
      ended: { since: '2025-07-01', source: ACT, confirmed: true },
    },
  ],
  'report-inherited': ({ unit }) => [
    { reason: 'report-inherited', code: 'BC-10287', unit: unit.name },
  ],
  'no-head': () => [{ reason: 'no-head', code: 'HS-1024' }],
  'announcement-not-found': () => [
    { reason: 'announcement-not-found', code: 'TB-003' },
    { reason: 'announcement-not-found' },
  ],
  'nobody-in-audience': () => [{ reason: 'nobody-in-audience' }],
  'nobody-received-it': () => [{ reason: 'nobody-received-it', code: 'TB-003' }],
  'nobody-silent': () => [{ reason: 'nobody-silent', code: 'TB-003' }],
  'releaser-is-drafter': () => [{ reason: 'releaser-is-drafter' }],
  'no-second-releaser': () => [{ reason: 'no-second-releaser', above: 100 }],
  'pin-not-set': () => [{ reason: 'pin-not-set' }],
  'pin-wrong': () => [{ reason: 'pin-wrong', left: 4 }],
  'pin-locked': () => [{ reason: 'pin-locked', minutes: 60 }],
  'pin-code-missing': () => [{ reason: 'pin-code-missing' }],
  'pin-weak': () => [{ reason: 'pin-weak' }],
  'session-open': () => [{ reason: 'session-open', heldOn: '2025-12-04' }],
  'no-session': () => [{ reason: 'no-session' }],
  'no-members': () => [{ reason: 'no-members' }],
  'agenda-empty': () => [{ reason: 'agenda-empty' }],
  'not-on-agenda': () => [{ reason: 'not-on-agenda', code: 'HS-1024' }],
  recused: () => [{ reason: 'recused', code: 'HS-1024' }],
  'too-many-votes': () => [{ reason: 'too-many-votes', code: 'HS-1024', most: 11 }],
  'no-quorum': () => [{ reason: 'no-quorum', code: 'HS-1024' }],
  'no-award-above': () => [{ reason: 'no-award-above', code: 'HS-1024' }],
  'decision-exists': () => [{ reason: 'decision-exists', number: NUMBER }],
  'decision-not-found': () => [{ reason: 'decision-not-found', number: NUMBER }],
  'decision-to-come': () => [{ reason: 'decision-to-come', number: NUMBER }],
  'decision-announced': () => [{ reason: 'decision-announced', number: NUMBER }],
  'announcement-moved-on': () => [{ reason: 'announcement-moved-on' }],
  'invite-in-group': () => [{ reason: 'invite-in-group' }],
  'group-code-in-private': () => [{ reason: 'group-code-in-private' }],
  'cluster-unknown': ({ units }) => [
    { reason: 'cluster-unknown', known: [] },
    { reason: 'cluster-unknown', known: [...new Set(units.flatMap((unit) => unit.groups))] },
  ],
  'address-unknown': () => [{ reason: 'address-unknown' }],
  'group-not-linked': () => [{ reason: 'group-not-linked' }],
  'group-not-found': () => [{ reason: 'group-not-found', number: 1024 }],
  'nothing-owed': () => [{ reason: 'nothing-owed' }],
  'moment-passed': () => [{ reason: 'moment-passed' }],
  'promise-too-far': () => [{ reason: 'promise-too-far' }],
  'already-reported': () => [{ reason: 'already-reported', period: '2025-10' }],
  'extension-not-later': () => [{ reason: 'extension-not-later', dueOn: '2025-10-25' }],
  'no-unit-plan': ({ unit }) => [
    { reason: 'no-unit-plan' },
    { reason: 'no-unit-plan', unit: unit.name },
  ],
  'other-units-plan': ({ unit }) => [{ reason: 'other-units-plan', unit: unit.name }],
  'unit-plan-not-found': ({ unit }) => [{ reason: 'unit-plan-not-found', unit: unit.name }],
  'plan-day-ahead': () => [{ reason: 'plan-day-ahead', on: '2025-10-25' }],
  'office-unreachable': () => [{ reason: 'office-unreachable' }],
  'leave-over': () => [{ reason: 'leave-over' }],
  'not-away': () => [{ reason: 'not-away' }],
  'deputy-elsewhere': () => [{ reason: 'deputy-elsewhere' }],
  'deputy-away': ({ official: { name } }) => [{ reason: 'deputy-away', name }],
  'successor-unreachable': ({ official: { name } }) => [{ reason: 'successor-unreachable', name }],
}

/** As much as any rule has to say of what it found. */
export function aboutOf(rule: RuleId): readonly string[] {
  if (rule === 'unit-not-valid') return ['thị trấn Đồng Mỏ', '2025-07-01', ACT, 'unchecked']
  if (rule === 'signer-not-in-office') return ['2025-06-30', ACT]
  if (rule === 'over-quota')
    return ['collective', '3', '12', 'Kế hoạch số 112/KH-UBND, mục IV.2', 'unchecked']
  if (rule === 'ceremony-missed') return ['2025-12-18', '2025-12-01', '21', 'unchecked']
  return ['letter', 'report', 'minutes', 'BC-10287']
}

export function ruleIds(): readonly RuleId[] {
  return Object.keys(RULES) as RuleId[]
}
