import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeText, splitText } from '../../../bot/channels/split-text.ts'
import { renderTelegram } from '../../../bot/channels/telegram/message.ts'
import { renderZalo } from '../../../bot/channels/zalo/message.ts'
import { ZALO_TEXT_LIMIT } from '../../../bot/channels/zalo/zalo.ts'

const squeezed = (text: string) => text.replace(/\s+/g, '')

/** What people paste: other alphabets written from the right, families and flags, decomposed letters, markup. */
const PASTED = [
  'مرحبا بالعالم',
  '\u202Eđảo chiều\u202C',
  '\u2067שלום\u2069',
  '👨‍👩‍👧‍👦👩🏽‍🏫🇻🇳',
  'Nguyễn Thị Hòa'.normalize('NFD'),
  'a\u0301\u0301\u0301',
  'x'.repeat(5_000),
  'dòng một\r\ndòng hai\rdòng ba',
  ' \t\u00a0\u3000 ',
  '**đậm** _nghiêng_ [mục](https://example.vn) <b>thẻ</b> &amp; `mã`',
  '1. Đã nắm',
]

/** Texts of people, and texts of nobody: any code unit, marks, long emoji, line breaks. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        'Báo cáo',
        'thi đua',
        'huyện Chi Lăng.',
        'e\u0302\u0301',
        '👩‍👩‍👧‍👦',
        'o\u031B\u0323'.repeat(9),
        '\n',
        '\n\n',
        ' \n \n',
        '\u00a0',
        '\ud83d',
        '\udc00',
        'https://example.vn/rat-dai-khong-co-khoang-trang',
        '; ',
        '! ',
      ),
      { maxLength: 200 },
    )
    .map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PASTED), { maxLength: 6 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((units) => {
    return String.fromCharCode(...units)
  }),
)

describe('splitText', () => {
  test.each([2, 3, 7, 50, 200, 4096])('at %i units loses nothing and breaks nothing', (limit) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = splitText(text, limit)
        expect(squeezed(parts.join(''))).toBe(squeezed(normalizeText(text)))
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit)
          expect(part.trim()).not.toBe('')
          expect(part).not.toMatch(/\p{Surrogate}/u)
          expect(part).toBe(part.trim())
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a text within the limit stays one part', () => {
    expect(splitText('  Xin chào.\n\nHẹn gặp lại.  ', 100)).toEqual(['Xin chào.\n\nHẹn gặp lại.'])
  })

  test('a text of nothing but whitespace has no parts', () => {
    expect(splitText(' \n\u00a0\t ', 10)).toEqual([])
  })

  test('a text as long as the limit is not cut, one unit more is', () => {
    expect(splitText('a'.repeat(50), 50)).toHaveLength(1)
    expect(splitText('a'.repeat(51), 50).map((part) => part.length)).toEqual([50, 1])
  })

  test('prefers a paragraph to a line, a line to a sentence, a sentence to a word', () => {
    const paragraph = `${'mot '.repeat(6)}\n\n${'hai '.repeat(5)}\n${'ba '.repeat(12)}`
    expect(splitText(paragraph, 50)[0]).toBe('mot '.repeat(6).trim())
    const line = `${'mot '.repeat(6)}\n${'hai. '.repeat(4)}${'ba '.repeat(12)}`
    expect(splitText(line, 50)[0]).toBe('mot '.repeat(6).trim())
    const sentence = `${'mot '.repeat(6)}hai. ${'ba '.repeat(12)}`
    expect(splitText(sentence, 50)[0]).toBe(`${'mot '.repeat(6)}hai.`)
    expect(splitText('mot hai ba bon', 8)).toEqual(['mot hai', 'ba bon'])
  })

  test('a boundary near the beginning does not make a tiny part', () => {
    const [first = ''] = splitText(`A.\n\n${'dai '.repeat(40)}`, 100)
    expect(first.length).toBeGreaterThan(90)
  })

  test('characters as a reader sees them stay whole', () => {
    const family = '👩‍👩‍👧‍👦'
    expect(splitText(family.repeat(3), 24)).toEqual([family.repeat(2), family])
    expect(splitText('🇻🇳'.repeat(3), 9)).toEqual(['🇻🇳'.repeat(2), '🇻🇳'])
  })

  test('decomposed Vietnamese is counted in its composed form', () => {
    const decomposed = 'Đặt lịch nhắc nhở'.normalize('NFD')
    expect(decomposed).toHaveLength(24)
    expect(splitText(decomposed, 17)).toEqual(['Đặt lịch nhắc nhở'])
  })

  test('a limit without room for one character is refused', () => {
    expect(() => splitText('a', 1)).toThrow(RangeError)
  })
})

describe.each([
  ['Telegram', (text: string) => renderTelegram({ kind: 'text', text })],
  ['Zalo', (text: string) => renderZalo({ kind: 'text', text }, ZALO_TEXT_LIMIT)],
] as const)('a text on %s', (_name, render) => {
  const saidOf = (text: string): string =>
    render(text)
      .map(({ payload }) => String(payload['text']))
      .join('')

  test('arrives whole and as it was typed, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(squeezed(saidOf(text))).toBe(squeezed(normalizeText(text)))
        for (const { payload } of render(text)) expect(payload).not.toHaveProperty('parse_mode')
      }),
      { numRuns: 100 },
    )
  })

  test.each(PASTED)('is %j', (text) => {
    expect(squeezed(saidOf(text))).toBe(squeezed(normalizeText(text)))
  })
})
