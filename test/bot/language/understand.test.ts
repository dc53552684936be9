import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understand } from '../../../bot/language/understand.ts'
import { INTENTS } from '../../../bot/language/understanding.ts'
import { contextOn, fixture, TODAY } from './context.ts'

const context = contextOn(TODAY)

/** Words that rules listen for, in any order: where patterns have most to try. */
const SPOKEN = (
  'xin em tôi muốn cho rút hồ sơ đề nghị khen duyệt không đồng ý bỏ phiếu trả lại bổ sung nhé ạ thôi ' +
  'mai gửi báo cáo xã nào chưa nộp ngày 12/11 thôn 3 12/12 ý kiến 180tr từ đến tháng quý hai ba mươi ? , .'
).split(' ')

function expectAnswer(text: string): void {
  const understood = understand(text, context)
  expect(understood.text).toBe(text.normalize('NFC'))
  expect(INTENTS).toContain(understood.intent)
  expect(understood.alternatives).toContain(understood.intent)
  expect(understood.alternatives[0]).toBe(understood.intent)
  expect(understood.alternatives.length).toBeLessThanOrEqual(3)
}

describe('any text', () => {
  test('of any Unicode up to 4,000 characters gives an answer', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), expectAnswer), {
      numRuns: 150,
    })
  })

  test('of the words rules listen for gives an answer in good time', () => {
    const text = fc.array(fc.constantFrom(...SPOKEN), { maxLength: 400 })
    fc.assert(
      fc.property(text, (words) => {
        const before = process.cpuUsage()
        expectAnswer(words.join(' '))
        const { user, system } = process.cpuUsage(before)
        expect((user + system) / 1000).toBeLessThan(250)
      }),
      { numRuns: 150 },
    )
  })

  test('is understood the same twice, and in NFD as in NFC', () => {
    const { reports } = fixture<{ reports: readonly { text: string }[] }>('reports-dev')
    for (const { text } of reports) {
      const once = understand(text, context)
      expect(understand(text, context)).toEqual(once)
      expect(understand(text.normalize('NFD'), context)).toEqual(once)
    }
  })
})

test('99 of 100 messages take less than 10 ms of processor time', () => {
  const { reports } = fixture<{ reports: readonly { text: string }[] }>('reports-dev')
  const { utterances } = fixture<{ utterances: Record<string, string[]> }>('utterances-dev')
  const texts = [...reports.map(({ text }) => text), ...Object.values(utterances).flat()].filter(
    (_, at) => at % 5 === 0,
  )
  for (const text of texts) understand(text, context)
  const costs = texts.map((text) => {
    const before = process.cpuUsage()
    understand(text, context)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  const sorted = costs.toSorted((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(10)
})

describe('the dialogues', () => {
  test('a terse expert reports by one message', () => {
    const { intent, sure, report } = understand(
      'bc xoa nha tam: ban giao 3 can, thon 5, 21/11, 180tr xa hoi hoa',
      contextOn('2026-11-24'),
    )
    expect({ intent, sure }).toEqual({ intent: 'submit_report', sure: true })
    expect(report.items).toMatchObject([
      { quantity: 3, measure: 'house' },
      { quantity: 180_000_000, measure: 'money' },
    ])
    expect(report.dates.map(String)).toEqual(['2026-11-21'])
    expect(report.places).toEqual(['thon 5'])
  })

  test.each([
    ['dạ em mới nhận việc, em không biết báo cáo ở đâu ạ', 'help'],
    ['hôm qua bên em có trao quà cho hộ nghèo', 'submit_report'],
    ['nhầm rồi, 25 suất chứ k phải 20', 'edit_report'],
    ['hạn nộp là ngày nào vậy', 'deadlines'],
    ['đang họp, 3h chiều gửi nhé', 'remind_me_later'],
    ['khong phat sinh', 'submit_report'],
    [
      'đề nghị khen chị Nguyễn Thị Hoa, chi hội trưởng phụ nữ thôn 3, vận động 12 hộ hiến đất làm đường',
      'nominate',
    ],
    ['hs 24 toi dau roi', 'nomination_status'],
    ['cái hôm trước ấy', 'unknown'],
    ['ai chưa nộp bc t11', 'unit_progress'],
  ])('%j is %s', (text, intent) => {
    expect(understand(text, context).intent).toBe(intent)
  })

  test('a promise looks forward', () => {
    const { intent, report } = understand('thứ 6 tuần sau tôi gửi', context)
    expect(intent).toBe('remind_me_later')
    expect(report.dates.map(String)).toEqual(['2025-11-28'])
  })

  test('a correction, a code and a period are read beside the intent', () => {
    expect(understand('sửa BC-0412: 25 chứ không phải 20', context)).toMatchObject({
      intent: 'edit_report',
      codes: { report: 'BC-0412' },
      correction: { from: 20, to: 25 },
    })
    expect(understand('nop bc thang 11', context)).toMatchObject({
      intent: 'submit_report',
      report: { period: '2025-11', items: [], nothingToReport: false },
    })
  })
})
