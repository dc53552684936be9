import { deadlinesOf } from '../duty/deadline.ts'
import { moveDeadline } from '../duty/move-deadline.ts'
import type { Transaction } from '../ports.ts'
import type { Unit } from '../unit/unit.ts'
import type { Campaign } from './campaign.ts'

/**
 * Takes over a campaign from its plan file. Loading it again replaces the plan and keeps its units and
 * everything that happened; a day that it moves is told to whoever was told the old one.
 */
export async function loadCampaign(tx: Transaction, campaign: Campaign): Promise<void> {
  await tx.campaigns.save(campaign, tx.now)
  await openDuties(tx, campaign.id)
  await tx.audit.append({ kind: 'campaign-loaded', subject: campaign.id, data: {} })
}

/** Takes over the units that take part in a campaign: new ones are added, known ones brought up to date. */
export async function loadUnits(
  tx: Transaction,
  campaignId: string,
  units: readonly Unit[],
): Promise<{ added: number; updated: number }> {
  const counts = await tx.units.save(units)
  await tx.campaigns.join(
    campaignId,
    units.map((unit) => unit.code),
  )
  await openDuties(tx, campaignId)
  await tx.audit.append({ kind: 'units-loaded', subject: campaignId, data: counts })
  return counts
}

/** Opens what is new, and moves what the plan now says another day for. Another campaign's are not its to open. */
async function openDuties(tx: Transaction, campaignId: string): Promise<void> {
  const { campaign, trackedFrom, superseded } = await tx.campaigns.get(campaignId)
  if (superseded) return
  const planned = deadlinesOf(campaign, trackedFrom, await tx.calendars.load())
  await tx.duties.open(campaignId, planned)
  for (const { id, dueOn, dueAt } of planned) {
    const kept = await tx.duties.findDeadline(id)
    if (kept && !kept.dueAt.equals(dueAt)) await moveDeadline(tx, kept, { dueOn, dueAt })
  }
}
