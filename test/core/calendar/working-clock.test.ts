import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { shippedCalendars } from '../../../bot/shipped.ts'
import { workingClock } from '../../../core/calendar/working-clock.ts'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import { isWorkingDay, workingCalendar } from '../../../core/calendar/working-days.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
let calendar: WorkingCalendar

beforeAll(async () => {
  calendar = workingCalendar(await shippedCalendars('prisma/campaigns/calendars'))
})

type Stretch = readonly [from: string, to?: string]

function clock(limit: number, today: string, ...stretches: Stretch[]) {
  const running = stretches.map(([from, to]) => ({
    from: day(from),
    ...(to === undefined ? {} : { to: day(to) }),
  }))
  const { elapsed, remaining, dueOn } = workingClock(calendar, {
    running,
    limit,
    today: day(today),
  })
  return { elapsed, remaining, dueOn: dueOn?.toString() }
}

describe('a limit in working days', () => {
  test.each([
    ['within a week', 5, '2025-11-14', '2025-11-21'],
    ['from a Saturday', 5, '2025-11-15', '2025-11-21'],
    ['over the New Year of 2026, whose Friday is off', 5, '2025-12-31', '2026-01-09'],
    ['to the Saturday worked for that Friday', 6, '2025-12-31', '2026-01-10'],
    ['past that Saturday', 7, '2025-12-31', '2026-01-12'],
    ['of 25 days to the anniversary', 25, '2025-11-28', '2026-01-06'],
    ['over Tết 2026', 10, '2026-02-10', '2026-03-03'],
    ['over Tết 2025', 3, '2025-01-24', '2025-02-05'],
    ['over Tết 2024', 3, '2024-02-06', '2024-02-16'],
    ['over Giỗ Tổ, 30/4 and 1/5/2026', 5, '2026-04-24', '2026-05-06'],
    ['over 30/4 and 1/5/2025, with the Saturday before them', 3, '2025-04-25', '2025-04-29'],
    ['over Quốc khánh 2026, with its Saturday', 8, '2026-08-20', '2026-09-03'],
  ])('%s: %i days from %s end on %s', (_name, limit, received, due) => {
    expect(clock(limit, received, [received])).toEqual({ elapsed: 0, remaining: limit, dueOn: due })
    expect(clock(limit, due, [received])).toMatchObject({ elapsed: limit, remaining: 0 })
  })

  test('stands still while the file is with the unit, and goes on with what was left', () => {
    // Received Monday, returned Wednesday, back on the Monday after.
    const before: Stretch = ['2025-11-03', '2025-11-05']
    expect(clock(5, '2025-11-09', before)).toEqual({ elapsed: 2, remaining: 3, dueOn: undefined })
    expect(clock(5, '2025-11-11', before, ['2025-11-10'])).toEqual({
      ...{ elapsed: 3, remaining: 2 },
      dueOn: '2025-11-13',
    })
    expect(clock(5, '2025-11-14', before, ['2025-11-10']).remaining).toBe(-1)
  })

  test('is never due on a day off, and what has elapsed and what remains make the limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 60 }),
        (start, limit, later) => {
          const from = day('2024-01-01').add({ days: start })
          const today = from.add({ days: later })
          const { elapsed, remaining, dueOn } = workingClock(calendar, {
            ...{ running: [{ from }], limit, today },
          })
          expect(elapsed + remaining).toBe(limit)
          expect(dueOn && isWorkingDay(calendar, dueOn)).toBe(true)
          expect(remaining < 0).toBe(dueOn !== undefined && isPast(dueOn, today, calendar))
        },
      ),
    )
  })
})

/** A working day lies after the last one and up to today. */
function isPast(
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  of: WorkingCalendar,
): boolean {
  const days = dueOn.until(today, { largestUnit: 'day' }).days
  return Array.from({ length: Math.max(0, days) }, (_, i) => dueOn.add({ days: i + 1 })).some(
    (after) => isWorkingDay(of, after),
  )
}
