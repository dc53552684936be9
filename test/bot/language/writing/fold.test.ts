import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, normalise, readingOf, spell } from '../../../../bot/language/writing/fold.ts'

describe('fold', () => {
  test.each([
    ['Xã Hữu Kiên', 'xa huu kien'],
    ['ĐƯỜNG', 'duong'],
    ['hoà bình', 'hoa binh'],
    ['hòa bình', 'hoa binh'],
    ['Xã Hữu Kiên báo cáo'.normalize('NFD'), 'xa huu kien bao cao'],
    ['bá\u200Bo\u00A0cá\u2060o', 'bao cao'],
    ['\u202Ebáo cáo\u202C', 'bao cao'],
    ['ＢＣ　１２', 'bc 12'],
    ['bаo cаo', 'bao cao'],
    ['  nhiều   khoảng \t trắng ', 'nhieu khoang trang'],
    ['500 m²', '500 m2'],
  ])('reads %j as %j', (typed, folded) => {
    expect(fold(typed)).toBe(folded)
  })

  test.each([
    ['baso caso thangs 11', 'bao cao thang 11'],
    ['hooij nghij', 'hoi nghi'],
    ['tooi ddangw kys', 'toi dang ky'],
    ['dduwowngf', 'duong'],
    ['excel word thanks', 'excel word thanks'],
    ['hs 24 bcs ubnd txct', 'hs 24 bcs ubnd txct'],
  ])('decodes Telex leftovers: %j is %j', (typed, folded) => {
    expect(fold(typed)).toBe(folded)
  })

  test('decodes a paste from a TCVN3 document', () => {
    expect(normalise(readingOf('B¸o c¸o: x· héi chñ nghÜa ViÖt Nam').typed)).toBe(
      'Báo cáo: xã hội chủ nghĩa Việt Nam',
    )
    expect(fold('céng hßa, tù do, h¹nh phóc')).toBe('cong hoa, tu do, hanh phuc')
  })

  test('leaves French and typographic signs alone', () => {
    expect(fold('«Hội thi» 25°')).toBe('«hoi thi» 25°')
    expect(fold('café')).toBe('cafe')
  })

  test('is idempotent on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 500 },
    )
  })

  test('is the same for NFC and NFD of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })
})

describe('a reading', () => {
  test('has the folded text unit for unit beside the typed one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { typed, folded } = readingOf(text)
        expect(folded).toHaveLength(typed.length)
      }),
      { numRuns: 500 },
    )
  })

  test('knows whether marks are typed', () => {
    expect(readingOf('sau hội nghị').marked).toBe(true)
    expect(readingOf('sau hoi nghi').marked).toBe(false)
    expect(readingOf('nop bao cao thang 11 cua xa Đồng Mỏ nhe anh oi em cam on').marked).toBe(false)
  })
})

test('spelling tells tones apart and places of tones not', () => {
  expect(spell('Hoà')).toBe(spell('hòa'))
  expect(spell('Thuỷ')).toBe(spell('Thủy'))
  expect(spell('dừng')).not.toBe(spell('đúng'))
})
