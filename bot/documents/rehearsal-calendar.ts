import ical from 'ical-generator'
import type { Rehearsal } from '../../core/reminder/rehearsal/rehearse-campaigns.ts'
import type { RehearsedMessage } from '../../core/reminder/rehearsal/rehearsal-stores.ts'
import { sayRehearsalTitle, sayWhy } from '../texts/rehearsal.ts'

const MINUTES = 15

/**
 * A rehearsal as a calendar file (RFC 5545): one entry for each moment at which messages would leave,
 * in UTC, with whom they reach and why.
 */
export function rehearsalCalendar(rehearsal: Rehearsal): string {
  const calendar = ical({
    name: sayRehearsalTitle(rehearsal),
    prodId: { company: 'thi-dua-bot', product: 'rehearsal', language: 'VI' },
  })
  for (const [moment, messages] of byMoment(rehearsal.messages)) {
    const start = new Date(moment)
    calendar.createEvent({
      id: `rehearsal-${moment}`,
      start,
      end: new Date(moment + MINUTES * 60_000),
      stamp: start,
      summary: `${messages.length} tin nhắc`,
      description: messages
        .map(
          ({ official, reminders }) => `${official.name} (${official.code}): ${sayWhy(reminders)}`,
        )
        .join('\n'),
    })
  }
  return calendar.toString()
}

function byMoment(
  messages: readonly RehearsedMessage[],
): ReadonlyMap<number, readonly RehearsedMessage[]> {
  const moments = new Map<number, RehearsedMessage[]>()
  for (const message of messages) {
    const at = message.at.epochMilliseconds
    const others = moments.get(at)
    if (others) others.push(message)
    else moments.set(at, [message])
  }
  return moments
}
