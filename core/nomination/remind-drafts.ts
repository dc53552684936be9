import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { instantOf, startOfDay } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { workingDayOnOrBefore } from '../calendar/working-days.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { windowOf } from '../campaign/nomination-window.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Transaction } from '../ports.ts'
import { mayWriteUnasked } from '../reminder/sending-hours.ts'
import type { Nomination } from './nomination.ts'
import { viewNomination } from './view-nomination.ts'

/** Parts of the time between the first word and the end of the window. */
const PARTS = [0.5, 0.8]
const LAST_DAY_AT = Temporal.PlainTime.from('08:00')

/** The last day on which the draft can still be submitted in time. */
export function draftEndsOn(nomination: Nomination, campaign: Campaign): LocalDate {
  return windowOf(campaign, { id: nomination.awardId })?.to ?? campaign.endsOn
}

/** When a draft is reminded of: after half of its time, after four fifths, and on the last working day. */
export function draftMoments(
  createdAt: Instant,
  endsOn: LocalDate,
  calendar: WorkingCalendar,
): readonly Instant[] {
  const begin = createdAt.epochMilliseconds
  const span = startOfDay(endsOn.add({ days: 1 })).epochMilliseconds - begin
  const parts = PARTS.map((part) =>
    Temporal.Instant.fromEpochMilliseconds(Math.round(begin + span * part)),
  )
  const last = instantOf(workingDayOnOrBefore(calendar, endsOn), LAST_DAY_AT)
  return [...parts, last].sort((a, b) => Temporal.Instant.compare(a, b))
}

/**
 * Reminds the authors of drafts that wait: once for each moment that has come, and once for several that
 * came together. Writes in office hours only; a draft whose window is over, or whose campaign another has
 * superseded, is left alone. Gives how many were written to.
 */
export async function remindDrafts(tx: Transaction): Promise<number> {
  const drafts = await tx.nominations.listDrafts()
  if (drafts.length === 0) return 0
  const calendar = await tx.calendars.load()
  if (!mayWriteUnasked(calendar, tx.now)) return 0
  let written = 0
  for (const { nomination, reminded } of drafts) {
    const { campaign, superseded } = await tx.campaigns.get(nomination.campaignId)
    if (superseded) continue
    const endsOn = draftEndsOn(nomination, campaign)
    const over = Temporal.Instant.compare(tx.now, startOfDay(endsOn.add({ days: 1 }))) >= 0
    const moments = draftMoments(nomination.createdAt, endsOn, calendar)
    const passed = moments.filter((at) => Temporal.Instant.compare(at, tx.now) <= 0).length
    if (over || passed <= reminded) continue
    await tx.nominations.setDraftReminders(nomination.id, passed)
    const author = await tx.officials.get(nomination.createdBy)
    const view = await viewNomination(tx, nomination)
    const because = { cause: 'notice', causeId: nomination.id } as const
    if (await queueNotice(tx, author, { kind: 'draft-waits', view, endsOn }, because)) written += 1
  }
  return written
}
