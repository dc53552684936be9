import type { Instant, LocalDate } from '../../calendar/local-time.ts'
import { localDateOf } from '../../calendar/local-time.ts'
import type { ChannelName } from '../../delivery/channel.ts'
import type { Official } from '../../official/official.ts'
import type { RehearsedMessage } from './rehearsal-stores.ts'
import type { Rehearsal } from './rehearse-campaigns.ts'

/** Messages that a channel carries in a month; absent where nothing bounds it. */
export type Budgets = Readonly<Partial<Record<ChannelName, number>>>

export type RehearsedDay = {
  readonly on: LocalDate
  readonly messages: number
  /** Channels whose budget of the month is used up by the end of the day. */
  readonly overBudget: readonly ChannelName[]
}

/** Several duties of one person that fall due together and go out as one message. */
export type Collision = {
  readonly at: Instant
  readonly official: Official
  readonly duties: number
}

export type RehearsalSummary = {
  readonly people: readonly { readonly official: Official; readonly messages: number }[]
  readonly days: readonly RehearsedDay[]
  readonly collisions: readonly Collision[]
  /** Who would receive nothing, and how many messages are missed thereby: no chat of theirs can be reached. */
  readonly silent: readonly { readonly official: Official; readonly missed: number }[]
}

/** What a rehearsal comes to: for each person, each day, and where it does not go as it should. */
export function summarizeRehearsal(rehearsal: Rehearsal, budgets: Budgets): RehearsalSummary {
  const { messages, missed, posts } = rehearsal
  const people = countBy(messages)
  return {
    people: people.map(({ official, count }) => ({ official, messages: count })),
    days: daysOf([...messages, ...posts].sort(byTime), budgets),
    collisions: messages.flatMap(({ at, official, reminders }) => {
      const duties = new Set(reminders.map(({ duty: { deadline } }) => deadline.id)).size
      return duties > 1 ? [{ at, official, duties }] : []
    }),
    silent: countBy(missed).map(({ official, count }) => ({ official, missed: count })),
  }
}

function countBy(
  all: readonly { readonly official: Official }[],
): readonly { official: Official; count: number }[] {
  const counts = new Map<string, { official: Official; count: number }>()
  for (const { official } of all) {
    const count = (counts.get(official.id)?.count ?? 0) + 1
    counts.set(official.id, { official, count })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

type Sent = Pick<RehearsedMessage, 'at' | 'channel'>

function byTime(a: Sent, b: Sent): number {
  return a.at.epochMilliseconds - b.at.epochMilliseconds
}

function daysOf(messages: readonly Sent[], budgets: Budgets): RehearsedDay[] {
  const days = new Map<string, { on: LocalDate; messages: number; overBudget: ChannelName[] }>()
  const used = new Map<string, number>()
  for (const { at, channel } of messages) {
    const on = localDateOf(at)
    const month = `${channel} ${on.toPlainYearMonth().toString()}`
    used.set(month, (used.get(month) ?? 0) + 1)
    const day = days.get(on.toString()) ?? { on, messages: 0, overBudget: [] }
    day.messages += 1
    const isOver = (used.get(month) ?? 0) > (budgets[channel] ?? Infinity)
    if (isOver && !day.overBudget.includes(channel)) day.overBudget.push(channel)
    days.set(on.toString(), day)
  }
  return [...days.values()]
}
