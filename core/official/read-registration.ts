import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { peopleByUnit } from '../chasing/list-silent-units.ts'
import type { Transaction } from '../ports.ts'
import type { Unit } from '../unit/unit.ts'
import { validOn } from '../unit/unit.ts'

/** Units of a campaign for which somebody has registered, and those for which nobody has; in protocol order. */
export type Registrations = {
  readonly registered: readonly Unit[]
  readonly missing: readonly Unit[]
}

/** Who of a campaign's units has registered a contact or a head by now. The caller has asked who may see it. */
export async function readRegistrations(
  tx: Transaction,
  campaign: Campaign,
): Promise<Registrations> {
  const today = localDateOf(tx.now)
  const people = await peopleByUnit(tx, campaign)
  const units = (await tx.units.list(campaign.id)).filter((unit) => validOn(unit, today))
  const isRegistered = ({ code }: Unit): boolean =>
    (people.get(code) ?? []).some(({ accounts }) => accounts.length > 0)
  return {
    registered: units.filter(isRegistered),
    missing: units.filter((unit) => !isRegistered(unit)),
  }
}
