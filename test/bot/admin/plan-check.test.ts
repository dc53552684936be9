import { beforeAll, describe, expect, test } from 'vitest'
import { checkDeadline } from '../../../bot/admin/plan-check.ts'
import { shippedCalendars, valueOf } from '../../../bot/shipped.ts'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import { workingCalendar } from '../../../core/calendar/working-days.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import { readPlanFile } from '../../../prisma/files/plan-file.ts'

const PLANS = ['prisma/campaigns/chi-lang', 'test/fixtures/campaigns/tan-lap-2026']
let calendar: WorkingCalendar
let plans: readonly Campaign[]

beforeAll(async () => {
  calendar = workingCalendar(await shippedCalendars('prisma/campaigns/calendars'))
  plans = (await Promise.all(PLANS.map((folder) => readPlanFile(`${folder}/plan.yaml`)))).map(
    valueOf,
  )
})

describe('the check of a plan', () => {
  test('finds the days of both plans in their own words', () => {
    const checked = plans.flatMap((plan) =>
      plan.deadlines.map((rule) => checkDeadline(rule, plan, calendar)),
    )
    expect(checked.filter(({ agrees }) => agrees === false).map(({ rule }) => rule.id)).toEqual([])
    const unknown = checked.filter(({ agrees }) => agrees === undefined).map(({ rule }) => rule.id)
    expect(unknown).toEqual(['ke-hoach-don-vi', 'le-trao', 'tham-dinh'])
  })

  test('tells where the words say another day than the file', () => {
    for (const plan of plans)
      for (const rule of plan.deadlines.filter(({ due }) => due.anchor === 'calendar')) {
        const other = { ...rule, wording: 'chậm nhất ngày 03 tháng 02 năm 2027' }
        expect(checkDeadline(other, plan, calendar).agrees).toBe(false)
      }
  })

  test('"trước ngày" in the words is "inclusive: false" in the file', () => {
    for (const plan of plans)
      for (const { wording, due } of plan.deadlines)
        if (due.anchor === 'calendar' || due.anchor === 'period')
          expect([wording, due.inclusive]).toEqual([wording, !/trước ngày/u.test(wording)])
  })
})
