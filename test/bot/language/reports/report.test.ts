import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { fold, readingOf } from '../../../../bot/language/writing/fold.ts'
import { readReport } from '../../../../bot/language/reports/report.ts'
import type {
  DayOrInterval,
  Figure,
  UnderstoodReport,
} from '../../../../bot/language/understanding.ts'
import { contextOn, fixture, TODAY, withoutMarks } from '../context.ts'

type Labelled = {
  readonly text: string
  readonly at: string
  readonly items: readonly { quantity: number; of?: number; label: string; approx?: boolean }[]
  readonly dates: readonly (string | { from: string; to: string })[]
  readonly contents: readonly number[]
  readonly period?: string
}

const read = (text: string, at = TODAY): UnderstoodReport =>
  readReport(readingOf(text), { ...contextOn(at), looking: 'back' })

const asWritten = (date: DayOrInterval) =>
  date instanceof Temporal.PlainDate
    ? date.toString()
    : { from: date.from.toString(), to: date.to.toString() }

const alike = (a: string, b: string) => fold(a).includes(fold(b)) || fold(b).includes(fold(a))

/** How many of the labelled figures were found, and how many were found that are none. */
function compare(found: readonly Figure[], labelled: Labelled['items']) {
  const rest = [...found]
  let right = 0
  for (const { quantity, of, label } of labelled) {
    const at = rest.findIndex(
      (one) => one.quantity === quantity && one.of === of && alike(one.label, label),
    )
    if (at < 0) continue
    rest.splice(at, 1)
    right++
  }
  return { right, missed: labelled.length - right, invented: rest.length }
}

function score(name: string, change: (text: string) => string) {
  const { reports } = fixture<{ reports: readonly Labelled[] }>(name)
  const sum = { right: 0, missed: 0, invented: 0, dates: 0, contents: 0, periods: 0 }
  for (const { text, at, items, dates, contents, period } of reports) {
    const report = read(change(text), at)
    const { right, missed, invented } = compare(report.items, items)
    sum.right += right
    sum.missed += missed
    sum.invented += invented
    sum.dates += Number(JSON.stringify(report.dates.map(asWritten)) === JSON.stringify(dates))
    sum.contents += Number(JSON.stringify(report.contents) === JSON.stringify(contents))
    sum.periods += Number(report.period === period)
  }
  return {
    precision: sum.right / (sum.right + sum.invented),
    recall: sum.right / (sum.right + sum.missed),
    dates: sum.dates / reports.length,
    contents: sum.contents / reports.length,
    periods: sum.periods / reports.length,
  }
}

const NAMES = [
  'reports-dev',
  'reports-held-out',
  'reports-voices',
  'reports-offices',
  'reports-desks',
  'reports-thumbs',
  'reports-clerks',
  'reports-agencies',
  'reports-cross-section',
  'reports-colleagues',
]

describe.each([
  ['as typed', (text: string) => text],
  ['in NFD', (text: string) => text.normalize('NFD')],
  ['without marks', withoutMarks],
])('labelled reports %s', (_, change) => {
  test.each(NAMES)('%s meets the bars', (name) => {
    const { precision, recall, dates, contents, periods } = score(name, change)
    expect(precision).toBeGreaterThanOrEqual(0.97)
    expect(recall).toBeGreaterThanOrEqual(0.93)
    expect(dates).toBeGreaterThanOrEqual(0.95)
    expect(contents).toBeGreaterThanOrEqual(0.95)
    expect(periods).toBeGreaterThanOrEqual(0.95)
  })
})

describe('a report', () => {
  test('a day behind a colon, before what was done on it, is no share of those who did it', () => {
    for (const text of [
      'Huyện đoàn: 10/11 tổ chức 1 cuộc thi',
      'hoi phu nu: 9/11 ra quan 30 nguoi',
    ])
      expect(read(text).items.map(({ of }) => of)).toEqual([undefined])
    expect(read('ý kiến cử tri: 10/11 đã trả lời').items).toMatchObject([{ quantity: 10, of: 11 }])
  })

  test('is read from one message', () => {
    const report = read(
      'BC t10: 2 hội nghị tuyên truyền tại thôn Làng Ngũa và thôn 3 ngày 15/10, 120 người. Khó khăn: thiếu 2 máy chiếu. Sáng kiến: nhóm Zalo thôn',
    )
    expect(report).toMatchObject({
      period: '2025-10',
      places: ['thôn Làng Ngũa', 'thôn 3'],
      contents: [1],
      difficulties: 'thiếu 2 máy chiếu',
      initiative: 'nhóm Zalo thôn',
      nothingToReport: false,
    })
    expect(report.items.map(({ quantity }) => quantity)).toEqual([2, 120])
    expect(report.dates.map(String)).toEqual(['2025-10-15'])
  })

  test('"ngày 5" lies in the month spoken of', () => {
    expect(read('báo cáo tháng 9: ngày 5 họp thôn, 40 hộ').dates.map(String)).toEqual([
      '2025-09-05',
    ])
  })

  test.each([
    ['không phát sinh', true],
    ['ko ps', true],
    ['thang nay khong co gi moi de bao cao', true],
    ['tháng 10 chưa có phát sinh ạ', true],
    ['không phát sinh đơn thư khiếu nại', false],
    ['không phát sinh khó khăn, 2 hội nghị', false],
    ['phát sinh 3 vụ', false],
  ])('%j says that there is nothing to report: %s', (text, nothing) => {
    expect(read(text).nothingToReport).toBe(nothing)
  })

  test.each([
    ['khoảng 20-25 người dự', 20],
    ['từ 30 đến 40 hộ tham gia', 30],
  ])('%j is one figure, about its lower end', (text, quantity) => {
    expect(read(text).items).toMatchObject([{ quantity, approx: true }])
  })

  test.each([
    ['thon lang ngua to chuc 2 buoi, 60 nguoi', ['thon lang ngua']],
    ['hom qua thon pac ma hop', ['thon pac ma']],
    ['thon em hop xong', []],
    ['moi thon 5 nguoi', []],
  ])('%j happened in %j', (text, places) => {
    expect(read(text).places).toEqual(places)
  })

  test.each([
    ['hôm qua tuyên truyền 3 buổi à nhầm 4 buổi, 97 người nghe', [4, 97]],
    ['trao 12 suất quà, nhầm 15 suất, cho hộ nghèo', [15]],
    ['tiep xuc cu tri 2 diem, 60 nguoi a quen 65 nguoi', [2, 65]],
  ])('%j has the figures that were meant', (text, figures) => {
    expect(read(text).items.map(({ quantity }) => quantity)).toEqual(figures)
  })

  test('what is asked of those above is a difficulty, and its figures are no results', () => {
    const report = read('4 buổi, 180 người; đề nghị huyện cấp thêm 200 tờ rơi')
    expect(report.difficulties).toBe('đề nghị huyện cấp thêm 200 tờ rơi')
    expect(report.items.map(({ quantity }) => quantity)).toEqual([4, 180])
    expect(read('8 ý kiến cử tri đề nghị huyện hỗ trợ giống').difficulties).toBeUndefined()
  })

  test('"khó khăn: không" is no difficulty', () => {
    expect(read('2 buổi, 60 người. Khó khăn: không').difficulties).toBeUndefined()
  })

  test.each([
    ['tuyên truyền 3 buổi', [1]],
    ['tuyên truyền pháp luật 3 buổi', [2]],
    ['tuyên truyền 2 buổi về luật đất đai', [2]],
    ['xử lý kỷ luật 1 trường hợp', []],
    ['tham mưu ban hành 2 nghị quyết', [3]],
    ['phổ biến nghị quyết của UBTVQH', [2]],
    ['TXCT 2 cuộc, giải quyết 5/5 đơn', [4]],
    ['5 đơn vị tham gia', []],
    ['nội dung 3: 1 buổi', [3]],
    ['tuyen truyen, pho bien luat; txct', [2, 4]],
  ])('%j speaks of the contents %j', (text, contents) => {
    expect(read(text).contents).toEqual(contents)
  })
})
