import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import { isWorkingDay, workingCalendar } from '../../../core/calendar/working-days.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import { windowOf } from '../../../core/campaign/nomination-window.ts'
import { reportScheduleOf } from '../../../core/report/report-schedule.ts'
import type { RosterEntry } from '../../../core/official/roster.ts'
import type { Unit } from '../../../core/unit/unit.ts'
import { validOn } from '../../../core/unit/unit.ts'
import { readCalendarFile } from '../../../prisma/files/calendar-file.ts'
import { readOfficialsFile } from '../../../prisma/files/officials-file.ts'
import { readPlanFile } from '../../../prisma/files/plan-file.ts'
import type { ReadResult } from '../../../prisma/files/problem.ts'
import { problemSentence } from '../../../prisma/files/problem.ts'
import { readUnitsFile } from '../../../prisma/files/units-file.ts'

const FOLDER = 'test/fixtures/campaigns/tan-lap-2026'
const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
let plan: Campaign
let units: readonly Unit[]
let roster: readonly RosterEntry[]
let calendar: WorkingCalendar

function valueOf<T>(result: ReadResult<T>): T {
  if (result.ok) return result.value
  throw new Error(result.problems.map(problemSentence).join('\n'))
}

beforeAll(async () => {
  units = valueOf(await readUnitsFile(`${FOLDER}/units.csv`))
  roster = valueOf(await readOfficialsFile(`${FOLDER}/officials.csv`, units))
  plan = valueOf(await readPlanFile(`${FOLDER}/plan.yaml`, units))
  calendar = workingCalendar([valueOf(await readCalendarFile(`${FOLDER}/calendars/2026.yaml`))])
})

describe('a second campaign', () => {
  test('has number, day, quarterly reports by the plan and three contents', () => {
    expect(plan.number).toBe('15/KH-UBND')
    expect(reportScheduleOf(plan)).toMatchObject({ every: 'quarter', origin: 'plan' })
    expect(plan.issuedOn?.toString()).toBe('2026-01-12')
    expect(plan.deadlines.find(({ kind }) => kind === 'report')?.time?.toString()).toBe('11:00:00')
    expect(plan.contents).toHaveLength(3)
    expect([plan.requirements, plan.gaps, plan.notice]).toEqual([[], [], undefined])
  })

  test('has two windows, one of them closing the day before "trước ngày"', () => {
    const windows = plan.awards.map((award) => {
      const days = windowOf(plan, award)
      return days && [days.from.toString(), days.to.toString()]
    })
    expect(windows).toEqual([['2026-06-15', '2026-06-30'], ['2026-11-01', '2026-11-14'], undefined])
  })

  test('is read from semicolons, a byte order mark and English headings', () => {
    expect(units).toHaveLength(15)
    expect(units.find((unit) => unit.code === 'TH.2')).toMatchObject({
      name: 'Điểm trường Khuổi Lặp',
      kind: 'truong',
      parentCode: 'TH',
      groups: ['Cụm trường học'],
      protocolOrder: 87,
    })
  })

  test('has hamlets that are merged while it runs', () => {
    const on = (iso: string): string[] =>
      units.filter((u) => u.name.includes('Giằng') && validOn(u, day(iso))).map((u) => u.code)
    expect(on('2026-06-30')).toEqual(['T04', 'T05'])
    expect(on('2026-07-01')).toEqual(['T06'])
  })

  test('has people with several roles, a unit with two contacts and one with nobody', () => {
    const of = (unit: string): RosterEntry[] => roster.filter((entry) => entry.unitCode === unit)
    expect(of('T01').filter((entry) => entry.roles.includes('contact'))).toHaveLength(2)
    expect(of('P02')).toEqual([])
    expect(roster.find((entry) => entry.code === 'TL-14')).toEqual({
      code: 'TL-14',
      name: 'Khoàng Hoài Then',
      address: 'chị',
      position: 'Chuyên viên',
      unitCode: 'VHXH',
      roles: ['contact', 'appraiser', 'secretary'],
      phone: '0900000901',
      demonstration: true,
    })
  })

  test('has a day off that only this place has', () => {
    expect(isWorkingDay(calendar, day('2026-03-19'))).toBe(false)
    expect(isWorkingDay(calendar, day('2026-01-10'))).toBe(true)
  })
})
