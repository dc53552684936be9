import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { understand } from '../../../../bot/language/understand.ts'
import { contextOn, TODAY, withoutMarks } from '../context.ts'

/** Half past two on a Tuesday. */
const context = { ...contextOn(TODAY), time: Temporal.PlainTime.from('14:30') }

const momentOf = (text: string) => {
  const { intent, promise } = understand(text, context)
  expect(intent).toBe('remind_me_later')
  return promise && `${promise.on.toString()} ${promise.at?.toString().slice(0, 5) ?? 'day'}`
}

describe('the moment of a promise', () => {
  test.each([
    ['đang họp, 3h chiều gửi nhé', '2025-11-18 15:00'],
    ['3h em gửi', '2025-11-18 15:00'],
    ['16h30 em nộp', '2025-11-18 16:30'],
    ['9h em gửi', '2025-11-19 09:00'],
    ['chiều tôi gửi', '2025-11-18 16:30'],
    ['mai em nộp', '2025-11-19 day'],
    ['8h sáng mai tôi gửi', '2025-11-19 08:00'],
    ['chiều mai 2h em nộp', '2025-11-19 14:00'],
    ['thứ 6 nhắc tôi', '2025-11-21 day'],
    ['đầu giờ chiều thứ sáu em gửi', '2025-11-21 14:00'],
    ['tuần sau em nộp', '2025-11-28 day'],
    ['cuối tuần em gửi', '2025-11-22 day'],
    ['30 phút nữa nhắc tôi', '2025-11-18 15:00'],
    ['lát nữa em gửi', '2025-11-18 15:30'],
    ['xin lùi đến thứ hai', '2025-11-24 day'],
    ['vài hôm nữa em nộp', '2025-11-21 day'],
    ['tối nay tôi nộp', '2025-11-18 20:00'],
    ['hôm nay tôi bận lắm, mai gửi nhé', '2025-11-19 day'],
    ['mai em gửi, hôm nay đang họp', '2025-11-19 day'],
  ])('%j is %s', (text, moment) => {
    expect(momentOf(text)).toBe(moment)
    expect(momentOf(withoutMarks(text))).toBe(moment)
  })

  test('where none is named there is none', () => {
    expect(momentOf('để sau nhé')).toBeUndefined()
  })

  test('"lát nữa" names only the day where the hour of writing is not known', () => {
    const { promise } = understand('lát nữa em gửi', contextOn(TODAY))
    expect(promise?.on.toString()).toBe(TODAY)
    expect(promise?.at).toBeUndefined()
  })
})

describe('a leave', () => {
  test.each([
    ['nghỉ đến 20/12, chị Hoa thay', undefined, '2025-12-20', 'chị Hoa'],
    ['tôi nghỉ phép từ 15/12 đến 20/12, anh Nam làm thay', '2025-12-15', '2025-12-20', 'anh Nam'],
    ['tôi nghỉ đến thứ 6, nhờ chị Lan phụ trách thay', undefined, '2025-11-21', 'chị Lan'],
    ['em nghỉ ốm 3 ngày từ mai', '2025-11-19', '2025-11-21', undefined],
    [
      'tôi nghỉ thai sản từ 1/12 đến hết tháng 3, chị Hoa thay',
      '2025-12-01',
      '2026-03-31',
      'chị Hoa',
    ],
    ['em nghỉ đến cuối tháng 12', undefined, '2025-12-31', undefined],
    ['em đi công tác đến hết tuần, đ/c Hải thay', undefined, '2025-11-23', 'đ/c Hải'],
  ])('%j', (text, from, until, deputy) => {
    for (const typed of [text, withoutMarks(text)]) {
      const { intent, leave } = understand(typed, context)
      expect(intent).toBe('leave')
      expect(leave?.from?.toString()).toBe(from)
      expect(leave?.until?.toString()).toBe(until)
      expect(leave?.deputy).toBe(typed === text || !deputy ? deputy : withoutMarks(deputy))
    }
  })
})

describe('a paper', () => {
  test.each([
    ['đã ban hành KH số 15/KH-UBND ngày 10/6', '15/KH-UBND', '2025-06-10'],
    ['xã Mai Sao đã ban hành kế hoạch số 15 ngày 10 tháng 6 năm 2024', '15/KH', '2024-06-10'],
    [
      'quyết định số 128/QĐ-UBND ngày 08/12/2024 tặng giấy khen HS-024',
      '128/QĐ-UBND',
      '2024-12-08',
    ],
    ['đã ban hành KH số 07/KH-UBND', '07/KH-UBND', undefined],
  ])('%j bears its number and its day', (text, number, on) => {
    const { paper } = understand(text, context)
    expect(paper?.number).toBe(number)
    expect(paper?.on?.toString()).toBe(on)
  })
})
