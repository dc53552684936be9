import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { lastDayOf, readDates } from '../../../../bot/language/dates/dates.ts'
import type { Looking } from '../../../../bot/language/dates/dates.ts'
import { readingOf } from '../../../../bot/language/writing/fold.ts'
import { readPeriods } from '../../../../bot/language/dates/periods.ts'
import { minutesAhead, readTimes } from '../../../../bot/language/dates/times.ts'
import type { DayOrInterval, Interval } from '../../../../bot/language/understanding.ts'
import { TODAY, withoutMarks } from '../context.ts'

const today = Temporal.PlainDate.from(TODAY)

const span = ({ from, to }: Interval) => `${from.toString()}..${to.toString()}`

const written = (value: DayOrInterval) =>
  value instanceof Temporal.PlainDate ? value.toString() : span(value)

function datesIn(text: string, looking: Looking) {
  const reading = readingOf(text)
  return readDates(reading, reading.folded, { today, looking })
}

const valuesIn = (text: string, looking: Looking) =>
  datesIn(text, looking).flatMap(({ values }) => values.map(written))

const PAST: readonly (readonly [string, ...string[]])[] = [
  ['hôm nay', '2025-11-18'],
  ['sáng nay', '2025-11-18'],
  ['hôm qua', '2025-11-17'],
  ['tối qua', '2025-11-17'],
  ['hôm kia', '2025-11-16'],
  ['ngày 15/11', '2025-11-15'],
  ['15-11-2025', '2025-11-15'],
  ['ngày 9.11', '2025-11-09'],
  ['2025-11-12', '2025-11-12'],
  ['ngày 21 tháng 10 năm 2025', '2025-10-21'],
  ['mùng 5', '2025-11-05'],
  ['ngày 20', '2025-10-20'],
  ['ngày 31', '2025-10-31'],
  ['25/12', '2024-12-25'],
  ['thứ sáu', '2025-11-14'],
  ['thứ 3', '2025-11-18'],
  ['chủ nhật vừa rồi', '2025-11-16'],
  ['thứ 6 tuần trước', '2025-11-14'],
  ['thứ Tư ngày 12/11', '2025-11-12'],
  ['từ 10 đến 15/11', '2025-11-10..2025-11-15'],
  ['từ ngày 3/11 đến ngày 7/11/2025', '2025-11-03..2025-11-07'],
  ['28/12 - 4/1', '2024-12-28..2025-01-04'],
  ['ngày 5 và 7/11', '2025-11-05', '2025-11-07'],
  ['ngày 7 11', '2025-11-07'],
  ['ngày mười bốn tháng mười một', '2025-11-14'],
  ['mùng ba tháng chín năm 2025', '2025-09-03'],
  ['từ đầu tháng đến nay', '2025-11-01..2025-11-18'],
  ['từ đầu năm tới giờ', '2025-01-01..2025-11-18'],
  ['sáng 7 11 xã tổ chức 2 buổi', '2025-11-07'],
  ['ngày 07 11 2025 họp thôn', '2025-11-07'],
  ['ngày 7 11 hội nghị', '2025-11-07'],
  ['12, 13/11', '2025-11-12', '2025-11-13'],
  ['tuần trước', '2025-11-10..2025-11-16'],
  ['tuần này', '2025-11-17..2025-11-23'],
  ['cuối tháng 10', '2025-10-21..2025-10-31'],
  ['đầu tháng', '2025-11-01..2025-11-10'],
  ['3 ngày trước', '2025-11-15'],
]

const AHEAD: readonly (readonly [string, ...string[]])[] = [
  ['ngày mai', '2025-11-19'],
  ['sáng mai', '2025-11-19'],
  ['ngày kia', '2025-11-20'],
  ['thứ 6', '2025-11-21'],
  ['thứ 6 tuần sau', '2025-11-28'],
  ['thứ hai tuần tới', '2025-11-24'],
  ['chủ nhật', '2025-11-23'],
  ['trước 30/11', '2025-11-30'],
  ['ngày 5', '2025-12-05'],
  ['10/1', '2026-01-10'],
  ['cuối tháng', '2025-11-21..2025-11-30'],
  ['tuần sau', '2025-11-24..2025-11-30'],
  ['2 ngày nữa', '2025-11-20'],
  ['cuối tuần', '2025-11-22..2025-11-23'],
]

describe('days', () => {
  test.each(PAST)('looking back, %j', (text, ...expected) => {
    expect(valuesIn(text, 'back')).toEqual(expected)
    expect(valuesIn(text.normalize('NFD'), 'back')).toEqual(expected)
    expect(valuesIn(withoutMarks(text), 'back')).toEqual(expected)
  })

  test.each(AHEAD)('looking forward, %j', (text, ...expected) => {
    expect(valuesIn(text, 'forward')).toEqual(expected)
    expect(valuesIn(text.normalize('NFD'), 'forward')).toEqual(expected)
    expect(valuesIn(withoutMarks(text), 'forward')).toEqual(expected)
  })

  test.each([
    ['31/2'],
    ['kỳ họp thứ sáu'],
    ['chị Mai'],
    ['xã Mai Sao'],
    ['thu 2 triệu'],
    ['kỷ niệm 80 năm Ngày Tổng tuyển cử (06/01/1946 - 06/01/2026)'],
    ['chào mừng 20/11'],
    ['tôi qua đó'],
  ])('%j names no day', (text) => {
    expect(valuesIn(text, 'back')).toEqual([])
  })

  test('"trước ngày d" ends the day before, "chậm nhất" on the day itself', () => {
    const last = (text: string) => String(lastDayOf(datesIn(text, 'forward')[0]!))
    expect(last('nộp trước ngày 30/11')).toBe('2025-11-29')
    expect(last('chậm nhất ngày 30/11')).toBe('2025-11-30')
    expect(last('đến hết ngày 30/11')).toBe('2025-11-30')
  })

  test('days looked back to are never ahead, days looked forward to never past', () => {
    const dayAndMonth = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(dayAndMonth, fc.boolean(), ([day, month], back) => {
        const [value] = valuesIn(`ngày ${day}/${month}`, back ? 'back' : 'forward')
        if (value === undefined) return
        expect(back ? value <= TODAY : value >= TODAY).toBe(true)
      }),
    )
  })
})

const periodsIn = (text: string) =>
  readPeriods(readingOf(text).folded, { today, looking: 'back' }).map(({ period }) => period)

describe('periods', () => {
  test.each([
    ['báo cáo tháng 11', '2025-11'],
    ['bc t9', '2025-09'],
    ['tháng 12', '2024-12'],
    ['tháng 10/2025', '2025-10'],
    ['T10.2025', '2025-10'],
    ['tháng này', '2025-11'],
    ['tháng trước', '2025-10'],
    ['quý IV', '2025-Q4'],
    ['q4', '2025-Q4'],
    ['quý 4/2024', '2024-Q4'],
    ['quý này', '2025-Q4'],
    ['6 tháng đầu năm', '2025-H1'],
    ['năm 2025', '2025'],
    ['tháng mười', '2025-10'],
  ])('%j is %s', (text, period) => {
    expect(periodsIn(text)).toEqual([period])
    expect(periodsIn(withoutMarks(text))).toEqual([period])
  })

  test.each([['Luật Đất đai năm 2024'], ['t1000'], ['tháng 13'], ['quý khách']])(
    '%j names none',
    (text) => {
      expect(periodsIn(text)).toEqual([])
    },
  )
})

describe('times', () => {
  test.each([
    ['3h chiều', '15:00'],
    ['15h30', '15:30'],
    ['15:30', '15:30'],
    ['8 giờ rưỡi', '08:30'],
    ['7h tối', '19:00'],
    ['12h trưa', '12:00'],
    ['9 giờ 15 phút', '09:15'],
    ['3h chieu', '15:00'],
  ])('%j is %s', (text, time) => {
    const reading = readingOf(text)
    const [found] = readTimes(reading, reading.folded)
    expect(found?.time.toString({ smallestUnit: 'minute' })).toBe(time)
  })

  test('"3h tôi gửi" is not three in the evening', () => {
    const reading = readingOf('3h tôi gửi')
    expect(String(readTimes(reading, reading.folded)[0]?.time)).toBe('03:00:00')
  })

  test('minutes ahead are counted', () => {
    expect(minutesAhead('30 phut nua nhac toi')).toBe(30)
    expect(minutesAhead('hai tieng nua')).toBe(120)
    expect(minutesAhead('mai nhac')).toBeUndefined()
  })
})
