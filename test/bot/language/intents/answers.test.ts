import { describe, expect, test } from 'vitest'
import {
  isQuestion,
  isThanks,
  readNumberAnswer,
  readYesNo,
  recogniseChoice,
} from '../../../../bot/language/intents/answers.ts'

const AWARDS = ['Giấy khen', 'Bằng khen', 'Khác']
const WITHDRAW = ['Đúng, rút', 'Không']

describe('a choice', () => {
  test.each([
    ['1', 0],
    ['1 ạ', 0],
    ['1.', 0],
    ['(2)', 1],
    ['số 1', 0],
    ['một', 0],
    ['dạ 2 ạ', 1],
    ['chọn 3', 2],
    ['thứ nhất', 0],
    ['1️⃣', 0],
    ['giấy khen', 0],
    ['bang khen', 1],
    ['Bằng khen ạ', 1],
    ['2. Bằng khen', 1],
  ])('%j chooses option %i', (text, option) => {
    expect(recogniseChoice(text, AWARDS)).toBe(option)
    expect(recogniseChoice(text.normalize('NFD'), AWARDS)).toBe(option)
  })

  test.each([['0'], ['4'], ['khen'], ['1 hội nghị'], ['ok'], ['dạ'], ['👍'], ['12/12'], ['']])(
    '%j chooses nothing',
    (text) => {
      expect(recogniseChoice(text, AWARDS)).toBeUndefined()
    },
  )

  test('between yes and no an explicit word is needed', () => {
    expect(recogniseChoice('đúng', WITHDRAW)).toBe(0)
    expect(recogniseChoice('dung roi a', WITHDRAW)).toBe(0)
    expect(recogniseChoice('không', WITHDRAW)).toBe(1)
    expect(recogniseChoice('thôi', WITHDRAW)).toBe(1)
    for (const courtesy of ['ok', 'dạ', 'vâng ạ', '👍', 'ừ', 'dừng', 'được'])
      expect(recogniseChoice(courtesy, WITHDRAW)).toBeUndefined()
  })
})

test('numbers in words are answers only alone', () => {
  expect(readNumberAnswer('ba')).toBe(3)
  expect(readNumberAnswer('ba hội nghị')).toBeUndefined()
})

test('courtesy is a yes that decides nothing', () => {
  expect(readYesNo('ok')).toEqual({ answer: 'yes', explicit: false })
  expect(readYesNo('dạ vâng')).toEqual({ answer: 'yes', explicit: false })
  expect(readYesNo('đúng rồi')).toEqual({ answer: 'yes', explicit: true })
  expect(readYesNo('ko')).toEqual({ answer: 'no', explicit: true })
  expect(readYesNo('đứng')).toBeUndefined()
  expect(readYesNo('đúng 20 người')).toBeUndefined()
})

test.each([
  ['cảm ơn', true],
  ['dạ em cảm ơn ạ', true],
  ['tks', true],
  ['khoảng 25 người, cảm ơn', false],
  ['trao 5 thư cảm ơn', false],
  ['hạn nộp khi nào, cảm ơn', false],
])('%j is thanks and nothing else: %s', (text, thanks) => {
  expect(isThanks(text)).toBe(thanks)
})

test.each([
  ['hạn nộp là ngày nào vậy', true],
  ['han nop la ngay nao vay', true],
  ['đã nộp chưa', true],
  ['có nộp được không ạ', true],
  ['hồ sơ bị trả lại à', true],
  ['25 người?', true],
  ['thôn 3 với thôn 7', false],
  ['không có gì mới', false],
  ['giải nhất, giải nhì', false],
  ['tu sửa chùa', false],
  ['xã Mai Sao', false],
])('%j asks: %s', (text, asks) => {
  expect(isQuestion(text)).toBe(asks)
})
