import type { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../../../core/calendar/local-time.ts'
import {
  instantOf,
  localDateOf,
  localTimeOf,
  startOfDay,
} from '../../../core/calendar/local-time.ts'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import { isWorkingDay } from '../../../core/calendar/working-days.ts'
import type { LadderStage } from '../../../core/campaign/campaign.ts'

/**
 * Who ought to be reminded of what at each look at the clock, reckoned person by person from the words of
 * the plan: a witness against which the product's statements over whole tables are held.
 */
export type Expected = { readonly official: string; readonly duty: string; readonly stage: string }

export type ModelPerson = {
  readonly id: string
  readonly unit: string
  readonly roles: readonly string[]
  reachable: boolean
  leave?: { readonly from: LocalDate; readonly until: LocalDate; readonly deputyId: string }
}

export type ModelDuty = {
  /** "deadline unit". */
  readonly key: string
  readonly unit: string
  readonly ladder: readonly LadderStage[]
  dueAt: Instant
  /** Counts the days it has had. */
  generation: number
  extended: boolean
  done: boolean
  promise?: { readonly at: Instant; readonly by: string }
}

export type Model = {
  readonly calendar: WorkingCalendar
  readonly people: ReadonlyMap<string, ModelPerson>
  readonly duties: Map<string, ModelDuty>
  /** What each person was told or could not be told, by duty, day and stage. */
  readonly settled: Map<string, 'told' | 'lost'>
  /** Whom a moved day is still to be told. */
  readonly moved: Set<string>
  /** What was too much for its day. */
  readonly putOff: Set<string>
  /** Messages by person and day. */
  readonly messages: Map<string, number>
}

const MOST_A_DAY = 2
const LAST_STAGE_HOURS = 48

export function openModel(calendar: WorkingCalendar, people: readonly ModelPerson[]): Model {
  return {
    ...{ calendar, people: new Map(people.map((one) => [one.id, one])), duties: new Map() },
    ...{ settled: new Map(), moved: new Set(), putOff: new Set(), messages: new Map() },
  }
}

export function mayWrite(calendar: WorkingCalendar, at: Instant): boolean {
  const { hour, minute } = localTimeOf(at)
  const now = hour * 60 + minute
  const inHours = (now >= 420 && now < 690) || (now >= 810 && now < 1050)
  return inHours && isWorkingDay(calendar, localDateOf(at))
}

/** A chat is opened: what was lost on its owner may be told now, should its stage still be the one. */
export function openChat({ people, settled }: Model, id: string): void {
  const person = people.get(id)
  if (person) person.reachable = true
  for (const [key, how] of settled)
    if (how === 'lost' && key.endsWith(` ${id}`)) settled.delete(key)
}

/** The duty has another day; with `tell`, whoever was told an older one is to hear it. */
export function moveDuty(
  { settled, moved }: Model,
  duty: ModelDuty,
  { dueAt, tell }: { dueAt: Instant; tell: boolean },
): void {
  const told = [...settled].flatMap(([key, how]) =>
    how === 'told' && key.startsWith(`${duty.key} `) ? [key.slice(key.lastIndexOf(' ') + 1)] : [],
  )
  duty.dueAt = dueAt
  duty.generation += 1
  for (const key of moved) if (key.startsWith(`${duty.key} `)) moved.delete(key)
  if (tell) for (const id of told) moved.add(`${duty.key} ${id}`)
}

/** Everything that is said at that moment. */
export function lookAt(model: Model, now: Instant): readonly Expected[] {
  const { calendar, duties, moved, people } = model
  if (!mayWrite(calendar, now)) return []
  const due: (Expected & { readonly key: string })[] = []
  const add = (duty: ModelDuty, stage: string, official: string): void => {
    const key = `${duty.key} ${duty.generation} ${stage} ${official}`
    if (model.settled.has(key) || due.some((one) => one.key === key)) return
    due.push({ official, duty: duty.key, stage, key })
  }
  for (const duty of duties.values()) {
    if (duty.done) continue
    for (const [stage, official] of stageNow(model, duty, now)) add(duty, stage, official)
    const { promise } = duty
    const stage = `promise@${promise?.at.toString().slice(0, 16) ?? ''}`
    const isPutOff = model.putOff.has(
      `${duty.key} ${duty.generation} ${stage} ${promise?.by ?? ''}`,
    )
    if (promise && (isPutOff || isPromisedHour(calendar, promise.at, now)))
      add(duty, stage, promise.by)
    for (const id of people.keys())
      if (moved.has(`${duty.key} ${id}`) && isBefore(now, duty.dueAt)) add(duty, 'moved', id)
  }
  return say(model, now, due)
}

function say(
  { people, settled, putOff, messages }: Model,
  now: Instant,
  due: readonly (Expected & { readonly key: string })[],
): readonly Expected[] {
  const today = localDateOf(now).toString()
  const told: Expected[] = []
  for (const id of new Set(due.map(({ official }) => official))) {
    const own = due.filter(({ official }) => official === id)
    const count = messages.get(`${id} ${today}`) ?? 0
    if (count >= MOST_A_DAY) {
      for (const { key } of own) putOff.add(key)
      continue
    }
    const isReachable = people.get(id)?.reachable === true
    for (const { key } of own) settled.set(key, isReachable ? 'told' : 'lost')
    if (!isReachable) continue
    messages.set(`${id} ${today}`, count + 1)
    told.push(...own.map(({ official, duty, stage }) => ({ official, duty, stage })))
  }
  return told
}

/** The latest stage whose time has come, with everybody of the unit whom it names, or who stands in. */
function stageNow(
  { calendar, people }: Model,
  duty: ModelDuty,
  now: Instant,
): readonly (readonly [string, string])[] {
  const dueOn = localDateOf(duty.dueAt)
  const stages = duty.ladder.map((stage) => ({
    ...stage,
    at: instantOf(dayOf(calendar, dueOn, stage), stage.time),
  }))
  const passed = stages.filter(({ at }) => !isBefore(now, at))
  const latest = passed.reduce<(typeof stages)[number] | undefined>(
    (best, one) => (best && isBefore(one.at, best.at) ? best : one),
    undefined,
  )
  if (!latest) return []
  const isLast = passed.length === stages.length
  if (isLast && isBefore(latest.at.add({ hours: LAST_STAGE_HOURS }), now)) return []
  if (isLast && latest.offset <= 0 && isBefore(duty.dueAt, now)) return []
  if (duty.promise && !isBefore(duty.promise.at, latest.at)) return []
  const today = localDateOf(now)
  return [...people.values()]
    .filter(({ unit, roles }) => unit === duty.unit && latest.to.some((to) => roles.includes(to)))
    .map((person) => [latest.id, standsIn(person, today)?.deputyId ?? person.id] as const)
}

function standsIn({ leave }: ModelPerson, today: LocalDate): ModelPerson['leave'] {
  if (!leave) return undefined
  const isAway =
    leave.from.toString() <= today.toString() && today.toString() <= leave.until.toString()
  return isAway ? leave : undefined
}

function dayOf(
  calendar: WorkingCalendar,
  dueOn: LocalDate,
  { offset, unit }: Pick<LadderStage, 'offset' | 'unit'>,
): LocalDate {
  const back = (day: LocalDate) => step(calendar, day, -1)
  if (unit === 'calendar-day' || offset === 0) {
    const day = dueOn.add({ days: offset })
    if (isWorkingDay(calendar, day)) return day
    return offset > 0 ? step(calendar, day, 1) : back(day)
  }
  let day = dueOn
  for (let left = Math.abs(offset); left > 0; left -= 1)
    day = step(calendar, day, Math.sign(offset))
  return day
}

function step(calendar: WorkingCalendar, from: LocalDate, days: number): LocalDate {
  let day = from.add({ days })
  while (!isWorkingDay(calendar, day)) day = day.add({ days })
  return day
}

/** From the promised moment on to the end of the first day on which it can be said. */
function isPromisedHour(calendar: WorkingCalendar, at: Instant, now: Instant): boolean {
  if (isBefore(now, at)) return false
  const on = localDateOf(at)
  const closes = at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').with({ hour: 17, minute: 30, second: 0 })
  const isToday = isWorkingDay(calendar, on) && isBefore(at, closes.toInstant())
  const day = isToday ? on : step(calendar, on, 1)
  return isBefore(now, startOfDay(day.add({ days: 1 })))
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return a.epochMilliseconds < b.epochMilliseconds
}
