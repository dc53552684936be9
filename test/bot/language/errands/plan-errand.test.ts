import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readPlanErrand, speaksOfPlans } from '../../../../bot/language/errands/plan-errand.ts'

const read = (text: string) => readPlanErrand(text, Temporal.PlainDate.from('2024-07-15'))

describe('an errand about the plan that a unit has issued', () => {
  test.each([
    ['sửa số KH thành 16', '16', undefined],
    ['sua so kh thanh 16', '16', undefined],
    ['Sửa số KH thành 16'.normalize('NFD'), '16', undefined],
    ['sửa số kế hoạch thành 16/KH-UBND', '16/KH-UBND', undefined],
    ['sửa số KH xã Mai Sao thành 16', '16', undefined],
    ['sửa KH thành 16/KH-UBND ngày 12/6', '16/KH-UBND', '2024-06-12'],
    ['sửa ngày KH thành 12/6', undefined, '2024-06-12'],
    ['đính chính ngày ban hành kế hoạch là 12/6/2024', undefined, '2024-06-12'],
  ])('corrects: "%s"', (text, number, on) => {
    const errand = read(text)
    expect(errand?.kind).toBe('correct')
    if (errand?.kind !== 'correct') return
    expect(errand.number).toBe(number)
    expect(errand.on?.toString()).toBe(on)
  })

  test.each([
    'rút kế hoạch',
    'rut ke hoach',
    'rút KH số 15/KH-UBND',
    'hủy kế hoạch của xã Mai Sao',
  ])('withdraws: "%s"', (text) => {
    expect(read(text)).toEqual({ kind: 'withdraw' })
  })

  test.each([
    'sửa BC-0001: 3 hội nghị',
    'nhầm, 25 chứ không phải 20',
    'rút BC-0001',
    'hủy kế hoạch họp chiều nay',
    'đã ban hành KH số 15/KH-UBND ngày 10/6',
    'tổ chức 2 hội nghị triển khai kế hoạch',
  ])('is not: "%s"', (text) => {
    expect(read(text)).toBeUndefined()
  })
})

test('a nudge may be about plans', () => {
  expect(speaksOfPlans('nhắc xã Mai Sao ban hành kế hoạch')).toBe(true)
  expect(speaksOfPlans('nhac xa mai sao ban hanh kh')).toBe(true)
  expect(speaksOfPlans('nhắc xã Mai Sao nộp báo cáo')).toBe(false)
})
