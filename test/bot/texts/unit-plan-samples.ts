import * as unitPlans from '../../../bot/texts/unit-plans.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { DeadlineRule } from '../../../core/duty/deadline-rule.ts'
import type { UnitPlan } from '../../../core/unit-plan/unit-plan.ts'
import { unitPlanRule } from '../../../core/unit-plan/unit-plan.ts'
import type { Longest } from './longest.ts'
import { list, message, samplesOf } from './sample.ts'

function planOf({ unit, official, now, today }: Longest): UnitPlan {
  return {
    deadlineId: 'd1',
    unitCode: unit.code,
    number: '1024/KH-HĐTĐKT',
    issuedOn: today,
    recordedBy: official.id,
    recordedAt: now,
    onBehalf: true,
    evidenceIds: ['e1', 'e2'],
  }
}

/** The rule of units' own plans, for lists in which it has no day. */
export function undatedOf(campaign: Campaign): { undated?: DeadlineRule } {
  const rule = unitPlanRule(campaign)
  return rule ? { undated: rule } : {}
}

function unplannedOf({ campaign, units }: Longest) {
  const rule = unitPlanRule(campaign)
  if (!rule) throw new Error('the campaign asks for no plans of units')
  return { rule, total: units.length, units }
}

export const UNIT_PLAN_SAMPLES = {
  'unit-plans': samplesOf(unitPlans, {
    sayPlanRecorded: (longest) => {
      const { unit, campaign } = longest
      const plan = planOf(longest)
      return message(
        unitPlans.sayPlanRecorded({ plan, unit, before: plan }, campaign),
        unitPlans.sayPlanRecorded({ plan: { ...plan, onBehalf: false }, unit }, campaign),
      )
    },
    askPlanPaper: ({ unit }) =>
      message(
        unitPlans.askPlanPaper(unit, undefined),
        unitPlans.askPlanPaper(unit, '1024/KH-HĐTĐKT'),
      ),
    sayUnitPlan: (longest) =>
      message(
        unitPlans.sayUnitPlan(longest.unit, undefined, longest.deadlines[0]),
        unitPlans.sayUnitPlan(longest.unit, undefined, undefined),
        unitPlans.sayUnitPlan(longest.unit, planOf(longest), undefined),
      ),
    sayUnplanned: (longest) =>
      list(
        unitPlans.sayUnplanned(unplannedOf(longest)),
        unitPlans.sayUnplanned({ ...unplannedOf(longest), units: [] }),
      ),
    askPlanDay: (longest) =>
      message(unitPlans.askPlanDay(longest.today, unplannedOf(longest), longest.today)),
    sayPlanDaySet: ({ deadlines }) => message(...deadlines.map(unitPlans.sayPlanDaySet)),
    sayPlanDay: ({ deadlines }) =>
      message(unitPlans.sayPlanDay(deadlines[0]), unitPlans.sayPlanDay(undefined)),
    askWithdrawPlan: (longest) => message(unitPlans.askWithdrawPlan(longest.unit, planOf(longest))),
    sayPlanWithdrawn: (longest) =>
      message(unitPlans.sayPlanWithdrawn(longest.unit, planOf(longest))),
    sayPlanPhotos: (longest) => message(unitPlans.sayPlanPhotos(10, planOf(longest))),
  }),
}
