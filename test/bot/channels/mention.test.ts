import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutNamedMention, withoutSpans } from '../../../bot/channels/mention.ts'

describe('withoutSpans', () => {
  test.each([
    ['@bot hạn nào', [[0, 4]], 'hạn nào'],
    ['@bot: hạn nào', [[0, 4]], 'hạn nào'],
    ['hạn nào @bot', [[8, 4]], 'hạn nào'],
    ['nhờ @bot nhắc', [[4, 4]], 'nhờ nhắc'],
    ['dòng một @bot\ndòng hai', [[9, 4]], 'dòng một \ndòng hai'],
    [
      '@bot @bot hạn',
      [
        [0, 4],
        [5, 4],
      ],
      'hạn',
    ],
    ['@bot', [[0, 4]], ''],
    ['hạn nào', [], 'hạn nào'],
  ] as [string, [number, number][], string][])('%j', (text, spans, rest) => {
    const given = spans.map(([offset, length]) => ({ offset, length }))
    expect(withoutSpans(text, given)).toBe(rest)
  })
})

describe('withoutNamedMention', () => {
  test.each([
    ['@Bot Nhắc Việc họp 15h', 'họp 15h'],
    ['họp 15h @Bot Nhắc Việc', 'họp 15h'],
    ['@bot nhắc việc, họp', 'họp'],
    ['@Bot\u00a0Nhắc\u2007\u202fViệc họp', 'họp'],
    ['@Bot Nhắc Việc @Bot Nhắc Việc họp', 'họp'],
    ['@Bot Nhắc Việc2 họp', '@Bot Nhắc Việc2 họp'],
    ['Bot Nhắc Việc họp', 'Bot Nhắc Việc họp'],
    ['@Bot Nhắc họp', '@Bot Nhắc họp'],
  ])('%j', (text, rest) => {
    expect(withoutNamedMention(text, 'Bot Nhắc Việc')).toBe(rest)
    expect(withoutNamedMention(text.normalize('NFD'), ' Bot Nhắc  Việc ').normalize('NFC')).toBe(
      rest.normalize('NFC'),
    )
  })

  test('a text without a mention stays as it is, composed or not', () => {
    const text = 'Đặt lịch'.normalize('NFD')
    expect(withoutNamedMention(text, 'Bot')).toBe(text)
  })

  test('a name of any characters is found and taken out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (typed) => {
        // A platform shows no name with spaces around it.
        const name = typed.trim()
        const isName = name.normalize('NFC').trim() !== '' && /[^\s\u200B\u2060]/.test(name)
        fc.pre(isName)
        expect(withoutNamedMention(`@${name} họp`, name)).not.toContain(`@${name} `)
      }),
    )
  })
})
