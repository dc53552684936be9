import type { Instant } from '../calendar/local-time.ts'
import { localDateOf, startOfDay } from '../calendar/local-time.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { OutboundMessage } from '../delivery/channel.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { describeReminders } from '../reminder/describe-reminders.ts'
import { MOST_UNASKED_A_DAY, nextSendingDay, sendingMoment } from '../reminder/sending-hours.ts'
import type { Unit } from '../unit/unit.ts'
import type { SilentUnit } from './standing.ts'
import { standingOf } from './list-silent-units.ts'
import { isReachable, wantsNudge } from './silence.ts'

/** A reminder that the office sends one silent unit: who gets it, the very words, and from when. */
export type Nudge = {
  readonly unit: Unit
  readonly to: Official
  readonly message: OutboundMessage
  readonly dueAt: Instant
}

export type NudgePlan = {
  readonly campaign: Campaign
  readonly deadline: Deadline
  readonly nudges: readonly Nudge[]
  /** Units that were meant and get none: nobody can read it, or something was agreed. */
  readonly left: readonly SilentUnit[]
}

/**
 * Who would be written to, what and when, if the office reminded the units of those codes, or every
 * silent one that a message may help. One person per unit: the contact, whoever stands in, else the
 * head. In sending hours; whoever has had as many messages as a day may bring, on the next working day.
 */
export async function planNudges(
  tx: Transaction,
  of: { campaign: Campaign; deadline: Deadline; unitCodes?: readonly string[] },
): Promise<NudgePlan> {
  const { campaign, deadline, unitCodes } = of
  const { silent } = await standingOf(tx, campaign, deadline)
  const meant = silent.filter(({ unit }) => unitCodes?.includes(unit.code) ?? true)
  const calendar = await tx.calendars.load()
  const nudges: Nudge[] = []
  const left: SilentUnit[] = []
  for (const one of meant) {
    const to = wantsNudge(one.silence) ? recipientOf(one) : undefined
    if (to) nudges.push(await nudgeOf(tx, { campaign, calendar, one, to }))
    else left.push(one)
  }
  return { campaign, deadline, nudges, left }
}

/** The first of the unit's people who can read it; somebody on leave hands it to the deputy. */
function recipientOf({ people }: SilentUnit): Official | undefined {
  for (const person of people) {
    if (person.away) {
      if (person.away.deputy) return person.away.deputy
      continue
    }
    if (isReachable(person)) return person.official
  }
  return undefined
}

async function nudgeOf(
  tx: Transaction,
  nudge: { campaign: Campaign; calendar: WorkingCalendar; one: SilentUnit; to: Official },
): Promise<Nudge> {
  const { campaign, calendar, one, to } = nudge
  const told = await tx.outbox.countUnasked(to.id, startOfDay(localDateOf(tx.now)))
  const line = { duty: one.duty, campaign, reason: 'nudge', reminders: [] } as const
  const around = { now: tx.now, calendar, campaigns: new Map([[campaign.id, campaign]]) }
  return {
    unit: one.unit,
    to,
    message: tx.voice.phrase(await describeReminders(tx, [line], around), to),
    dueAt:
      told < MOST_UNASKED_A_DAY
        ? sendingMoment(calendar, tx.now)
        : nextSendingDay(calendar, tx.now),
  }
}
