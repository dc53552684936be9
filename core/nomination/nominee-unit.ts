import type { LocalDate } from '../calendar/local-time.ts'
import type { Unit } from '../unit/unit.ts'
import { validOn } from '../unit/unit.ts'
import { nomineeKey } from './likeness.ts'
import type { Nomination } from './nomination.ts'

/**
 * The unit that a nominated collective is, by any of its names. Where an old and a new unit share the
 * name, the one that exists on the day. A body within a unit that is gone went with it, so that unit is
 * given ("Hội Phụ nữ xã Mai Sao"); undefined for a person, and for any other collective that is no unit.
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
  return named.find((unit) => validOn(unit, on)) ?? named[0] ?? goneAround(key, units, on)
}

/**
 * A collective's name with its marks and capitals, where it is a unit by any of its names; otherwise as
 * it was written: "xa mai sao" → "Xã Mai Sao", "ubnd xa mai sao" → "UBND xã Mai Sao".
 */
export function writtenNomineeName(
  nominee: Pick<Nomination, 'nomineeKind' | 'nomineeName'>,
  units: readonly Unit[],
  on: LocalDate,
): string {
  const key = nomineeKey(nominee.nomineeName)
  const unit = nomineeUnit(nominee, units, on)
  const isWhole =
    unit && [unit.name, unit.fullName, ...unit.aliases].some((name) => nomineeKey(name) === key)
  if (!isWhole) return nominee.nomineeName
  const name = nomineeKey(unit.fullName) === key ? unit.fullName : unit.name
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)
}

/** The unit within which a collective is by its name, where that unit exists no more. */
function goneAround(key: string, units: readonly Unit[], on: LocalDate): Unit | undefined {
  const around = units.filter(({ name }) => key.endsWith(` ${nomineeKey(name)}`))
  return around.some((unit) => validOn(unit, on)) ? undefined : around[0]
}
