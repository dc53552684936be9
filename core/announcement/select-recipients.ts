import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { Audience } from './audience.ts'
import { belongsTo } from './audience.ts'

export type Selected = {
  /** In protocol order of their units. */
  readonly recipients: readonly Official[]
  /** How many belong to the audience and have muted such notices. */
  readonly muted: number
}

/** Who of a campaign belongs to an audience now; of an optional notice, who has not muted those. */
export async function selectRecipients(
  tx: Transaction,
  campaignId: string,
  { audience, optional }: { audience: Audience; optional: boolean },
): Promise<Selected> {
  const units = new Map((await tx.units.list(campaignId)).map((unit) => [unit.code, unit]))
  const owing = await owingUnits(tx, audience)
  const meant = (await tx.officials.list({ campaignId })).filter((official) => {
    const unit = units.get(official.unitCode)
    return unit !== undefined && belongsTo(audience, official, unit, owing)
  })
  if (!optional) return { recipients: meant, muted: 0 }
  const muted = await tx.announcements.listMuted(meant.map(({ id }) => id))
  const recipients = meant.filter(({ id }) => !muted.has(id))
  return { recipients, muted: meant.length - recipients.length }
}

/** The units whose duty is open, where the audience asks for that. */
export async function owingUnits(
  tx: Transaction,
  { owing }: Audience,
): Promise<ReadonlySet<string> | undefined> {
  if (owing === undefined) return undefined
  return new Set((await tx.duties.progress(owing)).openUnits)
}
