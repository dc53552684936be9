import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../core/calendar/working-days.ts'
import { digestMoment } from '../../../core/chasing/digest.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const calendar = workingCalendar([
  {
    year: 2025,
    daysOff: [{ on: day('2025-10-13'), name: 'Nghỉ', confirmed: true, source: '' }],
    makeUpDays: [{ on: day('2025-10-18'), name: 'Làm bù', confirmed: true, source: '' }],
    localDaysOff: [],
  },
])
const moment = (on: string, due: readonly string[] = []): string | undefined =>
  digestMoment(day(on), calendar, due.map(day))?.toString()

describe("the office's digest", () => {
  test('comes on Monday at eight in Vietnam', () => {
    expect(moment('2025-10-06')).toBe('2025-10-06T01:00:00Z')
    expect(moment('2025-10-07')).toBeUndefined()
  })

  test('comes on Tuesday when Monday is off', () => {
    expect(moment('2025-10-13')).toBeUndefined()
    expect(moment('2025-10-14')).toBe('2025-10-14T01:00:00Z')
    expect(moment('2025-10-15')).toBeUndefined()
  })

  test('comes every working day of the last seven, the day itself included, and not on a Sunday', () => {
    const due = ['2025-10-23']
    expect(moment('2025-10-16', due)).toBeUndefined()
    expect(moment('2025-10-17', due)).toBeDefined()
    expect(moment('2025-10-18', due)).toBeDefined()
    expect(moment('2025-10-19', due)).toBeUndefined()
    expect(moment('2025-10-23', due)).toBeDefined()
    expect(moment('2025-10-24', due)).toBeUndefined()
  })
})
