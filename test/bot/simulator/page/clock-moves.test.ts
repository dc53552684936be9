import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { ClockMove } from '../../../../bot/simulator/page/clock-moves.ts'
import { destinationOf } from '../../../../bot/simulator/page/clock-moves.ts'
import { workingCalendar } from '../../../../core/calendar/working-days.ts'

const holiday = {
  on: Temporal.PlainDate.from('2025-10-27'),
  name: 'ngày nghỉ',
  source: 'thử',
  confirmed: true,
}
const CALENDAR = workingCalendar([
  { year: 2025, daysOff: [holiday], makeUpDays: [], localDaysOff: [] },
])
const FRIDAY = Temporal.Instant.from('2025-10-24T22:30:00+07:00')

function led(move: ClockMove, from = FRIDAY): string {
  return destinationOf(move, from, CALENDAR)
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDateTime()
    .toString()
}

describe('the clock moves', () => {
  test('on by hours', () => {
    expect(led({ hours: 2 })).toBe('2025-10-25T00:30:00')
  })

  test('to 8:00 of the next working day, over a weekend and a day off', () => {
    expect(led({ next: 'working-day' })).toBe('2025-10-28T08:00:00')
  })

  test('to the day after, also from early on a working day', () => {
    const early = Temporal.Instant.from('2025-10-20T06:00:00+07:00')
    expect(led({ next: 'working-day' }, early)).toBe('2025-10-21T08:00:00')
  })

  test('to a day and time in Vietnam, or an instant of any zone', () => {
    expect(led({ to: '2025-11-03T14:00' })).toBe('2025-11-03T14:00:00')
    expect(led({ to: '2025-11-03T14:00:00Z' })).toBe('2025-11-03T21:00:00')
    expect(led({ to: '2025-11-03T14:00:00+07:00' })).toBe('2025-11-03T14:00:00')
  })
})

describe('the clock does not move', () => {
  test.each([
    ['to a moment that has passed', '2025-10-24T22:29', 'chỉ chạy tới'],
    ['to the moment it is', '2025-10-24T22:30', 'chỉ chạy tới'],
    ['beyond every campaign', '20255-10-24T08:00', 'chưa đúng dạng'],
    ['more than three years ahead', '2029-01-01T08:00', '3 năm'],
    ['to what is no moment', 'ngày mai', 'chưa đúng dạng'],
    ['to a day that does not exist', '2025-02-30T08:00', 'chưa đúng dạng'],
  ])('%s', (_what, to, sentence) => {
    expect(() => led({ to })).toThrow(sentence)
  })
})
