import type { Official } from '../official/official.ts'
import type { Role } from '../official/role.ts'
import type { Unit, UnitKind } from '../unit/unit.ts'

/**
 * Whom a notice is for. What is absent narrows nothing; units, kinds and clusters together are one
 * condition, met by any of them.
 */
export type Audience = {
  readonly roles?: readonly Role[]
  readonly unitCodes?: readonly string[]
  readonly kinds?: readonly UnitKind[]
  /** Clusters by name. */
  readonly clusters?: readonly string[]
  /** Only units whose duty of that deadline is open, when it is drafted and when it leaves. */
  readonly owing?: string
  readonly except?: readonly string[]
}

/** Whether the audience holds the official of that unit. `owing`: units whose duty is open, where it asks for that. */
export function belongsTo(
  audience: Audience,
  { roles }: Pick<Official, 'roles'>,
  unit: Unit,
  owing: ReadonlySet<string> | undefined,
): boolean {
  if (audience.except?.includes(unit.code)) return false
  if (owing && !owing.has(unit.code)) return false
  if (audience.roles && !roles.some((role) => audience.roles?.includes(role))) return false
  return isAmongUnits(audience, unit)
}

function isAmongUnits({ unitCodes, kinds, clusters }: Audience, unit: Unit): boolean {
  if (!unitCodes && !kinds && !clusters) return true
  return (
    (unitCodes?.includes(unit.code) ?? false) ||
    (kinds?.includes(unit.kind) ?? false) ||
    (clusters?.some((cluster) => unit.groups.includes(cluster)) ?? false)
  )
}
