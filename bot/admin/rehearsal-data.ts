import { ZONE } from '../../core/calendar/local-time.ts'
import type { Instant } from '../../core/calendar/local-time.ts'
import type { Official } from '../../core/official/official.ts'
import type { Reminder } from '../../core/reminder/reminder.ts'
import type { RehearsalSummary } from '../../core/reminder/rehearsal/summarize-rehearsal.ts'
import type { Rehearsal } from '../../core/reminder/rehearsal/rehearse-campaigns.ts'

/** A rehearsal for a program: moments in Vietnam's own time with its offset, officials by their roster code. */
export function rehearsalData(rehearsal: Rehearsal, summary: RehearsalSummary): object {
  const { from, to, messages, missed, posts } = rehearsal
  return {
    from: from.toString(),
    to: to.toString(),
    total: messages.length,
    messages: messages.map(({ at, official, channel, text, reminders }) => ({
      at: momentOf(at),
      ...personOf(official),
      channel,
      kind: kindOf(reminders),
      why: reminders.map(reasonOf),
      text,
    })),
    missed: missed.map(({ at, official, reminders }) => ({
      at: momentOf(at),
      ...personOf(official),
      channel: null,
      kind: kindOf(reminders),
      why: reminders.map(reasonOf),
    })),
    groups: posts.map(({ at, group, channel, occasion, text }) => ({
      ...{ at: momentOf(at), group: group.number, cluster: group.cluster ?? null },
      ...{ channel, why: occasion, text },
    })),
    people: summary.people.map(({ official, messages: count }) => ({
      ...personOf(official),
      messages: count,
    })),
    days: summary.days.map(({ on, messages: count, overBudget }) => ({
      on: on.toString(),
      messages: count,
      overBudget,
    })),
    collisions: summary.collisions.map(({ at, official, duties }) => ({
      at: momentOf(at),
      ...personOf(official),
      duties,
    })),
    silent: summary.silent.map(({ official, missed: count }) => ({
      ...personOf(official),
      phone: official.phone ?? null,
      missed: count,
    })),
  }
}

function momentOf(at: Instant): string {
  return at.toString({ timeZone: ZONE, smallestUnit: 'second' })
}

function kindOf(reminders: readonly Reminder[]): 'reminder' | 'digest' {
  return reminders.length > 0 ? 'reminder' : 'digest'
}

function personOf({ code, name, unitCode }: Official) {
  return { official: code, name, unit: unitCode }
}

function reasonOf({ duty, stage, reason }: Reminder) {
  return { deadline: duty.deadline.id, unit: duty.unitCode, stage, reason }
}
