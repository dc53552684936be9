import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { periodContaining } from '../../../core/calendar/periods.ts'
import type { ReportContent } from '../../../core/report/report.ts'
import { correctFigure, reportCode } from '../../../core/report/report.ts'
import type { ReportSchedule } from '../../../core/report/report-schedule.ts'
import { periodOfReport } from '../../../core/report/report-schedule.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const schedule = (every: 'month' | 'quarter'): ReportSchedule => ({
  every,
  belongsToPreviousBefore: 10,
  origin: 'office',
})

describe('the period a report belongs to', () => {
  test.each([
    ['month', '2025-10-25', undefined, '2025-10'],
    ['month', '2025-11-09', undefined, '2025-10'],
    ['month', '2025-11-10', undefined, '2025-11'],
    ['month', '2026-01-03', undefined, '2025-12'],
    ['month', '2025-11-03', '2025-11', '2025-11'],
    ['month', '2025-11-20', '2025-10', '2025-10'],
    ['month', '2025-11-20', '2025-Q3', '2025-09'],
    ['month', '2025-11-20', 'tháng nào đó', '2025-11'],
    ['quarter', '2026-03-20', undefined, '2026-Q1'],
    ['quarter', '2026-04-05', undefined, '2026-Q1'],
    ['quarter', '2026-05-05', undefined, '2026-Q2'],
    ['quarter', '2026-05-20', '2026-02', '2026-Q1'],
    ['quarter', '2026-05-20', '2026-Q1', '2026-Q1'],
    ['quarter', '2026-01-05', undefined, '2025-Q4'],
  ] as const)('by the %s, on %s, named %s: %s', (every, today, named, expected) => {
    expect(periodOfReport(schedule(every), day(today), named)).toBe(expected)
  })

  test('unnamed, it is the one of today or the one before, never another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('month' as const, 'quarter' as const),
        fc.integer({ min: 0, max: 1500 }),
        (every, days) => {
          const today = day('2024-01-01').add({ days })
          const months = every === 'month' ? 1 : 3
          const possible = [today, today.subtract({ months })].map((on) =>
            periodContaining(every, on),
          )
          expect(possible).toContain(periodOfReport(schedule(every), today, undefined))
        },
      ),
    )
  })
})

test.each([
  [1, 'BC-0001'],
  [42, 'BC-0042'],
  [9999, 'BC-9999'],
  [10000, 'BC-10000'],
])('report %i has the code %s', (number, code) => {
  expect(reportCode(number)).toBe(code)
})

describe('correcting one figure', () => {
  const content: ReportContent = {
    text: '2 hội nghị, 120 người; 2 buổi phát thanh',
    items: [
      { quantity: 2, label: 'hội nghị', approx: false },
      { quantity: 120, label: 'người', approx: true },
      { quantity: 2, label: 'buổi phát thanh', approx: false },
    ],
    dates: [],
    places: [],
    contents: [],
    nothingToReport: false,
  }

  test('the one that reads so is changed and nothing else', () => {
    const corrected = correctFigure(content, { from: 120, to: 133 })
    expect(corrected).toEqual({
      content: {
        ...content,
        items: [
          content.items[0],
          { quantity: 133, label: 'người', approx: false },
          content.items[2],
        ],
      },
      correction: { label: 'người', from: 120, to: 133, wasApprox: true },
    })
    expect(content.items[1]?.quantity).toBe(120)
  })

  test('where several read so they are given, and their place in the report decides', () => {
    expect(correctFigure(content, { from: 2, to: 3 })).toEqual({
      candidates: [
        { item: 1, figure: content.items[0] },
        { item: 3, figure: content.items[2] },
      ],
    })
    expect(correctFigure(content, { to: 3, item: 1 })).toMatchObject({
      correction: { label: 'hội nghị', from: 2, to: 3 },
    })
  })

  test('where several fit, what is counted decides', () => {
    const [held, people] = content.items
    const items = [
      { ...held!, measure: 'conference' },
      { ...people!, measure: 'person' },
    ]
    const both = { ...content, items }
    expect(correctFigure(both, { to: 133, measure: 'person' })).toMatchObject({
      correction: { label: 'người', from: 120, to: 133 },
    })
    expect(correctFigure(both, { to: 5, measure: 'house' })).toMatchObject({
      candidates: [{ item: 1 }, { item: 2 }],
    })
    expect(correctFigure(both, { from: 2, to: 133, measure: 'person' })).toMatchObject({
      correction: { label: 'hội nghị', from: 2 },
    })
  })

  test('where none reads so nothing is changed', () => {
    expect(correctFigure(content, { from: 7, to: 8 })).toEqual({ candidates: [] })
  })

  test('an only figure needs no naming', () => {
    const only = { ...content, items: content.items.slice(0, 1) }
    expect(correctFigure(only, { to: 5 })).toMatchObject({ correction: { from: 2, to: 5 } })
  })
})
