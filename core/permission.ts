import type { Official } from './official/official.ts'
import type { Role } from './official/role.ts'
import type { Action } from './refusal.ts'

/** Which roles may do what. A report is anybody's right: whoever is registered may report for the own unit. */
const ROLES_FOR: Record<Action, readonly Role[] | 'everyone'> = {
  report: 'everyone',
  nominate: ['contact', 'head'],
  endorse: ['head'],
  'see-progress': ['appraiser', 'admin', 'viewer', 'signer'],
  chase: ['appraiser', 'admin'],
  appraise: ['appraiser'],
  'answer-kept': ['appraiser', 'admin'],
  'answer-data-request': ['appraiser', 'admin'],
  announce: ['propagation', 'appraiser'],
  'run-council': ['secretary'],
  vote: ['member'],
  decide: ['appraiser'],
  'set-pin': ['appraiser', 'secretary', 'signer', 'propagation', 'admin'],
  'link-group': ['appraiser', 'admin'],
}

/** Whether the official's roles allow the action. Whose unit it concerns is the use case's own question. */
export function may(official: Official, action: Action): boolean {
  const roles = ROLES_FOR[action]
  return roles === 'everyone' || official.roles.some((role) => roles.includes(role))
}
