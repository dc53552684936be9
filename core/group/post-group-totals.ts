import { localDateOf } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { queueMessage } from '../delivery/queue-message.ts'
import { mayWriteUnasked } from '../reminder/sending-hours.ts'
import type { ChatGroup } from './group.ts'
import type { Occasion } from './group-occasion.ts'
import { occasionAt } from './group-occasion.ts'
import type { GroupWork } from './group-work.ts'
import { summarizeForGroup } from './group-totals.ts'

/** A deadline is looked back at for as long as days off may lie behind it. */
const LOOK_BACK = { days: 21 }

/**
 * Tells every linked group that wants it the totals of the occasion, in office hours, each occasion
 * once. Gives the number of groups that were told.
 */
export async function postGroupTotals(tx: GroupWork): Promise<number> {
  const calendar = await tx.calendars.load()
  if (!mayWriteUnasked(calendar, tx.now)) return 0
  let told = 0
  for (const { campaign } of await tx.campaigns.list()) {
    const groups = (await tx.groups.list(campaign.id)).filter(isOpen)
    const occasion = groups.length > 0 && (await occasionOf(tx, campaign.id, calendar))
    if (!occasion) continue
    for (const group of groups) if (await tell(tx, group, occasion)) told += 1
  }
  return told
}

function isOpen({ postsTotals, unreachable }: ChatGroup): boolean {
  return postsTotals && unreachable === undefined
}

async function occasionOf(
  tx: GroupWork,
  campaignId: string,
  calendar: WorkingCalendar,
): Promise<Occasion | undefined> {
  const from = localDateOf(tx.now).subtract(LOOK_BACK)
  return occasionAt(await tx.duties.listDeadlines(campaignId, from), calendar, tx.now)
}

async function tell(tx: GroupWork, group: ChatGroup, occasion: Occasion): Promise<boolean> {
  const totals = await summarizeForGroup(tx, group, occasion.deadline)
  if (!totals || !(await tx.groups.notePost(group.id, occasion.id, tx.now))) return false
  const { channel, address } = group
  const message = tx.voice.phraseForGroup({ kind: 'group-totals', totals })
  const because = { cause: 'notice', causeId: group.id } as const
  return (await queueMessage(tx, { channel, address }, message, because)) !== undefined
}
