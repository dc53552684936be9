import type { Instant, LocalDate } from '../../calendar/local-time.ts'
import { startOfDay } from '../../calendar/local-time.ts'
import type { Audience } from '../../campaign/campaign.ts'
import { ROLE_OF_AUDIENCE } from '../../campaign/campaign.ts'
import type { ChannelName } from '../../delivery/channel.ts'
import type { Duty, DutyDay } from '../../duty/duty.ts'
import { dueDayOf } from '../../duty/duty.ts'
import { isAway } from '../../official/leave.ts'
import type { GroupWork } from '../../group/group-work.ts'
import type { Official } from '../../official/official.ts'
import type { Chance, Voice } from '../../ports.ts'
import type { Reminder, ReminderReason } from '../reminder.ts'
import { isForOffice, promisedStage } from '../reminder.ts'
import type { PlannedStage } from '../reminder-store.ts'
import type { ReminderWork } from '../reminder-work.ts'
import type { RehearsedPost } from './rehearsal-groups.ts'
import type { DigestWork } from '../../chasing/chasing-work.ts'
import { rehearsalDigests } from './rehearsal-digests.ts'
import { rehearsalGroups } from './rehearsal-groups.ts'
import { known } from './rehearsal-lookup.ts'
import type { RehearsalState } from './rehearsal-state.ts'

/** A message that would go out. */
export type RehearsedMessage = {
  readonly id: string
  readonly at: Instant
  readonly official: Official
  readonly channel: ChannelName
  readonly text: string
  /** What it reminds of; of a digest, nothing. */
  readonly reminders: readonly Reminder[]
}

/** What somebody would be told, had he or she a chat that can be reached. */
export type MissedMessage = {
  readonly at: Instant
  readonly official: Official
  readonly reminders: readonly Reminder[]
}

/** What the stores of a rehearsal have been told so far. */
export type Script = {
  readonly messages: RehearsedMessage[]
  readonly missed: MissedMessage[]
  /** In the order in which they would be posted. */
  readonly posts: RehearsedPost[]
  /** Moments to which something was put off. */
  readonly putOff: Instant[]
}

type Scene = {
  readonly state: RehearsalState
  readonly people: ReadonlyMap<string, Official>
  readonly script: Script
  readonly reminders: Ledger
  /** When each unit was last reminded, by deadline. */
  readonly reminded: Map<string, Map<string, Instant>>
  /** When each person was written to. */
  readonly sentTo: Map<string, readonly Instant[]>
}

/** The stores that reminding works with, in memory: like those of the database, but nothing is kept. */
export function rehearsalStores(
  state: RehearsalState,
  { chance, voice }: { chance: Chance; voice: Voice },
): {
  script: Script
  workAt: (now: Instant) => ReminderWork
  groupWorkAt: (now: Instant) => GroupWork
  digestWorkAt: (now: Instant) => DigestWork
} {
  const people = new Map([...state.officials.values()].flat().map((one) => [one.id, one]))
  const script: Script = { messages: [], missed: [], posts: [], putOff: [] }
  const reminded = new Map([...state.reminded].map(([id, units]) => [id, new Map(units)]))
  const reminders = openLedger(state)
  const scene: Scene = { state, people, script, reminders, reminded, sentTo: new Map() }
  const whole = { ...voice, render: renderWhole }
  const fixed = {
    chance,
    voice: whole,
    calendars: { load: () => Promise.resolve(state.calendar) },
    campaigns: { list: () => Promise.resolve(state.campaigns) },
    units: { get: (code: string) => Promise.resolve(known(state.units, code)) },
    officials: { get: (id: string) => Promise.resolve(known(people, id)) },
    accounts: { findReachable: (id: string) => Promise.resolve(state.accounts.get(id)) },
    duties: {
      listDueDays: (campaignId: string, between: { from: LocalDate; to: LocalDate }) =>
        Promise.resolve(dueDays(state.duties, campaignId, between)),
    },
  }
  return {
    script,
    groupWorkAt: rehearsalGroups(state, { chance, voice: whole }, script.posts),
    digestWorkAt: rehearsalDigests(state, {
      ...{ chance, people, voice: whole, reminded: scene.reminded },
      outbox: (now) => outboxOf(scene, now),
      miss: (official, now) => script.missed.push({ at: now, official, reminders: [] }),
    }),
    workAt: (now) => ({
      ...fixed,
      now,
      reminders: remindersOf(scene, now),
      outbox: outboxOf(scene, now),
    }),
  }
}

const renderWhole: Voice['render'] = (_channel, message) => [
  { index: 0, of: 1, payload: { ...message } },
]

function dueDays(
  duties: readonly Duty[],
  campaignId: string,
  { from, to }: { from: LocalDate; to: LocalDate },
): readonly DutyDay[] {
  const days = new Map<string, DutyDay>()
  for (const { deadline, extension, doneAt } of duties) {
    if (deadline.campaignId !== campaignId || doneAt) continue
    const day: DutyDay = { deadline, ...(extension ? { extension } : {}) }
    const on = dueDayOf(day).dueOn.toString()
    if (from.toString() <= on && on <= to.toString()) days.set(`${deadline.id} ${on}`, day)
  }
  return [...days.values()]
}

function send({ script, sentTo }: Scene, message: RehearsedMessage): void {
  const { official, at } = message
  sentTo.set(official.id, [...(sentTo.get(official.id) ?? []), at])
  script.messages.push(message)
}

function outboxOf(scene: Scene, now: Instant): ReminderWork['outbox'] {
  const { state, people, sentTo } = scene
  return {
    insert: ({ id, officialId, channel, parts }) => {
      const text = parts[0]?.payload['text']
      const official = known(people, officialId ?? '')
      send(scene, {
        ...{ id, at: now, official, channel, reminders: [] },
        text: typeof text === 'string' ? text : '',
      })
      return Promise.resolve()
    },
    countUnasked: (officialId, since) => {
      const rehearsed = (sentTo.get(officialId) ?? []).filter((at) => !isLater(since, at))
      const isFirstDay = since.equals(startOfDay(state.from))
      const before = isFirstDay ? (state.toldBefore.get(officialId) ?? 0) : 0
      return Promise.resolve(rehearsed.length + before)
    },
  }
}

/** The rows of the reminder table, and which of them are due. */
type Ledger = { readonly keys: Set<string>; readonly due: Map<bigint, Reminder>; next: bigint }

function openLedger({ reminders }: RehearsalState): Ledger {
  const ledger: Ledger = { keys: new Set(), due: new Map(), next: -1n }
  for (const { settled, ...reminder } of reminders) {
    ledger.keys.add(keyOf(reminder))
    if (!settled) ledger.due.set(reminder.id, reminder)
  }
  return ledger
}

type NewReminder = Omit<Reminder, 'id' | 'outdated'>

function keyOf({ duty, stage, officialId }: NewReminder): string {
  return `${duty.deadline.id} ${duty.unitCode} ${stage} ${officialId}`
}

/** Adds those that are not there yet; gives their number. */
function addAll(ledger: Ledger, reminders: readonly NewReminder[]): number {
  let added = 0
  for (const reminder of reminders) {
    const key = keyOf(reminder)
    if (ledger.keys.has(key)) continue
    ledger.keys.add(key)
    ledger.due.set(ledger.next, { ...reminder, id: ledger.next, outdated: false })
    // Downwards, away from the numbers that the database has given.
    ledger.next -= 1n
    added += 1
  }
  return added
}

function remindersOf(scene: Scene, now: Instant): ReminderWork['reminders'] {
  const { state, reminders: ledger, script } = scene
  return {
    plan: (stages, today) => {
      const planned = stages.flatMap((stage) => planStage(scene, stage, today))
      return Promise.resolve(addAll(ledger, planned))
    },
    planPromised: () => {
      const come = state.duties.flatMap((duty) => promised(duty, now))
      return Promise.resolve(addAll(ledger, come))
    },
    claimDue: () =>
      Promise.resolve([...ledger.due.values()].filter(({ dueAt }) => !isLater(dueAt, now))),
    settle: (ids, { state: outcome, messageId }) => {
      const settled = ids.flatMap((id) => ledger.due.get(id) ?? [])
      for (const id of ids) ledger.due.delete(id)
      if (outcome === 'queued') {
        explain(script, messageId, settled)
        for (const { duty } of settled) noteReminded(scene, duty, now)
      }
      const [first] = settled
      if (outcome === 'unreachable' && first)
        script.missed.push({
          ...{ at: now, reminders: settled },
          official: known(scene.people, first.officialId),
        })
      return Promise.resolve()
    },
    postpone: (ids, until) => {
      for (const id of ids) {
        const reminder = ledger.due.get(id)
        if (reminder) ledger.due.set(id, { ...reminder, dueAt: until })
      }
      script.putOff.push(until)
      return Promise.resolve()
    },
  }
}

function noteReminded({ reminded }: Scene, { deadline, unitCode }: Duty, now: Instant): void {
  const units = reminded.get(deadline.id) ?? new Map<string, Instant>()
  reminded.set(deadline.id, units.set(unitCode, now))
}

function isLater(a: Instant, b: Instant): boolean {
  return a.epochMilliseconds > b.epochMilliseconds
}

/** The message was written last: it says these. */
function explain(
  { messages }: Script,
  messageId: string | undefined,
  reminders: readonly Reminder[],
): void {
  const last = messages.pop()
  if (last?.id !== messageId) throw new Error('a reminder belongs to no message')
  if (last) messages.push({ ...last, reminders })
}

function planStage(scene: Scene, planned: PlannedStage, today: LocalDate): NewReminder[] {
  const { state } = scene
  const { deadlineId, extendedTo, stage, dueAt, to } = planned
  const duties = state.duties.filter(
    ({ deadline, extension, doneAt }) =>
      deadline.id === deadlineId && !doneAt && extension?.to.toString() === extendedTo?.toString(),
  )
  return duties.flatMap((duty) =>
    to.flatMap((audience) => {
      if (!isForOffice(audience) && duty.promise && !isLater(dueAt, duty.promise.at)) return []
      return audienceOf(state, duty, audience).map((official) => {
        const deputy = isForOffice(audience) ? undefined : deputyOf(scene, official, today)
        const reason: ReminderReason = deputy ? 'deputy' : audience
        return { officialId: (deputy ?? official).id, duty, stage, reason, dueAt }
      })
    }),
  )
}

/** Of the duty's unit, or, for the office and the leaders, of the whole campaign. */
function audienceOf(
  { officials }: RehearsalState,
  { deadline, unitCode }: Duty,
  audience: Audience,
): readonly Official[] {
  const all = officials.get(deadline.campaignId) ?? []
  return all.filter(
    (official) =>
      official.roles.includes(ROLE_OF_AUDIENCE[audience]) &&
      (isForOffice(audience) || official.unitCode === unitCode),
  )
}

function deputyOf({ people }: Scene, { leave }: Official, today: LocalDate): Official | undefined {
  return isAway(leave, today) ? people.get(leave.deputyId ?? '') : undefined
}

function promised(duty: Duty, now: Instant): NewReminder[] {
  const { promise, doneAt } = duty
  if (!promise || doneAt || isLater(promise.at, now)) return []
  const stage = promisedStage(promise.at)
  return [{ officialId: promise.by, duty, stage, reason: 'promise', dueAt: promise.at }]
}
