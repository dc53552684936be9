import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  holdCategoryNamed,
  partsNamed,
  readDossierCommand,
  readNumbered,
  readPoints,
  readReturn,
} from '../../../../bot/language/errands/dossier-command.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')

describe('what the office does with a dossier', () => {
  test.each([
    ['HS-024 đủ điều kiện', { kind: 'act', act: 'find-eligible', codes: ['HS-024'] }],
    ['hs 24 du dieu kien a', { kind: 'act', act: 'find-eligible', codes: ['HS-024'] }],
    [
      'HS-024, HS-025 và hs 26 đủ điều kiện',
      { act: 'find-eligible', codes: ['HS-024', 'HS-025', 'HS-026'] },
    ],
    ['hs 24, 25, 26 du dieu kien', { act: 'find-eligible', codes: ['HS-024', 'HS-025', 'HS-026'] }],
    [
      'HS-024 không đủ vì thành tích thuộc năm 2023',
      { act: 'find-ineligible', words: 'thành tích thuộc năm 2023' },
    ],
    ['HS-024 không đủ điều kiện', { act: 'find-ineligible', words: '' }],
    ['nhận HS-024', { act: 'receive', codes: ['HS-024'] }],
    ['đã tiếp nhận hồ sơ số 24', { act: 'receive', codes: ['HS-024'] }],
    ['tạm dừng HS-024 vì đang xem xét kỷ luật', { act: 'hold', words: 'đang xem xét kỷ luật' }],
    ['xử lý tiếp HS-024', { act: 'resume' }],
    ['hoàn tác HS-024', { act: 'reconsider' }],
    ['đã trao HS-024, HS-026', { act: 'award', codes: ['HS-024', 'HS-026'] }],
    ['hs 24 da duoc trao khen thuong', { act: 'award', codes: ['HS-024'] }],
    ['trình ký tiếp HS-024', { act: 'resume-lower', codes: ['HS-024'] }],
    ['hs 24 cap tren khong khen', { act: 'resume-lower', codes: ['HS-024'] }],
    ['lưu trữ hồ sơ HS-024', { act: 'archive', codes: ['HS-024'] }],
    ['chuyển HS-024 sang đơn vị mới', { kind: 'transfer', code: 'HS-024' }],
    ['chuyen ho so 24 ve xa moi', { kind: 'transfer', code: 'HS-024' }],
    ['báo kết quả HS-024', { kind: 'tell', codes: ['HS-024'] }],
    ['HS-024 tiêu chuẩn 1 không đạt', { kind: 'check', criterion: 1, met: false }],
    ['hs 24 tieu chuan 2 dat', { kind: 'check', criterion: 2, met: true }],
    ['tiêu chuẩn HS-024', { kind: 'checklist', code: 'HS-024' }],
    ['đối chiếu HS-024', { kind: 'compare', code: 'HS-024' }],
    ['HS-024 bản giấy: tờ trình, biên bản', { kind: 'paper', parts: ['letter', 'minutes'] }],
    ['HS-024', { kind: 'card', code: 'HS-024' }],
    ['gửi lại HS-024', { kind: 'resubmit', code: 'HS-024' }],
    ['điểm 1: ông A, bà B', { kind: 'point', point: 1, words: 'ông A, bà B' }],
    ['hs 24 diem 2 anh chup', { kind: 'point', code: 'HS-024', point: 2 }],
  ])('"%s"', (text, command) => {
    expect(readDossierCommand(text)).toMatchObject(command)
    expect(readDossierCommand(text.normalize('NFD'))).toMatchObject(command)
  })

  test.each([
    'hồ sơ đến đâu rồi',
    'HS-024 tới đâu rồi',
    'HS-024 đủ điều kiện chưa',
    'bao giờ trả HS-024',
    'trả lại 20 suất quà cho 24 hộ',
    'nhận 24 hồ sơ',
    'tổ chức 2 hội nghị, 120 lượt người, đủ điều kiện',
    'rút HS-024',
  ])('"%s" is no command', (text) => {
    expect(readDossierCommand(text)).toBeUndefined()
  })
})

describe('what is to be supplemented', () => {
  const two = ['Danh sách 12 hộ hiến đất', 'Ảnh tuyến đường']
  test.each([
    'trả HS-024: 1) Danh sách 12 hộ hiến đất 2) Ảnh tuyến đường hạn 02/12',
    'trả HS-024: 1. Danh sách 12 hộ hiến đất; 2. Ảnh tuyến đường, hạn 2/12/2026',
    'Trả lại hs 24:\n1) Danh sách 12 hộ hiến đất\n2) Ảnh tuyến đường\nhạn đến hết ngày 02/12',
    'trả HS-024: Danh sách 12 hộ hiến đất; Ảnh tuyến đường; chậm nhất 02/12',
  ])('is read point by point, with its last day: %j', (text) => {
    const command = readDossierCommand(text)
    if (command?.kind !== 'act') throw new Error('not read')
    expect(command).toMatchObject({ act: 'return', codes: ['HS-024'] })
    const { points, dueOn } = readReturn(command.words, TODAY)
    expect(points).toEqual(two)
    expect(dueOn?.toString()).toBe('2026-12-02')
  })

  test('"trước ngày" ends the day before', () => {
    expect(readReturn('ảnh, trước ngày 02/12', TODAY).dueOn?.toString()).toBe('2026-12-01')
  })

  test('without a day it has none, and a day of the new year lies ahead', () => {
    expect(readReturn('1) ảnh', TODAY)).toEqual({ points: ['ảnh'] })
    expect(readReturn('1) ảnh hạn 5/1', TODAY).dueOn?.toString()).toBe('2027-01-05')
  })
})

test('of a hold only the category is kept', () => {
  expect(holdCategoryNamed('đang xem xét KỶ LUẬT khiển trách')).toBe('discipline')
  expect(holdCategoryNamed('co don to cao')).toBe('complaint')
  expect(holdCategoryNamed('lý do khác')).toBeUndefined()
})

test('parts of a dossier are named as people call them', () => {
  expect(partsNamed('to trinh, bao cao thanh tich va bien ban')).toEqual([
    'letter',
    'report',
    'minutes',
  ])
})

describe('answers to the points of a returned dossier', () => {
  test.each([
    ['1. thu hoi 2 xe, da ban giao', [[1, 'thu hoi 2 xe, da ban giao']]],
    [
      '1) danh sách 12 hộ\n2) ảnh gửi sau',
      [
        [1, 'danh sách 12 hộ'],
        [2, 'ảnh gửi sau'],
      ],
    ],
    ['2: biên bản có 12/15 chữ ký', [[2, 'biên bản có 12/15 chữ ký']]],
    ['1. tuyên truyền 1. phổ biến', []],
    ['1', []],
    ['12/11 tổ chức 2 hội nghị', []],
    ['3 hội nghị, 120 người', []],
  ])('%j: %j', (text, wanted) => {
    expect(readNumbered(text).map(({ point, words }) => [point, words])).toEqual(wanted)
  })

  test('may be called points, several in one message', () => {
    expect(readPoints('Điểm 1: đủ 12 hộ; điểm 2: ảnh kèm dưới'.normalize('NFD'))).toEqual([
      { point: 1, words: 'đủ 12 hộ' },
      { point: 2, words: 'ảnh kèm dưới' },
    ])
  })
})
