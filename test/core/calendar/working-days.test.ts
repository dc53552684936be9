import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CalendarDay, WorkingCalendar } from '../../../core/calendar/working-days.ts'
import {
  addWorkingDays,
  isWorkingDay,
  missingYears,
  nextWorkingDay,
  previousWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '../../../core/calendar/working-days.ts'
import { readCalendarFile } from '../../../prisma/files/calendar-file.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
let shipped: WorkingCalendar

beforeAll(async () => {
  const years = await Promise.all(
    [2024, 2025, 2026].map((year) => readCalendarFile(`prisma/campaigns/calendars/${year}.yaml`)),
  )
  shipped = workingCalendar(years.flatMap((year) => (year.ok ? [year.value] : [])))
})

describe('the shipped calendars', () => {
  test.each([
    ['Tết Dương lịch 2024', '2023-12-29', '2024-01-02'],
    ['Tết Giáp Thìn', '2024-02-07', '2024-02-15'],
    ['Giỗ Tổ 2024', '2024-04-17', '2024-04-19'],
    ['30/4 and 1/5/2024 with the swapped Monday', '2024-04-26', '2024-05-02'],
    ['Quốc khánh 2024', '2024-08-30', '2024-09-04'],
    ['Tết Ất Tỵ', '2025-01-24', '2025-02-03'],
    ['Giỗ Tổ 2025', '2025-04-04', '2025-04-08'],
    ['30/4 and 1/5/2025 with the swapped Friday', '2025-04-29', '2025-05-05'],
    ['Quốc khánh 2025', '2025-08-29', '2025-09-03'],
    ['New Year 2026 with the swapped Friday', '2025-12-31', '2026-01-05'],
    ['Tết Bính Ngọ', '2026-02-13', '2026-02-23'],
    ['Giỗ Tổ 2026, moved from a Sunday', '2026-04-24', '2026-04-28'],
    ['30/4 and 1/5/2026', '2026-04-29', '2026-05-04'],
    ['Quốc khánh 2026 with the swapped Monday', '2026-08-28', '2026-09-03'],
  ])('over %s the working day after %s is %s', (_name, before, after) => {
    expect(nextWorkingDay(shipped, day(before)).toString()).toBe(after)
    expect(previousWorkingDay(shipped, day(after)).toString()).toBe(before)
  })

  test.each([
    [2024, 251],
    [2025, 250],
    [2026, 250],
  ])('%i has %i working days', (year, count) => {
    const eve = day(`${year - 1}-12-31`)
    expect(workingDaysBetween(shipped, eve, day(`${year}-12-31`))).toBe(count)
  })

  test.each(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])(
    'Saturday %s is worked in exchange for a day off, the Saturday after it is not',
    (saturday) => {
      expect(isWorkingDay(shipped, day(saturday))).toBe(true)
      expect(isWorkingDay(shipped, day(saturday).add({ weeks: 1 }))).toBe(false)
    },
  )

  test('24/11/2026 is worked until somebody confirms that it is off', () => {
    expect(isWorkingDay(shipped, day('2026-11-24'))).toBe(true)
  })

  test('what is still to be checked is listed', () => {
    expect(shipped.unconfirmed.map(({ on }) => on.toString())).toEqual(['2026-11-24'])
  })

  test('three years are known, a fourth is missing', () => {
    expect(missingYears(shipped, day('2024-05-01'), day('2026-12-31'))).toEqual([])
    expect(missingYears(shipped, day('2025-12-31'), day('2027-01-01'))).toEqual([2027])
  })
})

describe('counting', () => {
  // An award to be given on 06/01/2026: the day by which its dossier is complete.
  test.each([
    [25, '2025-11-28'],
    [15, '2025-12-12'],
    [12, '2025-12-17'],
  ])('%i working days before 06/01/2026 is %s', (count, complete) => {
    expect(addWorkingDays(shipped, day('2026-01-06'), -count).toString()).toBe(complete)
    expect(addWorkingDays(shipped, day(complete), count).toString()).toBe('2026-01-06')
    expect(workingDaysBetween(shipped, day(complete), day('2026-01-06'))).toBe(count)
  })

  test('three working days before Saturday 25/10/2025 is Wednesday', () => {
    expect(addWorkingDays(shipped, day('2025-10-25'), -3).toString()).toBe('2025-10-22')
  })

  test('three working days before 25/02/2026 is before Tết', () => {
    expect(addWorkingDays(shipped, day('2026-02-25'), -2).toString()).toBe('2026-02-23')
    expect(addWorkingDays(shipped, day('2026-02-25'), -3).toString()).toBe('2026-02-13')
  })

  test('zero is the day itself, off or not', () => {
    expect(addWorkingDays(shipped, day('2025-10-25'), 0).toString()).toBe('2025-10-25')
  })

  test('nothing lies between a day and itself or an earlier one', () => {
    expect(workingDaysBetween(shipped, day('2025-10-20'), day('2025-10-20'))).toBe(0)
    expect(workingDaysBetween(shipped, day('2025-10-20'), day('2025-10-10'))).toBe(0)
  })
})

test('a confirmed swap moves a working day, and a place has days off of its own', () => {
  const on = (iso: string): CalendarDay => ({
    on: day(iso),
    name: 'x',
    source: 'x',
    confirmed: true,
  })
  const calendar = workingCalendar([
    {
      year: 2026,
      daysOff: [on('2026-01-01'), on('2026-01-02')],
      makeUpDays: [on('2026-01-10')],
      localDaysOff: [on('2026-01-07')],
    },
  ])
  expect(nextWorkingDay(calendar, day('2026-01-09')).toString()).toBe('2026-01-10')
  expect(nextWorkingDay(calendar, day('2026-01-06')).toString()).toBe('2026-01-08')
  expect(previousWorkingDay(calendar, day('2026-01-05')).toString()).toBe('2025-12-31')
})

describe('for every day and count', () => {
  const anyDay = fc.integer({ min: 0, max: 3 * 365 }).map((days) => day('2024-01-01').add({ days }))
  const anyCount = fc.integer({ min: 1, max: 60 })

  test('what is added can be counted', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (from, count) => {
        const to = addWorkingDays(shipped, from, count)
        expect(isWorkingDay(shipped, to)).toBe(true)
        expect(workingDaysBetween(shipped, from, to)).toBe(count)
      }),
    )
  })

  test('from a working day, what is added can be taken away again', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (any, count) => {
        const from = nextWorkingDay(shipped, any)
        const there = addWorkingDays(shipped, from, count)
        expect(addWorkingDays(shipped, there, -count).toString()).toBe(from.toString())
      }),
    )
  })
})
