import { localDateOf, localTimeOf } from '../../core/calendar/local-time.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Role } from '../../core/official/role.ts'
import type { Transaction } from '../../core/ports.ts'
import type { Unit } from '../../core/unit/unit.ts'
import type { Context } from '../language/understanding.ts'

/** How long a process reads messages against the units it has read last. */
const FRESH_FOR_MS = 60_000

const unitsOf = new WeakMap<Campaign, { readAtMs: number; units: readonly Unit[] }>()
const NONE: readonly never[] = []

/** What a message is read against: the day and hour in Vietnam, the campaign's contents and units, the writer's roles. */
export async function readingContext(
  tx: Transaction,
  campaign: Campaign | undefined,
  roles: readonly Role[],
): Promise<Context> {
  const today = localDateOf(tx.now)
  const time = localTimeOf(tx.now)
  if (!campaign) return { today, time, contents: NONE, units: NONE, roles }
  const nowMs = tx.now.epochMilliseconds
  const known = unitsOf.get(campaign)
  if (known && Math.abs(nowMs - known.readAtMs) < FRESH_FOR_MS)
    return { today, time, contents: campaign.contents, units: known.units, roles }
  const units = await tx.units.list(campaign.id)
  unitsOf.set(campaign, { readAtMs: nowMs, units })
  return { today, time, contents: campaign.contents, units, roles }
}
