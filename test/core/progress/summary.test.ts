import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { summarizeContents } from '../../../core/progress/summary.ts'
import type { Figure, Report } from '../../../core/report/report.ts'

const CONTENTS = [1, 2].map((number) => ({
  number,
  title: `Nội dung ${number}`,
  ...{ text: '', words: [], source: '' },
}))

function report(code: string, contents: readonly number[], items: readonly Figure[]): Report {
  return {
    ...{ id: code, code, campaignId: 'c', unitCode: 'u', officialId: 'o', period: '2025-10' },
    ...{ late: false, state: 'submitted', version: 1 },
    submittedAt: Temporal.Instant.from('2025-10-20T00:00:00Z'),
    content: { text: '', items, dates: [], places: [], contents, nothingToReport: false },
  }
}

const meetings = (quantity: number, approx = false): Figure => ({
  ...{ quantity, label: 'hội nghị', measure: 'meeting', approx },
})

describe('a summary of reports', () => {
  test('adds up what is of one measure, and names every report behind a figure', () => {
    const [first] = summarizeContents(CONTENTS, [
      report('BC-0001', [1], [meetings(2)]),
      report('BC-0002', [1], [{ ...meetings(3, true), label: 'cuộc họp' }]),
    ])
    expect(first?.totals).toEqual([
      { label: 'hội nghị', quantity: 5, approx: true, codes: ['BC-0001', 'BC-0002'] },
    ])
  })

  test('keeps ratios apart from plain numbers and adds both their sides', () => {
    const opinions = (quantity: number, of?: number): Figure => ({
      ...{ quantity, label: 'ý kiến', approx: false },
      ...(of === undefined ? {} : { of }),
    })
    const [first] = summarizeContents(CONTENTS, [
      report('BC-0001', [1], [opinions(10, 12)]),
      report('BC-0002', [1], [opinions(5, 5), opinions(3)]),
    ])
    expect(first?.totals.map(({ quantity, of }) => [quantity, of])).toEqual([
      [15, 17],
      [3, undefined],
    ])
  })

  test('puts a report of several contents, or of none, last and by itself', () => {
    const summary = summarizeContents(CONTENTS, [
      report('BC-0001', [1, 2], [meetings(1)]),
      report('BC-0002', [], [meetings(1)]),
      report('BC-0003', [2], []),
    ])
    expect(summary.map(({ content, codes }) => [content?.number, codes])).toEqual([
      [2, ['BC-0003']],
      [undefined, ['BC-0001', 'BC-0002']],
    ])
  })

  test('counts nothing of a report that has nothing to report', () => {
    const none = report('BC-0001', [1], [meetings(1)])
    const nothing = { ...none, content: { ...none.content, nothingToReport: true } }
    expect(summarizeContents(CONTENTS, [nothing])).toEqual([])
  })
})
