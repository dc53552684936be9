import { Temporal } from 'temporal-polyfill'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import { isWorkingDay, workingDayOnOrBefore } from '../../../core/calendar/working-days.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { Topic } from '../../../core/conversation/conversation.ts'
import { may } from '../../../core/permission.ts'
import type { Unit } from '../../../core/unit/unit.ts'
import { listUnplannedUnits } from '../../../core/unit-plan/list-unplanned-units.ts'
import { recordUnitPlan } from '../../../core/unit-plan/record-unit-plan.ts'
import { setPlanDay } from '../../../core/unit-plan/set-plan-day.ts'
import type { UnitPlan } from '../../../core/unit-plan/unit-plan.ts'
import { unitPlanDeadlineId } from '../../../core/unit-plan/unit-plan.ts'
import { withdrawUnitPlan } from '../../../core/unit-plan/withdraw-unit-plan.ts'
import type { PlanErrand } from '../../language/errands/plan-errand.ts'
import {
  asksWhoIssued,
  readDay,
  readPlanErrand,
  speaksOfPlanDay,
} from '../../language/errands/plan-errand.ts'
import * as texts from '../../texts/unit-plans.ts'
import { showStanding } from '../office/chasing.ts'
import { openOrphans } from '../reporting/evidence.ts'
import { namedUnits } from '../units/named-units.ts'
import type { Answer, Spoken } from '../turn.ts'
import { choice, refused } from '../turn.ts'

type TopicOf<K extends Topic['kind']> = Extract<Topic, { kind: K }>
type Said = { readonly number?: string; readonly on?: Temporal.PlainDate }

/** Whatever is said about units' own plans: issued with number and day, by when, who has not. */
export async function unitPlan(turn: Spoken, evidenceIds: readonly string[] = []): Promise<Answer> {
  const { understood, text, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const { paper } = understood
  if (paper === undefined && asksWhoIssued(text)) return listUnplanned(turn, campaign)
  if (paper === undefined && speaksOfPlanDay(text)) return proposeDay(turn, campaign)
  const unit = await meantUnit(turn)
  if (!unit) return { what: 'unit-plan-unit-asked', text: texts.ONE_UNIT_AT_A_TIME }
  if (paper === undefined && understood.question) return stateOf(turn, campaign, unit)
  return record(turn, { campaign, unit, said: paper ?? {}, evidenceIds })
}

/** "Sửa số KH thành 16", "rút kế hoạch": read before any open question. Undefined for every other message. */
export async function hearPlanErrand(turn: Spoken): Promise<Answer | undefined> {
  const errand = readPlanErrand(turn.text, localDateOf(turn.tx.now))
  if (!errand) return undefined
  const { tx, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const unit = await meantUnit(turn)
  if (!unit) return { what: 'unit-plan-unit-asked', text: texts.ONE_UNIT_AT_A_TIME }
  const plan = await tx.unitPlans.find(unitPlanDeadlineId(campaign) ?? '', unit.code)
  if (!mayTouch(turn, unit)) return refused({ reason: 'other-units-plan', unit: unit.name })
  if (!plan) return refused({ reason: 'unit-plan-not-found', unit: unit.name })
  return errand.kind === 'withdraw'
    ? askToWithdraw(unit, plan)
    : correct(turn, { campaign, unit, plan, errand })
}

/** The one unit that is named, else the own; undefined where several are. */
async function meantUnit(turn: Spoken): Promise<Unit | undefined> {
  const named = await namedUnits(turn)
  if (named.length === 0 || named.some(({ code }) => code === turn.unit.code)) return turn.unit
  return named.length === 1 ? named[0] : undefined
}

function mayTouch({ official }: Spoken, unit: Unit): boolean {
  return official.unitCode === unit.code || may(official, 'chase')
}

type Entry = {
  readonly campaign: Campaign
  readonly unit: Unit
  readonly said: Said
  readonly evidenceIds: readonly string[]
}

/** Stores the plan with the photos that waited for it; asks for its number or day where they were not said. */
async function record(turn: Spoken, entry: Entry): Promise<Answer> {
  const { campaign, unit, said } = entry
  const { number, on } = said
  if (!mayTouch(turn, unit)) return refused({ reason: 'other-units-plan', unit: unit.name })
  const orphans = openOrphans(turn)
  const evidenceIds = [...(orphans?.evidenceIds ?? []), ...entry.evidenceIds]
  const answered = orphans ? { answered: orphans.question } : {}
  if (number === undefined || on === undefined)
    return { ...askPaper({ ...entry, evidenceIds }), ...answered }
  const paper = { number, issuedOn: on }
  const plan = { campaign, unit, paper, evidenceIds }
  const outcome = await recordUnitPlan(turn.tx, turn.official, plan)
  if (!outcome.ok) return refused(outcome.refusal)
  return {
    what: 'unit-plan',
    text: texts.sayPlanRecorded(outcome.value, campaign),
    ...answered,
  }
}

function askPaper({ unit, said: { number }, evidenceIds }: Entry): Answer {
  const topic = {
    kind: 'unit-plan-paper',
    ...{ unitCode: unit.code, evidenceIds },
    ...(number === undefined ? {} : { number }),
  } as const
  return {
    what: 'unit-plan-paper-asked',
    text: texts.askPlanPaper(unit, number),
    ask: { topic, options: [] },
  }
}

/** The number, the day or both, as they were asked for. */
export async function answerPaper(
  turn: Spoken,
  { unitCode, number, evidenceIds }: TopicOf<'unit-plan-paper'>,
): Promise<Answer> {
  const { tx, campaign, understood, text } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const named = understood.paper?.number ?? number
  const on = understood.paper?.on ?? readDay(text, localDateOf(tx.now), 'back')
  const said = { ...(named === undefined ? {} : { number: named }), ...(on ? { on } : {}) }
  return record(turn, { campaign, unit: await tx.units.get(unitCode), said, evidenceIds })
}

/** Whether a message can be the answer to that question; any other is handled for itself. */
export function namesPaper({ understood, text, tx }: Spoken): boolean {
  if (understood.paper !== undefined) return true
  if (understood.report.items.length > 0) return false
  return readDay(text, localDateOf(tx.now), 'back') !== undefined
}

/** A bare figure takes the place of the old one; the rest of the number stays. */
async function correct(
  turn: Spoken,
  change: {
    campaign: Campaign
    unit: Unit
    plan: UnitPlan
    errand: Extract<PlanErrand, { kind: 'correct' }>
  },
): Promise<Answer> {
  const { campaign, unit, plan, errand } = change
  if (errand.number === undefined && !errand.on)
    return { what: 'unit-plan-correction-asked', text: texts.HOW_TO_CORRECT_PLAN }
  const named = errand.number ?? plan.number
  const number = named.includes('/') ? named : named + plan.number.replace(/^[^/]*/u, '')
  const said = { number, on: errand.on ?? plan.issuedOn }
  return record(turn, { campaign, unit, said, evidenceIds: [] })
}

const YES = choice('yes', 'Đúng')
const NO = choice('no', 'Không')

function askToWithdraw(unit: Unit, plan: UnitPlan): Answer {
  const { deadlineId, unitCode } = plan
  return {
    what: 'unit-plan-withdrawal-asked',
    text: texts.askWithdrawPlan(unit, plan),
    ask: { topic: { kind: 'withdraw-unit-plan', deadlineId, unitCode }, options: [YES, NO] },
  }
}

export async function withdrawPlan(
  { tx, official }: Spoken,
  { deadlineId, unitCode }: TopicOf<'withdraw-unit-plan'>,
): Promise<Answer> {
  const unit = await tx.units.get(unitCode)
  const outcome = await withdrawUnitPlan(tx, official, { deadlineId, unit })
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'unit-plan-withdrawn', text: texts.sayPlanWithdrawn(unit, outcome.value) }
}

async function stateOf({ tx, official, unit: own }: Spoken, campaign: Campaign, unit: Unit) {
  if (unit.code !== own.code && !may(official, 'see-progress'))
    return refused({ reason: 'not-allowed', action: 'see-progress' })
  const id = unitPlanDeadlineId(campaign) ?? ''
  const plan = await tx.unitPlans.find(id, unit.code)
  const deadline = await tx.duties.findDeadline(id)
  return { what: 'unit-plan-state', text: texts.sayUnitPlan(unit, plan, deadline) }
}

/** "Ai chưa ban hành kế hoạch": like "ai chưa nộp", and by name while no day is set. */
async function listUnplanned(turn: Spoken, campaign: Campaign): Promise<Answer> {
  const { tx, official } = turn
  if (!may(official, 'see-progress'))
    return refused({ reason: 'not-allowed', action: 'see-progress' })
  const deadline = await tx.duties.findDeadline(unitPlanDeadlineId(campaign) ?? '')
  if (deadline) return showStanding(turn, campaign, deadline)
  const unplanned = await listUnplannedUnits(tx, campaign)
  if (!unplanned) return refused({ reason: 'no-unit-plan' })
  return { what: 'progress', text: texts.sayUnplanned(unplanned) }
}

/** The office names a day, which is asked back; whoever asks for it is told. */
async function proposeDay(turn: Spoken, campaign: Campaign): Promise<Answer> {
  const { tx, official, text, understood } = turn
  const on = readDay(text, localDateOf(tx.now), 'forward')
  const unplanned = await listUnplannedUnits(tx, campaign)
  if (!unplanned) return refused({ reason: 'no-unit-plan' })
  if (on === undefined && (understood.question || !may(official, 'chase'))) {
    const deadline = await tx.duties.findDeadline(unitPlanDeadlineId(campaign) ?? '')
    return { what: 'unit-plan-day', text: texts.sayPlanDay(deadline) }
  }
  if (!may(official, 'chase')) return refused({ reason: 'not-allowed', action: 'chase' })
  if (on === undefined) return { what: 'unit-plan-day-asked', text: texts.ASK_PLAN_DAY }
  const calendar = await tx.calendars.load()
  const before = isWorkingDay(calendar, on) ? undefined : workingDayOnOrBefore(calendar, on)
  return {
    what: 'unit-plan-day-proposed',
    text: texts.askPlanDay(on, unplanned, before),
    ask: { topic: { kind: 'set-plan-day', on: on.toString() }, options: [YES, NO] },
  }
}

export async function decideDay(
  { tx, official, campaign }: Spoken,
  { on }: TopicOf<'set-plan-day'>,
  key: string,
): Promise<Answer> {
  if (key !== 'yes') return { what: 'unit-plan-day-kept', text: texts.PLAN_DAY_KEPT }
  if (!campaign) return refused({ reason: 'no-campaign' })
  const outcome = await setPlanDay(tx, official, { campaign, on: Temporal.PlainDate.from(on) })
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'unit-plan-day-set', text: texts.sayPlanDaySet(outcome.value), released: true }
}
