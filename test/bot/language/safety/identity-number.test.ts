import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  HIDDEN_NUMBER,
  hideIdentityNumbers,
} from '../../../../bot/language/safety/identity-number.ts'

describe('the number of an identity paper', () => {
  test.each([
    'trao quà cho hộ bà Lan 001095012345',
    'bà Lan, số định danh 020 185 001 234, thôn 3',
    'cccd: 020185001234',
    'CMND 082123456 của ông Páo',
    'hộ chiếu B1234567',
    'căn cước số ０２０１８５００１２３４',
  ])('is taken out of %j, and nothing else', (text) => {
    const hidden = hideIdentityNumbers(text)
    expect(hidden).toContain(HIDDEN_NUMBER)
    expect(hidden.normalize('NFKC').replace(/\d{1,2}(?!\d)/gu, '')).not.toMatch(/\d{3}/u)
  })

  test.each([
    'gọi chị Hoa 0912345678, 0205 3820 123',
    'kinh phí 120.000.000 đồng, 12 hội nghị',
    'sđt 0912345678 25 người dự',
    'làm căn cước cho 1250 người ngày 12-11-2025',
    'đề án căn cước: kinh phí 120 000 000 đồng',
    'quyết định số 112/QĐ-UBND ngày 20/5/2025',
    'mã 4KQ7-WX2M',
  ])('is not seen in %j', (text) => {
    expect(hideIdentityNumbers(text)).toBe(text)
  })

  test('once taken out, nothing more is found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = hideIdentityNumbers(text)
        expect(hideIdentityNumbers(once)).toBe(once)
      }),
    )
  })
})
