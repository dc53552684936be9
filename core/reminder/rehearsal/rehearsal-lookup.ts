import type { LocalDate } from '../../calendar/local-time.ts'
import type { Deadline } from '../../duty/deadline.ts'
import type { RehearsalState } from './rehearsal-state.ts'

/** What the key stands for; a rehearsal that asks for what its state does not have is broken. */
export function known<T>(all: ReadonlyMap<string, T>, key: string): T {
  const found = all.get(key)
  if (!found) throw new Error(`the rehearsal does not know ${key}`)
  return found
}

/** A campaign's deadlines from that day on, earliest first. */
export function deadlinesFrom(
  { duties }: RehearsalState,
  campaignId: string,
  from: LocalDate,
): readonly Deadline[] {
  const all = new Map(duties.map(({ deadline }) => [deadline.id, deadline]))
  return [...all.values()]
    .filter((one) => one.campaignId === campaignId && one.dueOn.toString() >= from.toString())
    .sort((a, b) => a.dueAt.epochMilliseconds - b.dueAt.epochMilliseconds)
}
