import ical from 'ical-generator'
import type { Rehearsal } from '../../core/reminder/rehearsal/rehearse-campaigns.ts'
import { sayOccasion, sayRehearsalTitle, sayWhy } from '../texts/rehearsal.ts'

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
  for (const [moment, lines] of byMoment(rehearsal)) {
    const start = new Date(moment)
    calendar.createEvent({
      id: `rehearsal-${moment}`,
      start,
      end: new Date(moment + MINUTES * 60_000),
      stamp: start,
      summary: `${lines.length} tin nhắc`,
      description: lines.join('\n'),
    })
  }
  return calendar.toString()
}

/** What leaves at each moment, a line for each message. */
function byMoment({ messages, posts }: Rehearsal): ReadonlyMap<number, readonly string[]> {
  const moments = new Map<number, string[]>()
  const add = ({ epochMilliseconds: at }: { epochMilliseconds: number }, line: string): void => {
    moments.set(at, [...(moments.get(at) ?? []), line])
  }
  for (const { at, official, reminders } of messages)
    add(at, `${official.name} (${official.code}): ${sayWhy(reminders)}`)
  for (const { at, group, occasion } of posts)
    add(at, `Nhóm ${group.number}: ${sayOccasion(occasion)}`)
  return moments
}
