export const ROLES = [
  'contact',
  'head',
  'appraiser',
  'secretary',
  'member',
  'signer',
  'propagation',
  'admin',
  'viewer',
] as const

/** contact: the unit's official; head: the unit's head; appraiser: the office that runs the campaign; secretary, member: the council. */
export type Role = (typeof ROLES)[number]
