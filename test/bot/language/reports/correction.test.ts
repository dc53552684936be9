import { expect, test } from 'vitest'
import { readCodes } from '../../../../bot/language/codes.ts'
import { readCorrection } from '../../../../bot/language/reports/correction.ts'
import { readingOf } from '../../../../bot/language/writing/fold.ts'
import { withoutMarks } from '../context.ts'

test.each([
  ['nhầm, 25 chứ không phải 20', { from: 20, to: 25 }],
  ['nhầm rồi, 25 suất chứ k phải 20', { from: 20, to: 25 }],
  ['k phải 20 mà là 25', { from: 20, to: 25 }],
  ['không phải 12 mà 15 hội nghị', { from: 12, to: 15 }],
  ['k phải 300 cây đâu, 250 thôi', { from: 300, to: 250 }],
  ['sửa 20 thành 25', { from: 20, to: 25 }],
  ['sửa số người 120 -> 150', { from: 120, to: 150 }],
  ['số đơn từ 5 xuống 4', { from: 5, to: 4 }],
  ['20 là sai, 25 mới đúng', { from: 20, to: 25 }],
  ['số người sai, 60 mới đúng', { to: 60 }],
  ['em nhầm 60 thành 600', { from: 600, to: 60 }],
  ['sửa mục 3 thành 25', { item: 3, to: 25 }],
  ['kinh phí sai, đúng là 20 triệu', { to: 20_000_000 }],
])('%j corrects %j', (text, correction) => {
  expect(readCorrection(readingOf(text))).toEqual(correction)
  expect(readCorrection(readingOf(withoutMarks(text)))).toEqual(correction)
})

test.each([
  ['báo cáo 3 hội nghị'],
  ['đổi ngày thành 21/11'],
  ['không phải nộp 3 báo cáo'],
  ['6 tháng đầu năm hoàn thành 14 cuộc'],
  ['sửa BC-0412'],
])('%j corrects no figure', (text) => {
  expect(readCorrection(readingOf(text))).toBeUndefined()
})

test.each([
  ['sửa BC-0412', ['BC-0412']],
  ['bc 412', ['BC-0412']],
  ['bc0412', ['BC-0412']],
  ['hs 24 tới đâu', ['HS-024']],
  ['HS-024', ['HS-024']],
  ['duyệt hồ sơ số 24', ['HS-024']],
  ['bc 12 hội nghị', []],
  ['bc t10: 3 hn', []],
  ['12 hs nghèo', []],
  ['45/BC-UBND', []],
])('%j names the codes %j', (text, codes) => {
  expect(readCodes(readingOf(text).folded).map(({ code }) => code)).toEqual(codes)
})
