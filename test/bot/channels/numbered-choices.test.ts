import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buttonLabel, numberedList, textParts } from '../../../bot/channels/numbered-choices.ts'
import { normalizeText } from '../../../bot/channels/split-text.ts'

const squeezed = (text: string) => text.replace(/\s+/g, '')
const options = (...labels: string[]) => labels.map((label, index) => ({ key: `${index}`, label }))

describe('textParts', () => {
  test('the list stands at the end of the message that asks', () => {
    expect(
      textParts('Gửi cho đơn vị nào?', options('Xã Vân Thủy', 'Thị trấn Chi Lăng'), 200),
    ).toEqual(['Gửi cho đơn vị nào?\n\n1. Xã Vân Thủy\n2. Thị trấn Chi Lăng'])
  })

  test('a question that is too long keeps its end with the list', () => {
    const parts = textParts(`${'Chi tiết. '.repeat(18)}Chọn số nào?`, options('Có', 'Không'), 100)
    expect(parts.at(-1)).toMatch(/Chọn số nào\?\n\n1\. Có\n2\. Không$/)
    expect(parts.at(-1)!.length).toBeLessThanOrEqual(100)
    expect(parts.length).toBeGreaterThan(1)
  })

  test('a text without options is merely split', () => {
    expect(textParts('Đã ghi nhận.', [], 50)).toEqual(['Đã ghi nhận.'])
  })

  test('options without a text are the list alone', () => {
    expect(textParts(' ', options('Có'), 50)).toEqual(['1. Có'])
  })

  test('every text and every list is kept whole, in order and within the limit', () => {
    const labels = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 30 })
    const text = fc.string({ unit: 'grapheme', maxLength: 600 })
    fc.assert(
      fc.property(text, labels, fc.integer({ min: 20, max: 400 }), (said, names, limit) => {
        const parts = textParts(said, options(...names), limit)
        const all = normalizeText(said) + numberedList(options(...names))
        expect(squeezed(parts.join(''))).toBe(squeezed(all))
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit)
          expect(part.trim()).not.toBe('')
          expect(part).not.toMatch(/\p{Surrogate}/u)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a label', () => {
  test('takes one line, however it was written', () => {
    expect(numberedList(options('Xã\nVân  Thủy ', ''))).toBe('1. Xã Vân Thủy\n2.')
  })

  test('on a button is numbered as in the text and shortened at a character', () => {
    const [short, long, empty] = options('Có', '👩‍👩‍👧‍👦'.repeat(60), '')
    expect(buttonLabel(short!, 0)).toBe('1 · Có')
    expect(buttonLabel(long!, 1)).toBe(`2 · ${'👩‍👩‍👧‍👦'.repeat(39)}…`)
    expect(buttonLabel(empty!, 2)).toBe('3')
  })
})
