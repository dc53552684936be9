import { describe, expect, test } from 'vitest'
import { sayTo } from '../../../bot/texts/people.ts'

describe('the word for the reader', () => {
  test.each([
    ['Đồng chí nhắn một câu là đủ.', 'Chị nhắn một câu là đủ.'],
    ['Đã giữ nguyên tin nhắn của đồng chí (T-12).', 'Đã giữ nguyên tin nhắn của chị (T-12).'],
  ])('%j becomes the one that the person chose', (text, said) => {
    expect(sayTo({ address: 'chị Hoa' }, text)).toBe(said)
    expect(sayTo({ address: 'chị' }, text)).toBe(said)
    expect(sayTo({ address: 'đồng chí Chủ tịch' }, text)).toBe(text)
  })

  test.each([
    ['Gửi nguyên văn cho đồng chí Minh.'],
    ['Hồ sơ chờ đồng chí Chủ tịch UBND xã cho ý kiến.'],
    ['Kết quả: 42 đồng chí dự.'],
    ['Trên 100 người cần một đồng chí thứ hai đồng ý.'],
    ['Trợ lý chưa rõ "đồng chí cho hỏi" là việc gì.'],
  ])('%j speaks of others', (text) => {
    expect(sayTo({ address: 'anh Páo' }, text)).toBe(text)
  })
})
