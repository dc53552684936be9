import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { workingCalendar } from '../../../core/calendar/working-days.ts'
import { answerDueAt, dataLawOn } from '../../../core/data-request/data-law.ts'

const at = (iso: string) => Temporal.Instant.from(iso)
const day = (iso: string) => Temporal.PlainDate.from(iso)
const NEW_YEAR = {
  ...{ on: day('2026-01-01'), name: 'Tết Dương lịch', source: 'thông báo', confirmed: true },
}
const CALENDAR = workingCalendar([
  { year: 2026, daysOff: [NEW_YEAR], makeUpDays: [], localDaysOff: [] },
])

function dueOf(askedAt: string): string | undefined {
  const asked = at(askedAt)
  const law = dataLawOn(asked.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate())
  return law && answerDueAt(law, CALENDAR, asked).toString()
}

test('until the end of 2025 an answer is due within 72 hours, days off or not', () => {
  expect(dueOf('2025-12-31T16:30:00Z')).toBe('2026-01-03T16:30:00Z')
})

test('from 1/1/2026 in Vietnam on it is due at the end of the second working day', () => {
  // 00:30 on Thursday the 1st, a day off: Friday and Monday are counted.
  expect(dueOf('2025-12-31T17:30:00Z')).toBe('2026-01-05T10:00:00Z')
})

test('no law is named for a day before the first that is known', () => {
  expect(dueOf('2023-06-30T10:00:00Z')).toBeUndefined()
})

test('nothing that nobody has checked is said to be certain', () => {
  for (const iso of ['2025-10-20', '2026-10-20'])
    expect(dataLawOn(day(iso))).toMatchObject({ confirmed: false })
})
