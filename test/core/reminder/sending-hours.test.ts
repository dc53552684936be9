import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../core/calendar/working-days.ts'
import { mayWriteUnasked } from '../../../core/reminder/sending-hours.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const calendar = workingCalendar([
  {
    year: 2025,
    daysOff: [{ on: day('2025-09-02'), name: 'Quốc khánh', confirmed: true, source: '' }],
    makeUpDays: [{ on: day('2025-10-04'), name: 'Làm bù', confirmed: true, source: '' }],
    localDaysOff: [{ on: day('2025-10-23'), name: 'Bão', confirmed: true, source: '' }],
  },
])
const may = (local: string): boolean =>
  mayWriteUnasked(calendar, Temporal.Instant.from(`${local}+07:00`))

describe('the bot writes unasked', () => {
  test.each([
    ['2025-10-20T06:59:59', false],
    ['2025-10-20T07:00', true],
    ['2025-10-20T11:29:59', true],
    ['2025-10-20T11:30', false],
    ['2025-10-20T13:29:59', false],
    ['2025-10-20T13:30', true],
    ['2025-10-20T17:29:59', true],
    ['2025-10-20T17:30', false],
    ['2025-10-20T23:00', false],
  ])('in office hours: %s is %s', (moment, expected) => {
    expect(may(moment)).toBe(expected)
  })

  test.each([
    ['a Saturday', '2025-10-25T09:00', false],
    ['a public holiday', '2025-09-02T09:00', false],
    ['a local day off', '2025-10-23T09:00', false],
    ['a Saturday on which offices work in exchange', '2025-10-04T09:00', true],
    ['a day of a year without a calendar', '2027-03-01T09:00', true],
  ])('on working days: %s', (_what, moment, expected) => {
    expect(may(moment)).toBe(expected)
  })
})
