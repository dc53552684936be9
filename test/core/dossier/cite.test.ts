import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { citeSentences, sentencesOf } from '../../../core/dossier/cite.ts'
import { legalBasesOn } from '../../../core/dossier/legal-base.ts'
import type { Report, ReportContent } from '../../../core/report/report.ts'

function report(code: string, content: Partial<ReportContent>): Report {
  return {
    id: code,
    code,
    campaignId: 'c',
    unitCode: 'u',
    officialId: 'o',
    period: '2025-10',
    late: false,
    state: 'submitted',
    version: 1,
    submittedAt: Temporal.Instant.from('2025-10-15T02:00:00Z'),
    content: {
      text: '',
      items: [],
      dates: [],
      places: [],
      contents: [],
      nothingToReport: false,
      ...content,
    },
  }
}

const gifts = { quantity: 1250, label: 'suất quà', approx: false }

describe('sentences and the reports that bear them out', () => {
  test('a sentence ends at its mark or line, not inside a number or a date', () => {
    expect(sentencesOf('Trao 1.250 suất quà ngày 3.9.2025. Ra mắt tổ loa;\nPhát 3 buổi')).toEqual([
      'Trao 1.250 suất quà ngày 3.9.2025.',
      'Ra mắt tổ loa;',
      'Phát 3 buổi',
    ])
  })

  test('a number counts only with a word of what it counts', () => {
    const reports = [report('BC-1', { text: 'x', items: [gifts] })]
    const cited = citeSentences('Trao 1.250 suất quà. Trồng 1.250 cây.', reports)
    expect(cited.map(({ codes }) => codes)).toEqual([['BC-1'], []])
  })

  test('the same words are found whatever their marks and form', () => {
    const reports = [report('BC-2', { text: 'to chuc hoi nghi tuyen truyen tai thon 3' })]
    const sentence = 'Tổ chức hội nghị tuyên truyền tại thôn 7.'.normalize('NFD')
    expect(citeSentences(sentence, reports)).toEqual([
      { text: 'Tổ chức hội nghị tuyên truyền tại thôn 7.', codes: ['BC-2'] },
    ])
  })
})

test.each([
  ['2023-12-31', '91/2017'],
  ['2024-01-01', '98/2023'],
  ['2025-06-30', '98/2023'],
  ['2025-07-01', '152/2025'],
])('on %s a paper cites the decree %s', (day, decree) => {
  expect(legalBasesOn(Temporal.PlainDate.from(day)).join()).toContain(decree)
})
