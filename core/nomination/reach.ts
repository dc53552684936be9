import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import type { Role } from '../official/role.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Nomination } from './nomination.ts'

const UNIT_ROLES: ReadonlySet<Role> = new Set<Role>(['contact', 'head'])
/** Those of the campaign's office and its council; a member of the council sees what is on the agenda. */
const OFFICE_ROLES: ReadonlySet<Role> = new Set<Role>(['appraiser', 'secretary', 'signer', 'admin'])
const PUBLIC_ROLES: ReadonlySet<Role> = new Set<Role>(['propagation'])

/**
 * Whether the official's unit put the nomination forward, or took the place of the unit that did.
 */
export async function isOfOwnUnit(
  tx: Transaction,
  { unitCode }: Official,
  nomination: Pick<Nomination, 'unitCode'>,
): Promise<boolean> {
  if (unitCode === nomination.unitCode) return true
  return (await tx.units.line(unitCode)).includes(nomination.unitCode)
}

/**
 * The roles in which an official stands towards a nomination: none for an official of another unit.
 * Those of the office of a campaign work on what came in the campaigns before it, too.
 */
export async function rolesTowards(
  tx: Transaction,
  official: Official,
  nomination: Nomination,
): Promise<readonly Role[]> {
  const own = await isOfOwnUnit(tx, official, nomination)
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  const line = loaded ? await tx.campaigns.line(loaded.campaign.id) : []
  const office = line.includes(nomination.campaignId) && nomination.submittedAt !== undefined
  const open = nomination.state === 'notified'
  return official.roles.filter(
    (role) =>
      (own && UNIT_ROLES.has(role)) ||
      (office && OFFICE_ROLES.has(role)) ||
      (office && open && PUBLIC_ROLES.has(role)),
  )
}

/**
 * A nomination the official may see, by its code: one of the own unit, or any that has left its unit
 * for those who work on it. Another unit's is refused in the same words as one that does not exist.
 */
export async function findVisibleNomination(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<Nomination>> {
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const nomination = await tx.nominations.findByCode(loaded.campaign.id, code)
  if (!nomination) return refuse({ reason: 'nomination-not-found', code })
  const visible =
    (await isOfOwnUnit(tx, official, nomination)) ||
    (await rolesTowards(tx, official, nomination)).length > 0
  return visible ? accept(nomination) : refuse({ reason: 'nomination-not-found', code })
}
