import { describe, expect, test } from 'vitest'
import { readingOf } from '../../../../bot/language/writing/fold.ts'
import { readReport } from '../../../../bot/language/reports/report.ts'
import type { Figure } from '../../../../bot/language/understanding.ts'
import { contextOn, TODAY } from '../context.ts'

const figuresIn = (text: string): readonly Figure[] =>
  readReport(readingOf(text), { ...contextOn(TODAY), looking: 'back' }).items

/** "450 lượt người", "12/12 ý kiến", "~20 suất quà". */
const told = ({ quantity, of, label, approx }: Figure) =>
  `${approx ? '~' : ''}${quantity}${of === undefined ? '' : `/${of}`} ${label}`

describe('figures', () => {
  test.each([
    ['3 hn, 450 lượt người', ['3 hn', '450 lượt người']],
    ['1.250 lượt', ['1250 lượt']],
    ['1 250 lượt', ['1250 lượt']],
    ['2,5 km đường', ['2.5 km đường']],
    ['05 hội nghị', ['5 hội nghị']],
    ['hai hội nghị, một trăm năm mươi người', ['2 hội nghị', '150 người']],
    ['khoảng 20 suất quà', ['~20 suất quà']],
    ['hơn 1.500 lượt người', ['~1500 lượt người']],
    ['lượt người: 450', ['450 lượt người']],
    ['số người dự là 60', ['60 người dự']],
    ['200 rọ đá', ['200 rọ']],
    ['đạt 96,5%', ['96.5 %']],
    ['20 cây, 30 con giống', ['20 cây', '30 con giống']],
    ['ba con bò', ['3 con bò']],
  ])('%j', (text, expected) => {
    expect(figuresIn(text).map(told)).toEqual(expected)
  })

  test.each([
    ['180tr', 180_000_000],
    ['180 triệu đồng', 180_000_000],
    ['1tr5', 1_500_000],
    ['15tr500', 15_500_000],
    ['1,2 tỷ', 1_200_000_000],
    ['1 tỷ 200 triệu', 1_200_000_000],
    ['500k', 500_000],
    ['500.000đ', 500_000],
    ['300 nghìn', 300_000],
    ['2 triệu rưỡi', 2_500_000],
  ])('%j is money in đồng', (text, quantity) => {
    expect(figuresIn(text)).toMatchObject([{ quantity, measure: 'money' }])
  })

  test.each([
    ['12/12 ý kiến', ['12/12 ý kiến']],
    ['3/5 xã hoàn thành', ['3/5 xã']],
    ['5 trên 7 đơn', ['5/7 đơn']],
    ['21 ý kiến, trả lời được 19/21', ['21 ý kiến', '19/21 ý kiến']],
    ['ý kiến: 12/14', ['12/14 ý kiến']],
    ['9/11 xã tổ chức 2 hội nghị', ['2 hội nghị']],
    ['đã có 9/12 thôn tổ chức xong', ['9/12 thôn']],
  ])('ratios: %j', (text, expected) => {
    expect(figuresIn(text).map(told)).toEqual(expected)
  })

  test.each([
    ['Kế hoạch 112/KH-UBND ngày 20/5/2024'],
    ['Luật 06/2022/QH15'],
    ['Nghị quyết 18-NQ/TW'],
    ['Nghị quyết số 15'],
    ['Điều 74 Luật Thi đua'],
    ['sđt 0912 345 678'],
    ['0912345678'],
    ['thôn 3, 5 và 7'],
    ['tổ 2 khu Thống Nhất'],
    ['kỳ họp thứ 12'],
    ['quốc lộ 1A'],
    ['lúc 7h30'],
    ['ngày 21/11'],
    ['năm 2025'],
    ['quý 4'],
    ['80 năm Ngày Tổng tuyển cử'],
    ['82 tuổi'],
    ['mã 8F3K2P'],
    ['BC-0412'],
    ['một số bà con'],
    ['ba con phan khoi'],
    ['sau hội nghị'],
    ['sau hoi nghi'],
  ])('no figure in %j', (text) => {
    expect(figuresIn(text)).toEqual([])
  })

  test('the same without marks and in NFD', () => {
    const text = 'khoảng 20 suất quà, mười hai hộ, 3/5 đơn'
    const plain = figuresIn('khoang 20 suat qua, muoi hai ho, 3/5 don')
    expect(plain.map(({ quantity, of }) => [quantity, of])).toEqual(
      figuresIn(text).map(({ quantity, of }) => [quantity, of]),
    )
    expect(figuresIn(text.normalize('NFD'))).toEqual(figuresIn(text))
  })

  test('labels keep the words typed', () => {
    expect(figuresIn('12 HỘI NGHỊ')[0]).toMatchObject({ label: 'HỘI NGHỊ', measure: 'conference' })
    expect(figuresIn('12 hoi nghi')[0]).toMatchObject({ label: 'hoi nghi', measure: 'conference' })
  })
})
