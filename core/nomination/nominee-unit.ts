import type { LocalDate } from '../calendar/local-time.ts'
import type { Unit } from '../unit/unit.ts'
import { validOn } from '../unit/unit.ts'
import { nomineeKey } from './likeness.ts'
import type { Nomination } from './nomination.ts'

/**
 * The unit that a nominated collective is, by any of its names. Where an old and a new unit share the
 * name, the one that exists on the day; undefined for a person, and for a collective that is no unit.
 */
export function nomineeUnit(
  { nomineeKind, nomineeName }: Pick<Nomination, 'nomineeKind' | 'nomineeName'>,
  units: readonly Unit[],
  on: LocalDate,
): Unit | undefined {
  if (nomineeKind !== 'collective' || nomineeName === '') return undefined
  const key = nomineeKey(nomineeName)
  const named = units.filter(({ name, fullName, aliases }) =>
    [name, fullName, ...aliases].some((known) => nomineeKey(known) === key),
  )
  return named.find((unit) => validOn(unit, on)) ?? named[0]
}
