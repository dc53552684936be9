import type { Deadline } from '../duty/deadline.ts'
import type { Unit } from '../unit/unit.ts'
import type { ChatGroup, GroupTotals } from './group.ts'
import { counts } from './group.ts'
import type { GroupWork } from './group-work.ts'

/** Counts for a group; undefined where no unit of its cluster owes that report. */
export async function summarizeForGroup(
  tx: Pick<GroupWork, 'campaigns' | 'units' | 'duties'>,
  { campaignId, cluster }: Pick<ChatGroup, 'campaignId' | 'cluster'>,
  deadline: Deadline,
): Promise<GroupTotals | undefined> {
  const { campaign } = await tx.campaigns.get(campaignId)
  const units = new Map((await tx.units.list(campaignId)).map((unit) => [unit.code, unit]))
  const within = cluster === undefined ? {} : { cluster }
  const counted = (codes: readonly string[]): readonly Unit[] =>
    codes.flatMap((code) => {
      const unit = units.get(code)
      return unit && counts(within, unit) ? [unit] : []
    })
  const { openUnits, doneUnits } = await tx.duties.progress(deadline.id)
  const done = counted(doneUnits)
  const total = done.length + counted(openUnits).length
  return total === 0 ? undefined : { campaign, deadline, ...within, total, done }
}
